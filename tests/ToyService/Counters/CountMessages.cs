using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.ToyService.Counters;

/// <summary>While it is bad, consumers fail as if they had a bug.</summary>
public sealed class Weather
{
    public bool IsBad { get; set; }
}

/// <summary>Counts each message once; one whose counter is not there yet waits for it.</summary>
public sealed class CountMessages(AuthoritySessions sessions, Weather weather, TimeProvider clock)
    : IConsumer<LetterRetrieved>
{
    public const string Stormy = "stormy";

    public async Task Consume(ConsumeContext<LetterRetrieved> context)
    {
        if (weather.IsBad && context.Message.VisibleTo.Contains(Stormy, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"A fault that names {context.Message.LetterId}.");
        }

        await using var session = sessions.Open(
            context.Message.Recipient,
            "toy",
            causationId: context.MessageId?.ToString("N")
        );
        var outcome = await session.DecideAsync<Counter, CounterEvent>(
            context.Message.LetterId,
            CounterRules.Count,
            context.CancellationToken,
            new InboxEntry { Id = $"toy/{context.MessageId:N}", At = clock.GetUtcNow() }
        );
        if (outcome.Refusal is { } refusal)
        {
            throw new NotYetException(refusal.Code);
        }
    }
}

/// <summary>Hears what is said to everyone, in fair weather.</summary>
public sealed class HearEveryone(Weather weather) : IConsumer<AuthorityRegistered>
{
    public Task Consume(ConsumeContext<AuthorityRegistered> context) =>
        weather.IsBad ? throw new InvalidOperationException("A fault.") : Task.CompletedTask;
}
