using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks;

/// <summary>What an answered inquiry tells the border.</summary>
public static class CheckAnnouncements
{
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event switch
        {
            InquiryTaken e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.Groups)],
            InquirySetAside e => [BorderMail.Retrieved(authority, e.LetterId, e.At, e.Groups)],
            InquiryAnswered e =>
            [
                BorderMail.Dispatch(
                    new DispatchLetter
                    {
                        LetterId = e.LetterId,
                        Sender = authority,
                        Recipient = e.To,
                        Kind = ActionLetterKinds.Deconflicted,
                        ConversationId = e.ActionId,
                        Question = new LegalQuestion { ReliesOn = e.ReliesOn, Closing = true },
                        Content = e.Content,
                        SubmittedBy = AnswerInquiry.By,
                        SubmittedAt = e.At,
                        VisibleTo = e.VisibleTo,
                    }
                ),
            ],
            _ => [],
        };
}
