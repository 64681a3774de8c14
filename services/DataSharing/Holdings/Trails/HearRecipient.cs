using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>What the recipient confirms or certifies, whatever the order of arrival.</summary>
public static class HearRecipient
{
    public static Decision<TrailEvent> Receipt(
        Trail current,
        ReceivedLetter letter,
        ReceiptLetter told,
        DateTimeOffset now
    ) =>
        Hear(
            current,
            letter,
            now,
            told.Number <= current.Report.Number,
            new TrailConfirmed(
                told.Number,
                told.Confirmed,
                [.. told.Onward.Select(Told.Of)],
                letter.LetterId,
                letter.SubmittedAt
            )
        );

    public static Decision<TrailEvent> Certificate(
        Trail current,
        ReceivedLetter letter,
        DeletionCertificateLetter told,
        DateTimeOffset now
    ) =>
        current.IsKnown && told.Sha256 != current.Item.Sha256
            ? Take(current, letter, now, "another-content")
            : Hear(
                current,
                letter,
                now,
                current.Certificate is not null,
                new TrailCertified(told.Sha256, told.Cause, letter.LetterId, told.DeletedAt)
            );

    private static Decision<TrailEvent> Hear(
        Trail current,
        ReceivedLetter letter,
        DateTimeOffset now,
        bool isKnown,
        TrailEvent fact
    ) =>
        !current.IsKnown ? new Refusal("trail-not-yet-here", "The letter came before its cause.")
        : current.To != letter.Sender ? Take(current, letter, now, "sender-not-the-recipient")
        : isKnown ? Take(current, letter, now, "told-before")
        : new TrailEvent[] { Take(current, letter, now, null), fact };

    internal static TrailLetterTaken Take(Trail current, ReceivedLetter letter, DateTimeOffset now, string? setAside) =>
        new(new(letter.LetterId, letter.Sender, letter.Kind, [.. current.Groups], setAside, letter.SubmittedAt, now));
}
