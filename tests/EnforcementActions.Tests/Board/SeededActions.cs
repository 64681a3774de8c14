using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.Platform.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Board;

/// <summary>Brings files into the store as they would be after what a <see cref="Trio"/> did.</summary>
internal static class SeededActions
{
    public static async Task StoreAsync(this EnforcementFixture node, Trio trio)
    {
        foreach (var authority in (string[])[Trio.Lead, Trio.Partner, Trio.Other])
        {
            if (trio.Events(authority) is { Count: > 0 } events)
            {
                await node.DecideAsync(authority, trio.Id, (_, _) => events.ToArray());
            }
        }
    }

    public static async Task<CoordinatedAction> FileAsync(this EnforcementFixture node, string authority, Guid id)
    {
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open(authority, "test");
        return (await session.LoadAsync<CoordinatedAction>(id, CancellationToken.None)).State;
    }

    public static async Task DecideAsync(
        this EnforcementFixture node,
        string authority,
        Guid id,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide
    )
    {
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open(authority, "test");
        var now = node.Clock.GetUtcNow();
        var turn = new Turn("test", Guid.CreateVersion7(now), now);
        await session.DecideAsync<CoordinatedAction, ActionEvent>(id, f => decide(f, turn), CancellationToken.None);
    }
}
