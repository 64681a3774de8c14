using CaseCoordination.Platform.Store;
using JasperFx;
using Marten;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>Which replica fetches an item, how often it was tried, and when it is tried again; gone once the item is settled.</summary>
public sealed record FetchLease
{
    /// <summary>Package and number.</summary>
    public required string Id { get; init; }
    public int Version { get; set; }
    public required string Holder { get; init; }
    public required DateTimeOffset HeldUntil { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset NextAt { get; init; }
}

/// <summary>Gives items to replicas so that no two fetch one; a replica that was killed loses its items after a while.</summary>
public sealed class FetchLeases(AuthoritySessions sessions, PackageSettings settings, TimeProvider clock)
{
    private const string By = "fetcher";
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private readonly string _self = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Items that somebody has, or that are to be tried later.</summary>
    public async Task<IReadOnlySet<string>> NotDueAsync(string authority, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var session = sessions.Open(authority, By);
        var ids = await session
            .Documents.Query<FetchLease>()
            .Where(l => l.HeldUntil > now || l.NextAt > now)
            .Select(l => l.Id)
            .ToListAsync(cancellation);
        return ids.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Takes an item, if it is due and nobody else has it.</summary>
    public async Task<bool> TryTakeAsync(string authority, string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await ChangeAsync(
            authority,
            id,
            lease =>
                lease is null || (lease.HeldUntil <= now && lease.NextAt <= now)
                    ? new FetchLease
                    {
                        Id = id,
                        Holder = _self,
                        HeldUntil = now + settings.FetchLease,
                        Attempts = lease?.Attempts ?? 0,
                        NextAt = now,
                    }
                    : null,
            cancellation
        );
    }

    /// <summary>Says that the fetch is alive; false when another replica has taken it over.</summary>
    public async Task<bool> RenewAsync(string authority, string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await ChangeAsync(
            authority,
            id,
            lease => lease?.Holder == _self ? lease with { HeldUntil = now + settings.FetchLease } : null,
            cancellation
        );
    }

    /// <summary>Gives an item back to be tried later, each time later than before.</summary>
    public async Task PostponeAsync(string authority, string id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ChangeAsync(
            authority,
            id,
            lease =>
                lease?.Holder == _self
                    ? lease with
                    {
                        HeldUntil = now,
                        Attempts = lease.Attempts + 1,
                        NextAt = now + PauseAfter(lease.Attempts),
                    }
                    : null,
            cancellation
        );
    }

    public async Task DropAsync(string authority, string id, CancellationToken cancellation)
    {
        await using var session = sessions.Open(authority, By);
        session.Documents.Delete<FetchLease>(id);
        await session.SaveAsync(cancellation);
    }

    /// <summary>Forgets what nobody has tried since an instant: its package is settled.</summary>
    public async Task ForgetAsync(string authority, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var session = sessions.Open(authority, By);
        session.Documents.DeleteWhere<FetchLease>(l => l.NextAt < before);
        await session.SaveAsync(cancellation);
    }

    private TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 16));
        return pause < settings.RetryAtMost ? pause : settings.RetryAtMost;
    }

    private async Task<bool> ChangeAsync(
        string authority,
        string id,
        Func<FetchLease?, FetchLease?> change,
        CancellationToken cancellation
    )
    {
        await using var session = sessions.Open(authority, By);
        var lease = await session.Documents.LoadAsync<FetchLease>(id, cancellation);
        if (change(lease) is not { } changed)
        {
            return false;
        }

        session.Documents.UpdateRevision(changed, (lease?.Version ?? 0) + 1);
        try
        {
            await session.SaveAsync(cancellation);
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }
}
