using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using HearAsker = CaseCoordination.DataSharing.Holdings.Consents.HearAsker;
using HearOriginator = CaseCoordination.DataSharing.Holdings.Consents.HearOriginator;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// Which use case a letter is for. A letter has its effect, is set aside with a reason, or came before its cause and waits (a refusal
/// here); whatever is recorded tells the border that it was retrieved.
/// </summary>
public static class HoldingReception
{
    public const string By = "data-sharing";

    /// <summary>For a holding: what its sender says later.</summary>
    public static Decision<HoldingEvent> Decide(
        Holding current,
        ReceivedLetter letter,
        Limit delete,
        DateTimeOffset now
    )
    {
        if (current.Mail.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            LetterKinds.Recall when LetterJson.Read<RecallLetter>(letter.Content) is { } told => TakeNotice.Recall(
                current,
                letter,
                told,
                delete,
                now
            ),
            LetterKinds.Correction when LetterJson.Read<CorrectionLetter>(letter.Content) is { } told =>
                TakeNotice.Correction(current, letter, told, now),
            _ when current.IsKnown => new HoldingLetterTaken(InOf(letter, current.Groups, now)),
            _ => NotYet,
        };
    }

    /// <summary>For a trail: what the recipient confirms and certifies.</summary>
    public static Decision<TrailEvent> Decide(Trail current, ReceivedLetter letter, DateTimeOffset now)
    {
        if (current.Mail.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            LetterKinds.Receipt when LetterJson.Read<ReceiptLetter>(letter.Content) is { } told =>
                HearRecipient.Receipt(current, letter, told, now),
            LetterKinds.DeletionCertificate
                when LetterJson.Read<DeletionCertificateLetter>(letter.Content) is { } told =>
                HearRecipient.Certificate(current, letter, told, now),
            _ when current.IsKnown => new TrailLetterTaken(InOf(letter, current.Groups, now)),
            _ => NotYet,
        };
    }

    /// <summary>For a consent: what is asked, and what originators say.</summary>
    public static Decision<ConsentEvent> Decide(
        Consent current,
        ReceivedLetter letter,
        Trail trail,
        Holding? source,
        DateTimeOffset now
    )
    {
        if (current.Mail.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            LetterKinds.ConsentRequest
            or LetterKinds.UseNotice when LetterJson.Read<AskLetter>(letter.Content) is { } told => HearAsker.Decide(
                current,
                letter,
                told,
                trail,
                source,
                now
            ),
            LetterKinds.ConsentAnswer when LetterJson.Read<ConsentAnswerLetter>(letter.Content) is { } told =>
                HearOriginator.Decide(current, letter, Told.Say(told, letter), now),
            LetterKinds.Objection when LetterJson.Read<ObjectionLetter>(letter.Content) is { } told =>
                HearOriginator.Decide(current, letter, Told.Say(told, letter), now),
            _ when current.IsKnown => new ConsentLetterTaken(InOf(letter, current.Groups, now)),
            _ => NotYet,
        };
    }

    private static Refusal NotYet { get; } = new("letter-unreadable", "Nobody can read the letter yet.");

    private static LetterIn InOf(ReceivedLetter letter, IEnumerable<string> groups, DateTimeOffset now) =>
        new(letter.LetterId, letter.Sender, letter.Kind, [.. groups], "content-unreadable", letter.SubmittedAt, now);
}
