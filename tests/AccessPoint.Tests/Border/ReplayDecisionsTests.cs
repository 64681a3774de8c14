using System.Globalization;
using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;
using Npgsql;
using static CaseCoordination.AccessPoint.Tests.AccessPointFixture;

namespace CaseCoordination.AccessPoint.Tests.Border;

/// <summary>The command that judges every stored decision again.</summary>
public sealed class ReplayDecisionsTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>, IAsyncLifetime
{
    private DispatchLetter _passed = null!;
    private DispatchLetter _stopped = null!;

    public async ValueTask InitializeAsync()
    {
        await fixture.TeachAsync(CarefulLaw.Terms);
        _passed = await SendAsync(Dispatch("XA-SMA", "XB-DAC"), "delivered");
        _stopped = await SendAsync(Dispatch("XA-SMA", "MSB-KNA"), "rejected");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_decision_replays_the_same_also_when_the_law_has_changed_since()
    {
        // An answer, a letter of wrong form, and one that is turned away on arrival: whatever a border decides.
        await SendAsync(Dispatch("XB-DAC", "XA-SMA", new LegalQuestion { ReliesOn = _passed.LetterId }), "delivered");
        await SendAsync(Dispatch("XA-SMA", "XA-SMA"), "rejected");
        await SendAsync(Dispatch("XA-SMA", "XB-DAC", Ask with { ConductFrom = "soon" }), "rejected");
        var before = await ReplayAsync(expected: 0);

        // Judged by tomorrow's law, each would come out otherwise.
        await fixture.PublishAsync(CarefulLaw.On(["fraud"]), from: "2021-01-01");
        await Eventually.HoldsAsync(
            async () => (await fixture.ReplicaAsync()).Instruments.Count == 2,
            "the new version"
        );
        try
        {
            Assert.Equal(
                "no-basis",
                (await LifeOfAsync(await SendAsync(Dispatch("XA-SMA", "XB-DAC"), "rejected"))).Reason
            );
            var after = await ReplayAsync(expected: 0);
            Assert.Equal(Replayed(before) + 1, Replayed(after));
        }
        finally
        {
            await fixture.PublishAsync(CarefulLaw.Terms, from: "2021-01-02");
            await Eventually.HoldsAsync(
                async () => (await fixture.ReplicaAsync()).Instruments.Count == 3,
                "the former terms again"
            );
        }
    }

    [Fact]
    public async Task Every_decision_that_was_altered_is_reported_and_no_other()
    {
        (string Tamper, bool IsStopped)[] tampers =
        [
            (Event("letter-accepted", "decision", "PENDING_FACTS", "GRANT"), false),
            (Event("letter-accepted", "outcome", "PENDING_FACTS", "GRANT"), false),
            (Event("letter-accepted", "instrument", "test-mou", "other-mou"), false),
            (Event("letter-accepted", "citations", "T §3", "T §4"), false),
            (Event("letter-accepted", "obligations", "consent", "allow"), false),
            (Event("letter-accepted", "asked", "derivatives", "securities"), false),
            (Event("letter-taken-in", "ownDecision", "PENDING_FACTS", "GRANT"), false),
            (Event("letter-taken-in", "ownOutcome", "PENDING_FACTS", "GRANT"), false),
            (Event("letter-rejected", "decision", "NO_BASIS", "BLOCKED"), true),
            (Shown("ownDecision", "NO_BASIS", "BLOCKED"), true),
            (Shown("outcome", "NO_BASIS", "GRANT"), true),
            (Shown("citations", "T §1", "T §9"), true),
            (Question("no json"), true),
            (Question("{}"), true),
            (Question("null"), true),
            ("update store.mt_events set data = data - 'book' - 'asked' where stream_id = '{0}'", true),
            ("delete from store.mt_doc_letterview where id = '{0}'", true),
        ];
        var altered = new List<Guid>();
        await AlteredAsync(
            async execute =>
            {
                foreach (var (tamper, isStopped) in tampers)
                {
                    var letter = isStopped
                        ? await SendAsync(Dispatch("XA-SMA", "MSB-KNA"), "rejected")
                        : await SendAsync(Dispatch("XA-SMA", "XB-DAC"), "delivered");
                    altered.Add(letter.LetterId);
                    await execute("insert into kept_events select * from store.mt_events on conflict do nothing");
                    await execute(
                        "insert into kept_views select * from store.mt_doc_letterview on conflict do nothing"
                    );
                    var sql = tamper.Replace("{0}", $"{letter.LetterId}", StringComparison.Ordinal);
                    Assert.True(await execute(sql) > 0, sql);
                }
            },
            async () =>
            {
                var output = await ReplayAsync(expected: 1);
                var told = output
                    .Split("The decision on letter ")
                    .Skip(1)
                    .Select(line => Guid.Parse(line[..36], CultureInfo.InvariantCulture));
                Assert.Equal(altered.Order(), told.Distinct().Order());
            }
        );
        await ReplayAsync(expected: 0);

        static string Event(string @event, string part, string from, string to) =>
            $"update store.mt_events set {Set(part, from, to)} where type = '{@event}' and stream_id = '{{0}}'";

        static string Shown(string part, string from, string to) =>
            $"update store.mt_doc_letterview set {Set(part, from, to)} where id = '{{0}}'";

        static string Question(string asked) =>
            $"update store.mt_events set data = data || jsonb_build_object('asked', '{asked}'::text) where stream_id = '{{0}}'";

        static string Set(string part, string from, string to) =>
            $"data = data || jsonb_build_object('{part}', replace((data -> '{part}')::text, '{from}', '{to}')::jsonb)";
    }

    [Theory]
    [InlineData(
        "update store.mt_doc_lawbookpage set data = jsonb_set(data, '{text}', to_jsonb(replace(data ->> 'text', 'T §3', 'T §4')))"
    )]
    [InlineData("update store.mt_doc_lawbookpage set data = jsonb_set(data, '{text}', '\"no law\"')")]
    [InlineData("delete from store.mt_doc_lawbookpage")]
    public async Task A_law_book_that_was_altered_or_is_gone_replays_nothing(string tamper) =>
        await AlteredAsync(
            async execute => Assert.True(await execute(tamper) > 0),
            async () =>
            {
                var output = await ReplayAsync(expected: 1);
                Assert.Contains($"letter {_passed.LetterId} of XA-SMA", output, StringComparison.Ordinal);
                Assert.Contains($"letter {_passed.LetterId} of XB-DAC", output, StringComparison.Ordinal);
                Assert.Contains($"letter {_stopped.LetterId} of XA-SMA", output, StringComparison.Ordinal);
            }
        );

    // Alters rows, looks, and puts back what was altered.
    private async Task AlteredAsync(Func<Func<string, Task<int>>, Task> alter, Func<Task> look)
    {
        (string Table, string Kept)[] tables =
        [
            ("mt_events", "kept_events"),
            ("mt_doc_letterview", "kept_views"),
            ("mt_doc_lawbookpage", "kept_books"),
        ];
        await using var connection = await fixture.Node.ConnectAsync("access-point");
        foreach (var (table, kept) in tables)
        {
            await ExecuteAsync($"create temp table {kept} (like store.{table} including indexes)");
            await ExecuteAsync($"insert into {kept} select * from store.{table}");
        }

        try
        {
            await alter(ExecuteAsync);
            await look();
        }
        finally
        {
            foreach (var (table, kept) in tables)
            {
                await ExecuteAsync($"insert into store.{table} select * from {kept} on conflict do nothing");
                await ExecuteAsync(
                    $"""
                    update store.{table} now set data = kept.data from {kept} kept
                    where now.id = kept.id and to_jsonb(now) -> 'tenant_id' is not distinct from to_jsonb(kept) -> 'tenant_id'
                    """
                );
            }
        }

        async Task<int> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<string> ReplayAsync(int expected)
    {
        var (code, output) = await ServiceProcess.RunAsync(typeof(BorderJudge).Assembly, fixture.Settings, "replay");
        Assert.True(code == expected, output);
        return output;
    }

    // The number before the words.
    private static int Replayed(string output)
    {
        var end = output.IndexOf(" decisions replayed, 0 differ", StringComparison.Ordinal);
        var start = output.LastIndexOf(' ', end - 1);
        return int.Parse(output.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }

    private async Task<DispatchLetter> SendAsync(DispatchLetter dispatch, string state)
    {
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync(dispatch.Sender, dispatch.LetterId, state);
        return dispatch;
    }

    private Task<AccessPoint.Letters.LetterLife> LifeOfAsync(DispatchLetter dispatch) =>
        fixture.LifeInAsync(dispatch.Sender, dispatch.LetterId, "rejected");
}
