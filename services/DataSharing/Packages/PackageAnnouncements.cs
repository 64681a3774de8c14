using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>What a package tells the border: letters written, and letters taken. Everything else stays in the file.</summary>
public static class PackageAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            PackageLetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            PackageLetterTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.VisibleTo)],
            _ => [],
        };

    private static DispatchLetter Letter(PackageLetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = e.Kind,
            ConversationId = e.PackageId,
            Question = QuestionOf(e),
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static LegalQuestion QuestionOf(PackageLetterWritten e) =>
        e.Occasion is { Matters: [var first, .. var others] } occasion
            ? new LegalQuestion
            {
                Trigger = PackageLaw.Spontaneous,
                Instrument = occasion.Instrument,
                Pinned = occasion.Pinned,
                Assistance = occasion.Assistance,
            }.About(first, others)
            : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing };
}
