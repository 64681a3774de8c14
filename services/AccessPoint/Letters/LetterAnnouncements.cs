using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using LetterDelivered = CaseCoordination.AccessPoint.Letters.Domain.LetterDelivered;
using V1 = CaseCoordination.Contracts.AccessPoint.V1;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>What each event of a letter tells the other border and the services on this side.</summary>
public static class LetterAnnouncements
{
    // The letter and the note that it is with the broker share a lane, so that the note follows the broker's confirm, and a
    // letter that cannot be delivered holds nothing else.
    private const string RelayLane = "relay";

    public static IEnumerable<Announcement> OfOutbound(object @event, string authority) =>
        @event switch
        {
            LetterAccepted e =>
            [
                new Announcement(LetterOf(e), e.Recipient) { Lane = RelayLane, GiveUpAt = e.GiveUpAt },
                new Announcement(new V1.LetterRelayed { LetterId = e.LetterId, Sender = e.Sender }, e.Sender)
                {
                    Lane = RelayLane,
                    GiveUpAt = e.GiveUpAt,
                },
                ToService(
                    e.Sender,
                    Progress(
                        e,
                        e.Sender,
                        e.Recipient,
                        e.Kind,
                        e.ConversationId,
                        LetterStates.Accepted,
                        e.AcceptedAt
                    ) with
                    {
                        Basis = BasisOf(e),
                    }
                ),
            ],
            LetterRejected e =>
            [
                ToService(
                    e.Sender,
                    Progress(
                        e,
                        e.Sender,
                        e.Recipient,
                        e.Kind,
                        e.ConversationId,
                        LetterStates.Rejected,
                        e.RejectedAt
                    ) with
                    {
                        Reason = e.Reason,
                        Explanation = e.Explanation,
                    }
                ),
            ],
            LetterDelivered e =>
            [
                ToService(
                    e.Sender,
                    Progress(e, e.Sender, e.Recipient, e.Kind, e.ConversationId, LetterStates.Delivered, e.At)
                ),
            ],
            LetterRefused e =>
            [
                ToService(
                    e.Sender,
                    Progress(e, e.Sender, e.Recipient, e.Kind, e.ConversationId, LetterStates.Refused, e.At) with
                    {
                        Reason = e.Reason,
                    }
                ),
            ],
            LetterStepFailed e =>
            [
                ToService(
                    e.Sender,
                    Progress(e, e.Sender, e.Recipient, e.Kind, e.ConversationId, $"{e.Step}-failed", e.At) with
                    {
                        Reason = "out-of-time",
                    }
                ),
            ],
            _ => [],
        };

    public static IEnumerable<Announcement> OfInbound(object @event, string authority) =>
        @event switch
        {
            LetterTakenIn e =>
            [
                new Announcement(DeliveryOf(e), $"{e.Recipient}.{TopicOf(e.Kind)}"),
                Receipt(e, e.Sender, e.Recipient, e.ContentHash, LetterStates.Delivered, e.DeliveredAt),
            ],
            LetterTurnedAway e =>
            [
                Receipt(e, e.Sender, e.Recipient, e.ContentHash, LetterStates.Refused, e.At, e.Reason),
            ],
            LetterHandedOver e => [Receipt(e, e.Sender, e.Recipient, e.ContentHash, LetterStates.Retrieved, e.At)],
            _ => [],
        };

    private static Letter LetterOf(LetterAccepted e) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = e.Sender,
            Recipient = e.Recipient,
            Kind = e.Kind,
            ConversationId = e.ConversationId,
            Question = QuestionJson.Read(e.Question),
            Basis = BasisOf(e),
            Content = e.Content,
            ContentHash = e.ContentHash,
            SubmittedAt = e.SubmittedAt,
            AcceptedAt = e.AcceptedAt,
        };

    private static V1.LetterDelivered DeliveryOf(LetterTakenIn e) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = e.Sender,
            Recipient = e.Recipient,
            Kind = e.Kind,
            ConversationId = e.ConversationId,
            Basis = new LegalBasis
            {
                Outcome = e.Outcome,
                Instrument = e.Instrument,
                Version = e.Version,
                Citations = e.Citations,
                Duties = e.Duties,
                Obligations = ObligationsJson.Read(e.Obligations),
                Decision = e.Decision,
            },
            Content = e.Content,
            SubmittedAt = e.SubmittedAt,
            DeliveredAt = e.DeliveredAt,
        };

    private static LegalBasis BasisOf(LetterAccepted e) =>
        new()
        {
            Outcome = e.Outcome,
            Instrument = e.Instrument,
            Version = e.Version,
            Citations = e.Citations,
            Duties = e.Duties,
            Obligations = ObligationsJson.Read(e.Obligations),
            Decision = e.Decision,
        };

    private static LetterProgressed Progress(
        OutboundEvent e,
        string sender,
        string recipient,
        string kind,
        Guid conversation,
        string state,
        DateTimeOffset at
    ) =>
        new()
        {
            LetterId = e.LetterId,
            Sender = sender,
            Recipient = recipient,
            Kind = kind,
            ConversationId = conversation,
            State = state,
            At = at,
        };

    private static Announcement ToService(string sender, LetterProgressed progress) =>
        new(progress, $"{sender}.{TopicOf(progress.Kind)}");

    private static Announcement Receipt(
        InboundEvent e,
        string sender,
        string recipient,
        string hash,
        string state,
        DateTimeOffset at,
        string? reason = null
    ) =>
        new(
            new LetterReceipt
            {
                LetterId = e.LetterId,
                Sender = sender,
                Recipient = recipient,
                State = state,
                At = at,
                Reason = reason,
                ContentHash = hash,
            },
            sender
        );

    // The part of the kind before the dot names the service that reads it.
    private static string TopicOf(string kind) => kind.Split('.')[0];
}
