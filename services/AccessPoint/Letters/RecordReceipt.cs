using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;
using LetterDelivered = CaseCoordination.AccessPoint.Letters.Domain.LetterDelivered;
using LetterRetrieved = CaseCoordination.AccessPoint.Letters.Domain.LetterRetrieved;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>What the other border says of a letter becomes evidence; what it says twice, or late, changes nothing.</summary>
public static class RecordReceipt
{
    public static Decision<OutboundEvent> Decide(OutboundLetter current, LetterReceipt receipt, DateTimeOffset now)
    {
        if (current.Accepted is not { } accepted)
        {
            return Refusal.Unknown("letter-unknown", "No such letter left here.");
        }

        if (accepted.Recipient != receipt.Recipient)
        {
            return new Refusal("receipt-from-another", "The receipt is not from the letter's recipient.");
        }

        List<OutboundEvent> happened = [];
        if (receipt.ContentHash != accepted.ContentHash && !current.HasDiverged)
        {
            happened.Add(new LetterDiverged(current.Id, receipt.ContentHash, now));
        }

        switch (receipt.State)
        {
            case LetterStates.Delivered when current.DeliveredAt is null:
                happened.Add(
                    new LetterDelivered(
                        current.Id,
                        accepted.Sender,
                        accepted.Recipient,
                        accepted.Kind,
                        accepted.ConversationId,
                        receipt.At,
                        receipt.ContentHash
                    )
                );
                break;
            case LetterStates.Refused when current.RefusedAt is null:
                happened.Add(
                    new LetterRefused(
                        current.Id,
                        accepted.Sender,
                        accepted.Recipient,
                        accepted.Kind,
                        accepted.ConversationId,
                        receipt.Reason ?? "unstated",
                        receipt.At
                    )
                );
                break;
            case LetterStates.Retrieved when current.RetrievedAt is null:
                happened.Add(new LetterRetrieved(current.Id, receipt.At));
                break;
        }

        return happened.ToArray();
    }
}

/// <summary>Hears receipts for letters of the authorities hosted here.</summary>
public sealed class RecordArrivingReceipt(AuthoritySessions sessions, TimeProvider clock) : IConsumer<LetterReceipt>
{
    public async Task Consume(ConsumeContext<LetterReceipt> context)
    {
        var receipt = context.Message;
        var now = clock.GetUtcNow();
        await using var session = sessions.For(context, receipt.Sender, receipt.LetterId);
        var outcome = await session.DecideAsync<OutboundLetter, OutboundEvent>(
            receipt.LetterId,
            current => RecordReceipt.Decide(current, receipt, now),
            context.CancellationToken,
            Inbox.Once(context, now)
        );
        if (outcome.Refusal is { } refusal)
        {
            throw new NotYetException(refusal.Code);
        }
    }
}
