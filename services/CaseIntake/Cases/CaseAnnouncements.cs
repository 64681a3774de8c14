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
            LetterWritten e => [new Announcement(Dispatch(e, authority), authority)],
            LetterTaken e => [new Announcement(Retrieved(e, authority), authority)],
            _ => [],
        };

    private static DispatchLetter Dispatch(LetterWritten e, string authority) =>
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

    private static LetterRetrieved Retrieved(LetterTaken e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Recipient = authority,
            At = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static LegalQuestion QuestionOf(LetterWritten e) =>
        e.Ask is { } ask && e.ReliesOn is null
            ? new LegalQuestion
            {
                Instrument = ask.Instrument,
                Pinned = ask.Pinned,
                Matter = ask.Matter.Code,
                Over = ask.Matter.Over,
                Assistance = ask.Assistance,
                FinancialInstrument = ask.Matter.FinancialInstrument,
                ConductFrom = ask.Matter.ConductFrom,
                ConductTo = ask.Matter.ConductTo,
                Missing = ask.Missing,
                Facts = ask.Facts,
                Closing = e.Closing,
            }
            : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing };
}
