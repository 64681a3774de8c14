using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using MassTransit;
using Contract = CaseCoordination.Contracts.AccessPoint.V1.LetterRelayed;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>The broker's confirm becomes evidence.</summary>
public static class RecordRelay
{
    public static Decision<OutboundEvent> Decide(OutboundLetter current, DateTimeOffset now) =>
        current switch
        {
            { Accepted: null } => Refusal.Unknown("letter-unknown", "No such letter left here."),
            { RelayedAt: not null } => new NoChange(),
            _ => new LetterRelayed(current.Id, now),
        };
}

/// <summary>Hears that this border's own letters are with the broker.</summary>
public sealed class RecordLetterRelay(AuthoritySessions sessions, TimeProvider clock) : IConsumer<Contract>
{
    public async Task Consume(ConsumeContext<Contract> context)
    {
        var now = clock.GetUtcNow();
        await using var session = sessions.For(context, context.Message.Sender, context.Message.LetterId);
        await session.DecideAsync<OutboundLetter, OutboundEvent>(
            context.Message.LetterId,
            current => RecordRelay.Decide(current, now),
            context.CancellationToken,
            Inbox.Once(context, now)
        );
    }
}
