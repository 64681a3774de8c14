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
            PackageLetterWritten e => [new Announcement(Dispatch(e, authority), authority)],
            PackageLetterTaken e => [new Announcement(Retrieved(e, authority), authority)],
            _ => [],
        };

    private static DispatchLetter Dispatch(PackageLetterWritten e, string authority) =>
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

    private static LetterRetrieved Retrieved(PackageLetterTaken e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Recipient = authority,
            At = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static LegalQuestion QuestionOf(PackageLetterWritten e) =>
        e.Occasion is { Matters: [var first, .. var others] } occasion
            ? new LegalQuestion
            {
                Trigger = PackageLaw.Spontaneous,
                Instrument = occasion.Instrument,
                Pinned = occasion.Pinned,
                Matter = first.Code,
                Over = first.Over,
                FinancialInstrument = first.FinancialInstrument,
                ConductFrom = first.ConductFrom,
                ConductTo = first.ConductTo,
                Others =
                [
                    .. others.Select(m => new LegalMatter
                    {
                        Matter = m.Code,
                        Over = m.Over,
                        FinancialInstrument = m.FinancialInstrument,
                        ConductFrom = m.ConductFrom,
                        ConductTo = m.ConductTo,
                    }),
                ],
                Assistance = occasion.Assistance,
            }
            : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing };
}
