using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;
using Contract = CaseCoordination.Contracts.AccessPoint.V1.LetterRetrieved;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>The service that a letter was for has recorded it.</summary>
public static class HandLetterOver
{
    public static Decision<InboundEvent> Decide(InboundLetter current, Contract retrieved) =>
        current switch
        {
            { TakenIn: null } => Refusal.Unknown("letter-unknown", "No such letter was let in here."),
            { RetrievedAt: not null } => new NoChange(),
            { TakenIn: { } taken } => new LetterHandedOver(
                current.Id,
                taken.Sender,
                taken.Recipient,
                taken.ContentHash,
                [.. retrieved.VisibleTo],
                retrieved.At
            ),
        };
}

/// <summary>Hears which letters the services have recorded.</summary>
public sealed class HandRetrievedLetterOver(AuthoritySessions sessions, TimeProvider clock) : IConsumer<Contract>
{
    public async Task Consume(ConsumeContext<Contract> context)
    {
        var retrieved = context.Message;
        await using var session = sessions.For(context, retrieved.Recipient, retrieved.LetterId);
        var outcome = await session.DecideAsync<InboundLetter, InboundEvent>(
            retrieved.LetterId,
            current => HandLetterOver.Decide(current, retrieved),
            context.CancellationToken,
            Inbox.Once(context, clock.GetUtcNow())
        );
        if (outcome.Refusal is { } refusal)
        {
            throw new NotYetException(refusal.Code);
        }
    }
}
