using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Board;

/// <summary>The board over HTTP, at once and as it changes.</summary>
public sealed class BoardApiTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private const string Group = "board-readers";

    [Fact]
    public async Task Readers_of_the_file_see_the_board_with_the_server_s_time_and_clock()
    {
        var id = await ProposedAsync();
        using var officer = Reader();
        using var answer = await officer.GetAsync(Board(id));
        Assert.True(answer.IsSuccessStatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var board = json.GetProperty("board");
        Assert.Equal($"\"{board.GetProperty("version").GetInt64()}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("proposed", board.GetProperty("state").GetString());
        Assert.Equal(3, board.GetProperty("participants").GetArrayLength());
        Assert.Contains(
            board.GetProperty("ball").EnumerateArray(),
            l => l.GetProperty("what").GetString() == "vote" && l.GetProperty("blocks").GetBoolean()
        );
        Assert.True(json.TryGetProperty("serverTime", out _));
        Assert.True(json.TryGetProperty("serverClock", out _));
    }

    [Fact]
    public async Task An_auditor_outside_the_groups_sees_state_and_times_only()
    {
        var id = await ProposedAsync();
        using var auditor = node.As(Trio.Lead, "xa-auditor", [Roles.Auditor], ["elsewhere"]);
        var board = (await auditor.GetFromJsonAsync<JsonElement>(Board(id))).GetProperty("board");
        Assert.True(board.GetProperty("isOutline").GetBoolean());
        Assert.Equal("proposed", board.GetProperty("state").GetString());
        Assert.Equal(0, board.GetProperty("participants").GetArrayLength());
        Assert.Equal(0, board.GetProperty("ball").GetArrayLength());
        Assert.DoesNotContain(Trio.Partner, board.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board")]
    [InlineData("board/events")]
    public async Task Whoever_may_not_know_the_action_finds_no_board(string path)
    {
        var id = await ProposedAsync();
        using var stranger = node.As(Trio.Lead, "xa-stranger", [Roles.Officer], ["elsewhere"]);
        using var abroad = node.As("MSB-KNA", "msb-officer", [Roles.Officer], [Group]);
        foreach (var http in (HttpClient[])[stranger, abroad])
        {
            using var known = await http.GetAsync($"/api/actions/{id}/{path}");
            using var unknown = await http.GetAsync($"/api/actions/{Guid.CreateVersion7()}/{path}");
            Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
            Assert.Equal(await Answers.StableAsync(unknown), await Answers.StableAsync(known));
        }
    }

    [Fact]
    public async Task A_stream_tells_the_board_and_every_change_of_it()
    {
        var id = await ProposedAsync();
        using var officer = Reader();
        await using var stream = await BoardReading.OpenAsync(officer, Board(id) + "/events");
        var (first, board) = await stream.NextAsync();
        Assert.Equal(board.GetProperty("board").GetProperty("version").GetInt64(), first);
        await HoldAsync(id, "Wait for the court.");
        var (second, changed) = await stream.NextAsync();
        Assert.True(second > first);
        Assert.Contains(
            changed.GetProperty("board").GetProperty("ball").EnumerateArray(),
            l => l.GetProperty("what").GetString() == "lift-hold"
        );
    }

    [Fact]
    public async Task A_stream_that_broke_goes_on_with_the_next_change()
    {
        var id = await ProposedAsync();
        using var officer = Reader();
        long place;
        await using (var stream = await BoardReading.OpenAsync(officer, Board(id) + "/events"))
        {
            (place, _) = await stream.NextAsync();
        }

        await using (var quiet = await BoardReading.OpenAsync(officer, Board(id) + "/events", $"{place}"))
        {
            Assert.Equal(0, await quiet.EventsUntilBeatsAsync(3));
        }

        await HoldAsync(id, "Wait for the court.");
        await using var resumed = await BoardReading.OpenAsync(officer, Board(id) + "/events", $"{place}");
        Assert.True((await resumed.NextAsync()).Id > place);
    }

    [Fact]
    public async Task A_stream_ends_when_the_reader_may_no_longer_see_the_action()
    {
        var id = await ProposedAsync();
        using var officer = Reader();
        await using var stream = await BoardReading.OpenAsync(officer, Board(id) + "/events");
        await stream.NextAsync();
        await using (var session = node.Services.GetRequiredService<AuthoritySessions>().Open(Trio.Lead, "test"))
        {
            var entry = await session.Documents.LoadAsync<ActionEntry>(id);
            session.Documents.Store(entry! with { Groups = ["others"] });
            await session.SaveAsync(CancellationToken.None);
        }

        await stream.EndsAsync();
    }

    [Fact]
    public async Task A_stream_ends_with_its_token()
    {
        var id = await ProposedAsync();
        using var http = node.WithToken(
            Tokens.For(Trio.Lead, "xa-short", [Roles.Officer], [Group], TimeSpan.FromSeconds(3))
        );
        await using var stream = await BoardReading.OpenAsync(http, Board(id) + "/events");
        await stream.EndsAsync();
    }

    [Fact]
    public async Task A_stream_resumes_at_a_version_only()
    {
        var id = await ProposedAsync();
        using var officer = Reader();
        officer.DefaultRequestHeaders.Add("Last-Event-ID", "yesterday");
        using var answer = await officer.GetAsync(Board(id) + "/events");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not-a-version", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_letters_told_of_a_clock_stands_in_the_timeline()
    {
        var trio = new Trio(node.Clock.GetUtcNow(), Guid.CreateVersion7()).Draft(null, Group).Propose().Carry();
        trio.Ahead[Trio.Partner] = TimeSpan.FromSeconds(90);
        await node.StoreAsync(trio.Ready(Trio.Partner).Carry());
        using var officer = Reader();
        var timeline = await officer.GetStringAsync($"/api/actions/{trio.Id}/timeline?size=500");
        Assert.Contains("clock-inferred", timeline, StringComparison.Ordinal);
    }

    private static string Board(Guid id) => $"/api/actions/{id}/board";

    private HttpClient Reader() => node.As(Trio.Lead, "xa-reader", [Roles.Officer], [Group]);

    private Task HoldAsync(Guid id, string reason) =>
        node.DecideAsync(
            Trio.Lead,
            id,
            (f, turn) => DeclareReadiness.Decide(f, new(Readiness.Hold, null, reason, null, null), turn)
        );

    private async Task<Guid> ProposedAsync()
    {
        var trio = new Trio(node.Clock.GetUtcNow(), Guid.CreateVersion7()).Draft(null, Group).Propose().Carry();
        await node.StoreAsync(trio);
        return trio.Id;
    }
}
