using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.Platform.Messaging;

/// <summary>What a message does to a stream.</summary>
public static class Consumption
{
    /// <summary>
    /// Decides once for each message, however often it comes. A refusal means that it came before its cause: the message waits
    /// and is tried again (<see cref="NotYetException"/>).
    /// </summary>
    /// <param name="session">The session of the authority that the message is for.</param>
    /// <param name="context">The message.</param>
    /// <param name="service">The service that takes it, as its name in the inbox.</param>
    /// <param name="id">The stream.</param>
    /// <param name="decide">Pure rule; may run again when another writer was faster.</param>
    /// <param name="now">When it is taken.</param>
    public static async Task<Outcome<TState>> DecideOnceAsync<TState, TEvent>(
        this AuthoritySession session,
        ConsumeContext context,
        string service,
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        DateTimeOffset now
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(context);
        var outcome = await session.DecideAsync(
            id,
            decide,
            context.CancellationToken,
            new InboxEntry { Id = $"{service}/{context.MessageId:N}", At = now }
        );
        return outcome.Refusal is { } notYet ? throw new NotYetException(notYet.Code) : outcome;
    }
}
