using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Writes letters about items; each rests on the letter that brought the item, or on the one that asked.</summary>
public static class Outbound
{
    public static Guid IdOf(string to, string kind, Turn turn) => LetterIds.Of(turn.Seed, to, kind);

    /// <summary>To whoever gave the item.</summary>
    public static HoldingLetterWritten Up<T>(Holding file, string kind, T content, Turn turn)
        where T : LetterContent => new(Write(file.Id, file.From, kind, content, file.LetterId, file.Groups, turn));

    /// <summary>To the recipient of the item.</summary>
    public static TrailLetterWritten Down<T>(Trail file, string kind, T content, Turn turn)
        where T : LetterContent => new(Write(file.Id, file.To, kind, content, file.LetterId, file.Groups, turn));

    /// <summary>Asks on behalf of the holder whoever gave the item here.</summary>
    public static ConsentLetterWritten Ask(Guid consent, Asked asked, Holding source, Turn turn) =>
        new(Write(consent, source.From, KindOf(asked.Mode), Told.Ask(asked), source.LetterId, source.Groups, turn));

    /// <summary>Tells whoever asked what an originator says.</summary>
    public static ConsentLetterWritten Answer(Consent file, Say say, Turn turn)
    {
        var to = file.AskedBy!;
        var tie = file.AskLetter!.Value;
        return new(
            file.Asked.Mode == Modes.Consent
                ? Write(
                    file.Id,
                    to,
                    LetterKinds.ConsentAnswer,
                    new ConsentAnswerLetter
                    {
                        Originator = say.Authority,
                        Granted = say.LetsPass,
                        Reason = say.Reason,
                        Terms = say.Terms,
                        Until = say.Until,
                    },
                    tie,
                    file.Groups,
                    turn
                )
                : Write(
                    file.Id,
                    to,
                    LetterKinds.Objection,
                    new ObjectionLetter
                    {
                        Originator = say.Authority,
                        Objects = !say.LetsPass,
                        Reason = say.Reason,
                    },
                    tie,
                    file.Groups,
                    turn
                )
        );
    }

    /// <summary>All that the holder confirms and knows of the item beyond itself.</summary>
    public static HoldingLetterWritten Receipt(Holding file, Turn turn) =>
        Up(
            file,
            LetterKinds.Receipt,
            new ReceiptLetter
            {
                Number = file.Mail.Sent.Count(l => l.Kind == LetterKinds.Receipt) + 1,
                Confirmed = [.. file.Notices.Select(n => n.Id).Order()],
                Onward = [.. file.Onward.Select(Told.Of)],
            },
            turn
        );

    public static string KindOf(string mode) =>
        mode == Modes.Consent ? LetterKinds.ConsentRequest : LetterKinds.UseNotice;

    public static string AnswerKindOf(string mode) =>
        mode == Modes.Consent ? LetterKinds.ConsentAnswer : LetterKinds.Objection;

    private static LetterOut Write<T>(
        Guid conversation,
        string to,
        string kind,
        T content,
        Guid reliesOn,
        IEnumerable<string> visibleTo,
        Turn turn
    )
        where T : LetterContent =>
        new(
            IdOf(to, kind, turn),
            conversation,
            to,
            kind,
            LetterJson.Write(content),
            reliesOn,
            LetterKinds.IsClosing(kind),
            [.. visibleTo],
            turn.By,
            turn.Now
        );
}
