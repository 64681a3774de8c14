using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What a case tells the border: letters written, and letters taken. Everything else stays in the file.</summary>
public static class CaseAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            LetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            LetterTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.VisibleTo)],
            _ => [],
        };

    private static DispatchLetter Letter(LetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = e.Kind,
            ConversationId = e.CaseId,
            Question = QuestionOf(e),
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static LegalQuestion QuestionOf(LetterWritten e) =>
        e.Ask is { } ask && e.ReliesOn is null
            ? new LegalQuestion
            {
                Instrument = ask.Instrument,
                Pinned = ask.Pinned,
                Assistance = ask.Assistance,
                Missing = ask.Missing,
                Facts = ask.Facts,
                Closing = e.Closing,
            }.About(ask.Matter)
            : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing };
}
