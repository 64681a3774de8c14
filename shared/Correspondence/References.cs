using System.Collections.Concurrent;
using System.Globalization;
using CaseCoordination.Platform.Store;
using JasperFx;

namespace CaseCoordination.Correspondence;

/// <summary>The last number that an authority gave out in a year.</summary>
public sealed record ReferenceCounter
{
    public required string Id { get; init; }
    public int Version { get; set; }
    public required int Last { get; init; }
}

/// <summary>
/// Numbers files per authority and year, such as <c>XA-2026-0007</c>, with a mark of its own for another kind of file, such as
/// <c>XA-RFA-2026-0007</c>; a number that is not used leaves a gap.
/// </summary>
public sealed class References(AuthoritySessions sessions, string mark = "")
{
    private const int Attempts = 50;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    public async Task<string> NextAsync(string authority, DateTimeOffset now, CancellationToken cancellation)
    {
        var year = now.Year.ToString(CultureInfo.InvariantCulture);
        var number = await NumberAsync(authority, year, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{authority.Split('-')[0]}{mark}-{year}-{number:0000}");
    }

    // Requests of one process queue here, so that only other replicas can win a race for a number.
    private async Task<int> NumberAsync(string authority, string year, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(authority, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await TryAsync(authority, year, attempt == Attempts, cancellation) is { } number)
                {
                    return number;
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<int?> TryAsync(string authority, string year, bool isLast, CancellationToken cancellation)
    {
        await using var session = sessions.Open(authority, "references");
        var counter = await session.Documents.LoadAsync<ReferenceCounter>(year, cancellation);
        var next = new ReferenceCounter { Id = year, Last = (counter?.Last ?? 0) + 1 };
        session.Documents.UpdateRevision(next, (counter?.Version ?? 0) + 1);
        try
        {
            await session.SaveAsync(cancellation);
            return next.Last;
        }
        catch (ConcurrencyException) when (!isLast)
        {
            return null;
        }
    }
}
