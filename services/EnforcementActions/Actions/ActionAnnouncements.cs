using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What an action tells the border. Everything else stays in the file.</summary>
public static class ActionAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            ActionLetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            InquiryLetterWritten e => [BorderMail.Dispatch(Letter(e, authority))],
            ActionLetterTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.VisibleTo)],
            MeasureMadeKnown e => [MeasureAnnouncements.Executed(e, authority)],
            _ => [],
        };

    private static DispatchLetter Letter(InquiryLetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = ActionLetterKinds.Deconfliction,
            ConversationId = e.ActionId,
            Question = new LegalQuestion
            {
                Trigger = e.Trigger,
                Instrument = e.Instrument,
                Assistance = e.Kinds,
            }.About(e.Matter),
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };

    private static DispatchLetter Letter(ActionLetterWritten e, string authority) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = authority,
            Recipient = e.To,
            Kind = e.Kind,
            ConversationId = e.ActionId,
            Question = e.Ask is { Matter: var matter } ask
                ? new LegalQuestion
                {
                    Instrument = ask.Instrument,
                    Assistance = ask.Assistance,
                    Missing = ask.Missing,
                }.About(matter)
                : new LegalQuestion { ReliesOn = e.ReliesOn, Closing = e.Closing },
            Content = e.Content,
            SubmittedBy = e.By,
            SubmittedAt = e.At,
            VisibleTo = e.VisibleTo,
        };
}
