using System.Globalization;
using System.Text.Json;
using CaseCoordination.Client;
using Npgsql;

namespace CaseCoordination.Bench.Releases;

/// <summary>Actions of three authorities each that all have one T-0: how late each file lets its measures go out.</summary>
internal static class ReleaseMode
{
    private const int Usual = 100;

    public static async Task RunAsync(string[] args, TextWriter output)
    {
        var count = Number(args, "--actions", Usual);
        var releaseAt = TimeProvider.System.GetUtcNow().AddSeconds(Number(args, "--within", 60 + (4 * count)));
        using var trio = await Trio.JoinAsync();
        var ids = await ArmedActions.ArmAsync(trio, count, releaseAt);
        var stored = StoredAsync(ids.Count * trio.Codes.Count, releaseAt);
        var (releases, known) = await ToldAsync(trio, ids, releaseAt);
        var (half, all) = await stored;
        var late = releases.Select(r => r.LateByMs!.Value).Order().ToList();
        var figures = new (string Measure, double Value)[]
        {
            ("time of release after T-0, min, ms", late[0]),
            ("p50, ms", At(late, 50)),
            ("p90, ms", At(late, 90)),
            ("p99, ms", At(late, 99)),
            ("max, ms", late[^1]),
            ("late by the mark (more than 1 s)", releases.Count(r => r.IsLate == true)),
            ("from T-0 until half of the releases are stored, ms", half),
            ("from T-0 until all releases are stored, ms", all),
            ("from T-0 until every lead's board shows all releases, ms", known),
        };
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {count} actions, {releases.Count} files released | value |\n| --- | ---: |"
            )
        );
        foreach (var (measure, value) in figures)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {measure} | {value:F0} |"));
        }

        if (Settings.Option(args, "--json") is { } file)
        {
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(
                    new { count, figures = figures.ToDictionary(f => f.Measure, f => f.Value, StringComparer.Ordinal) }
                )
            );
        }
    }

    private static long At(List<long> sorted, int percentile) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percentile / 100.0) - 1)];

    private static int Number(string[] args, string name, int otherwise) =>
        Settings.Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    // What counts is stored, whatever time it states: the database is asked, as cheaply as it can be.
    private static async Task<(double Half, double All)> StoredAsync(int files, DateTimeOffset releaseAt)
    {
        var address = new NpgsqlConnectionStringBuilder(Settings.Required("POSTGRES_SUPERUSER"))
        {
            Database = "enforcement_actions",
        };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "select count(*) from store.mt_events where type = 'action-released'",
            connection
        );
        await count.ExecuteScalarAsync();
        await ReachAsync(releaseAt);
        double? half = null;
        while (true)
        {
            var stored = (long)(await count.ExecuteScalarAsync())!;
            var elapsed = (TimeProvider.System.GetUtcNow() - releaseAt).TotalMilliseconds;
            half ??= stored >= files / 2.0 ? elapsed : null;
            if (stored >= files)
            {
                return (half!.Value, elapsed);
            }

            await Task.Delay(20);
        }
    }

    // The lead's board is asked from T-0 on, until it shows the releases of all.
    private static async Task<(IReadOnlyCollection<BoardPlace> Releases, double All)> ToldAsync(
        Trio trio,
        IReadOnlyList<Guid> ids,
        DateTimeOffset releaseAt
    )
    {
        await ReachAsync(releaseAt);
        var releases = new List<BoardPlace>();
        foreach (var id in ids)
        {
            while (true)
            {
                var board = await trio.Lead.Actions.BoardAsync(id);
                var shown = board!.Board.Participants.Where(p => p.ReleasedAt is not null).ToList();
                if (shown.Count == trio.Codes.Count)
                {
                    releases.AddRange(shown);
                    break;
                }

                await Task.Delay(100);
            }
        }

        return (releases, (TimeProvider.System.GetUtcNow() - releaseAt).TotalMilliseconds);
    }

    private static async Task ReachAsync(DateTimeOffset instant)
    {
        while (instant - TimeProvider.System.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left);
        }
    }
}
