using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>A recall or a correction arrives: it takes effect at once, and the sender gets a receipt in the same commit.</summary>
public static class TakeNotice
{
    public static Decision<HoldingEvent> Recall(
        Holding current,
        ReceivedLetter letter,
        RecallLetter told,
        Limit delete,
        DateTimeOffset now
    ) =>
        Take(
            current,
            letter,
            told.Notice,
            now,
            new HoldingRecalled(told.Notice, told.Originator, told.Reason, delete, letter.LetterId, letter.SubmittedAt)
        );

    public static Decision<HoldingEvent> Correction(
        Holding current,
        ReceivedLetter letter,
        CorrectionLetter told,
        DateTimeOffset now
    ) =>
        Take(
            current,
            letter,
            told.Notice,
            now,
            new HoldingCorrected(
                told.Notice,
                told.Originator,
                told.Text,
                told.ReplacedBy,
                letter.LetterId,
                letter.SubmittedAt
            )
        );

    private static Decision<HoldingEvent> Take(
        Holding current,
        ReceivedLetter letter,
        Guid notice,
        DateTimeOffset now,
        HoldingEvent fact
    )
    {
        if (!current.IsKnown)
        {
            return new Refusal("holding-not-yet-here", "The letter came before its cause.");
        }

        var reason =
            current.From != letter.Sender ? "sender-not-the-other-side"
            : current.Notices.Any(n => n.Id == notice) ? "told-before"
            : null;
        var taken = new HoldingLetterTaken(
            new(letter.LetterId, letter.Sender, letter.Kind, [.. current.Groups], reason, letter.SubmittedAt, now)
        );
        if (reason is not null)
        {
            return taken;
        }

        var turn = new Turn(HoldingReception.By, letter.LetterId, now);
        return new HoldingEvent[] { taken, fact, Outbound.Receipt(Fold.Onto(current, [taken, fact]), turn) };
    }
}
