using System.Collections.Concurrent;
using System.Globalization;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>
/// Fetches the contents of packages that arrived. What is to be done is read from the files, so that a restart goes on where it was;
/// a lease gives each item to one replica.
/// </summary>
public sealed class Fetcher(
    HostedAuthorities hosted,
    AuthoritySessions sessions,
    FetchLeases leases,
    ContentSource source,
    IEnumerable<ItemVerified> verified,
    PackageSettings settings,
    TimeProvider clock,
    ILogger<Fetcher> logger
) : BackgroundService
{
    public const string By = "fetcher";
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var authority in hosted.Codes)
            {
                try
                {
                    await StartDueAsync(authority, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning("Looking for contents to fetch failed: {Kind}.", e.GetType().Name);
                    logger.LogDebug(e, "Fetcher failure.");
                }
            }

            await Task.Delay(settings.FetchEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_running.Values);
    }

    private async Task StartDueAsync(string authority, CancellationToken stopping)
    {
        var pending = await PendingAsync(authority, stopping);
        var notDue = pending.Count == 0 ? null : await leases.NotDueAsync(authority, stopping);
        foreach (var (package, number) in pending)
        {
            if (_running.Count >= settings.FetchAtOnce)
            {
                return;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{package:N}/{number}");
            if (!notDue!.Contains(id) && await leases.TryTakeAsync(authority, id, stopping))
            {
                Start(authority, package, number, id, stopping);
            }
        }
    }

    private async Task<List<(Guid Package, int Number)>> PendingAsync(string authority, CancellationToken cancellation)
    {
        await using var session = sessions.Open(authority, By);
        var entries = await session
            .Documents.Query<PackageEntry>()
            .Where(e => e.IsFetching)
            .OrderBy(e => e.OpenedAt)
            .Select(e => new { e.Id, e.Pending })
            .ToListAsync(cancellation);
        return [.. entries.SelectMany(e => e.Pending, (e, number) => (e.Id, number))];
    }

    private void Start(string authority, Guid package, int number, string id, CancellationToken stopping)
    {
        var key = $"{authority}/{id}";
        var begun = new TaskCompletionSource();
        _running[key] = RunAsync();
        begun.SetResult();

        async Task RunAsync()
        {
            await begun.Task;
            try
            {
                await FetchAsync(authority, package, number, id, stopping);
            }
            catch (Exception e)
            {
                await GiveBackAsync(authority, id, e, stopping);
            }
            finally
            {
                _running.TryRemove(key, out _);
            }
        }
    }

    private async Task GiveBackAsync(string authority, string id, Exception e, CancellationToken stopping)
    {
        if (!stopping.IsCancellationRequested)
        {
            logger.LogWarning("Item {Item} could not be fetched yet: {Kind}.", id, e.GetType().Name);
            logger.LogDebug(e, "Fetch failure.");
        }

        try
        {
            await leases.PostponeAsync(authority, id, CancellationToken.None);
        }
        catch (Exception again)
        {
            logger.LogDebug(again, "The lease runs out by itself.");
        }
    }

    private async Task FetchAsync(string authority, Guid package, int number, string id, CancellationToken stopping)
    {
        await using var session = sessions.Open(authority, By, causationId: id);
        var (file, _) = await session.LoadAsync<Package>(package, stopping);
        if (file.Shared.FirstOrDefault(i => i.Number == number) is not { } item)
        {
            return;
        }

        using var owned = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var keeping = KeepLeaseAsync(authority, id, owned);
        Written written;
        try
        {
            written = await source.FetchAsync(file, item, owned.Token);
        }
        finally
        {
            await owned.CancelAsync();
            await keeping;
        }

        await RecordAsync(session, file, item, written, id, stopping);
    }

    private async Task RecordAsync(
        AuthoritySession session,
        Package file,
        SharedItem item,
        Written written,
        string id,
        CancellationToken stopping
    )
    {
        var now = clock.GetUtcNow();
        var turn = new Turn(By, Guid.CreateVersion7(now), now);
        switch (written.Outcome)
        {
            case Writing.Stored:
                foreach (var told in verified)
                {
                    await told(session, file, item, stopping);
                }

                await session.DecideAsync<Package, PackageEvent>(
                    file.Id,
                    current => RecordArrival.Retrieved(current, item.Number, turn),
                    stopping
                );
                await leases.DropAsync(session.Authority, id, stopping);
                break;
            case Writing.Differs:
                var found = new ContentFacts(written.Reached, written.Sha256 ?? "");
                var outcome = await session.DecideAsync<Package, PackageEvent>(
                    file.Id,
                    current => RecordArrival.Differs(current, item.Number, found, settings.CorruptTries, turn),
                    stopping
                );
                var isGivenUp = outcome.State.Arrivals.All(a => a.Number != item.Number || !a.IsPending);
                await (
                    isGivenUp
                        ? leases.DropAsync(session.Authority, id, stopping)
                        : leases.PostponeAsync(session.Authority, id, stopping)
                );
                break;
            default:
                await leases.PostponeAsync(session.Authority, id, stopping);
                break;
        }
    }

    // Whoever lost the lease stops: another replica is at it.
    private async Task KeepLeaseAsync(string authority, string id, CancellationTokenSource owned)
    {
        try
        {
            while (true)
            {
                await Task.Delay(settings.FetchLease / 3, owned.Token);
                if (!await leases.RenewAsync(authority, id, owned.Token))
                {
                    await owned.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The transfer is over.
        }
        catch (Exception e)
        {
            logger.LogDebug(e, "The lease could not be renewed.");
        }
    }
}
