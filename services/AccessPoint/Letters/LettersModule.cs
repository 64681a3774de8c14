using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using LetterDelivered = CaseCoordination.AccessPoint.Letters.Domain.LetterDelivered;
using LetterRelayed = CaseCoordination.AccessPoint.Letters.Domain.LetterRelayed;
using LetterRetrieved = CaseCoordination.AccessPoint.Letters.Domain.LetterRetrieved;
using V1 = CaseCoordination.Contracts.AccessPoint.V1;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>Registers the slices of letters with store, bus and routes.</summary>
internal static class LettersModule
{
    public static EventStoreBuilder AddLetters(this EventStoreBuilder store) =>
        store
            .Aggregate<OutboundLetter, OutboundEvent>(
                "outbound-letter",
                letter =>
                    letter
                        .Event<LetterAccepted>("letter-accepted")
                        .Event<LetterRejected>("letter-rejected")
                        .Event<LetterRelayed>("letter-relayed")
                        .Event<LetterDelivered>("letter-delivered")
                        .Event<LetterRefused>("letter-refused")
                        .Event<LetterRetrieved>("letter-retrieved")
                        .Event<LetterDiverged>("letter-diverged")
                        .Event<LetterStepWarned>("letter-step-warned")
                        .Event<LetterStepFailed>("letter-step-failed")
                        .Views((state, facts) => [LetterView.Of(state, facts)])
                        .Deadlines(PassLetterClock.Open, PassLetterClock.Decide)
                        .Announce(LetterAnnouncements.OfOutbound)
            )
            .Aggregate<InboundLetter, InboundEvent>(
                "inbound-letter",
                letter =>
                    letter
                        .Event<LetterTakenIn>("letter-taken-in")
                        .Event<LetterTurnedAway>("letter-turned-away")
                        .Event<LetterHandedOver>("letter-handed-over")
                        .Event<LetterIdReused>("letter-id-reused")
                        .Event<RetrievalWarned>("retrieval-warned")
                        .Event<RetrievalFailed>("retrieval-failed")
                        .Views((state, facts) => [LetterView.Of(state, facts)])
                        .Deadlines(PassLetterClock.Open, PassLetterClock.Decide)
                        .Announce(LetterAnnouncements.OfInbound)
            )
            .NodeDocument<LawBookPage>()
            .Document<LetterView>(view =>
                view.Duplicate(l => l.ConversationId).Duplicate(l => l.SubmittedAt).Duplicate(l => l.State)
            );

    public static MessagingBuilder AddLetters(this MessagingBuilder bus) =>
        bus.Consume<AcceptDispatchedLetter, DispatchLetter>("dispatches")
            .Consume<TakeArrivingLetterIn, Letter>("letters")
            .Consume<RecordLetterRelay, V1.LetterRelayed>("relays")
            .Consume<RecordArrivingReceipt, LetterReceipt>("receipts")
            .Consume<HandRetrievedLetterOver, V1.LetterRetrieved>("retrievals");
}
