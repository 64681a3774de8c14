using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Notices.Inbound;

/// <summary>What taking a letter in needs from outside.</summary>
/// <param name="Now">When the letter is taken in.</param>
/// <param name="Reference">A number for a file that begins with it.</param>
/// <param name="Groups">Who may see a notice over this.</param>
/// <param name="Found">What looking the subjects up in this service's own places gave.</param>
/// <param name="Contact">Whom a partner may speak to about a hit.</param>
public sealed record NoticeIntake(
    DateTimeOffset Now,
    string Reference,
    Func<string, string[]> Groups,
    IReadOnlyList<Check> Found,
    string Contact
);

/// <summary>
/// What becomes of a letter: it has its effect, it is set aside with a reason that the file shows, or it came before its cause
/// and waits (a refusal here).
/// </summary>
public static class ReadNoticeLetter
{
    public const string By = "data-sharing";

    public static Decision<NoticeEvent> Decide(Notice current, ReceivedLetter letter, NoticeIntake intake)
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        return letter.Kind switch
        {
            NoticeLetterKinds.Offer => Read<NoticeOfferLetter>(told => Receive(current, letter, told, intake)),
            NoticeLetterKinds.Withdrawal => Read<NoticeWithdrawalLetter>(told =>
                OfSender(current, letter, intake, new NoticeWithdrawn(told.Reason, letter.Sender, letter.SubmittedAt))
            ),
            NoticeLetterKinds.Outcome => Read<NoticeOutcomeLetter>(told =>
                OfRecipient(
                    current,
                    letter,
                    intake,
                    new NoticeOutcome(letter.Sender, told.Hit, told.Contact, letter.LetterId, letter.SubmittedAt)
                )
            ),
            NoticeLetterKinds.Acknowledgement => Read<NoticeAcknowledgementLetter>(told =>
                OfRecipient(
                    current,
                    letter,
                    intake,
                    new NoticeAcknowledged(
                        letter.Sender,
                        told.Comment,
                        letter.LetterId,
                        letter.Sender,
                        letter.SubmittedAt
                    )
                )
            ),
            _ => Unreadable("kind-unknown"),
        };

        Decision<NoticeEvent> Read<T>(Func<T, Decision<NoticeEvent>> decide)
            where T : LetterContent =>
            LetterJson.Read<T>(letter.Content) is { } content ? decide(content) : Unreadable("content-unreadable");

        Decision<NoticeEvent> Unreadable(string reason) =>
            current.Stage == NoticeStage.Unknown ? NotYet(reason) : SetAside(current, letter, intake, reason);
    }

    private static Decision<NoticeEvent> Receive(
        Notice current,
        ReceivedLetter letter,
        NoticeOfferLetter told,
        NoticeIntake intake
    )
    {
        if (current.Stage != NoticeStage.Unknown)
        {
            return SetAside(
                current,
                letter,
                intake,
                current.From == letter.Sender ? "told-before" : "sender-not-the-other-side"
            );
        }

        var groups = intake.Groups(told.Matter.Over);
        var received = new NoticeReceived(
            letter.Conversation,
            letter.Recipient,
            intake.Reference,
            letter.Sender,
            told.Reference,
            new NoticeContent(
                told.Kind,
                told.Title,
                told.Text,
                new Matter(
                    told.Matter.Code,
                    told.Matter.Over,
                    told.Matter.FinancialInstrument,
                    told.Matter.ConductFrom,
                    told.Matter.ConductTo
                ),
                Told.Of(told.Subjects),
                told.Effective,
                told.TheirTitle,
                told.Tlp
            ),
            letter.Basis,
            groups,
            letter.LetterId,
            letter.SubmittedAt
        );
        var checks = intake.Found.Select(c => new NoticeChecked(c.Where, c.Contacts, intake.Now));
        return checks
            .Prepend<NoticeEvent>(received)
            .Prepend(Taken(letter, groups, intake, null))
            .Concat(Tell(Fold.Onto(current, [received]), intake))
            .ToArray();
    }

    // Registers are answered from, hit or not; what case files and requests hold is for this authority's own people alone.
    private static IEnumerable<NoticeEvent> Tell(Notice notice, NoticeIntake intake)
    {
        if (intake.Found.FirstOrDefault(c => c.Where == Places.Registers) is not { } registers)
        {
            yield break;
        }

        var contact = registers.IsHit ? intake.Contact : null;
        var letter = Outbound.Reply(
            notice,
            notice.From,
            NoticeLetterKinds.Outcome,
            new NoticeOutcomeLetter { Hit = registers.IsHit, Contact = contact },
            notice.LetterId!.Value,
            new Turn(By, notice.LetterId.Value, intake.Now)
        );
        yield return new NoticeOutcome(notice.Authority, registers.IsHit, contact, letter.LetterId, intake.Now);
        yield return letter;
    }

    private static Decision<NoticeEvent> OfSender(
        Notice current,
        ReceivedLetter letter,
        NoticeIntake intake,
        NoticeWithdrawn effect
    ) =>
        current.Stage == NoticeStage.Unknown ? NotYet("notice-not-yet-here")
        : current.IsOwn || current.From != letter.Sender
            ? SetAside(current, letter, intake, "sender-not-the-other-side")
        : current.Withdrawn is not null ? SetAside(current, letter, intake, "told-before")
        : Take(current, letter, intake, effect);

    private static Decision<NoticeEvent> OfRecipient(
        Notice current,
        ReceivedLetter letter,
        NoticeIntake intake,
        NoticeEvent effect
    ) =>
        current.Stage == NoticeStage.Unknown ? NotYet("notice-not-yet-here")
        : current.IsOwn && current.Recipients.ContainsKey(letter.Sender) ? Take(current, letter, intake, effect)
        : SetAside(current, letter, intake, "sender-not-the-other-side");

    private static Decision<NoticeEvent> Take(
        Notice current,
        ReceivedLetter letter,
        NoticeIntake intake,
        NoticeEvent effect
    ) => new NoticeEvent[] { Taken(letter, [.. current.Groups], intake, null), effect };

    private static Decision<NoticeEvent> SetAside(
        Notice current,
        ReceivedLetter letter,
        NoticeIntake intake,
        string reason
    ) => Taken(letter, [.. current.Groups], intake, reason);

    private static NoticeLetterTaken Taken(
        ReceivedLetter letter,
        string[] groups,
        NoticeIntake intake,
        string? setAside
    ) => new(letter.LetterId, letter.Sender, letter.Kind, groups, setAside, intake.Now);

    private static Decision<NoticeEvent> NotYet(string reason) =>
        new Refusal(reason, "The letter came before its cause.");
}
