using System.Net;
using System.Net.ServerSentEvents;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Notifications;

/// <summary>The feed as a connection that stays open.</summary>
public sealed class StreamTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private RequestClient Of(string group, params string[] roles) =>
        new(node.As("XA-SMA", $"xa-{group}", roles.Length == 0 ? ["officer"] : roles, [group]));

    [Fact]
    public async Task A_stream_tells_what_happens_as_it_happens()
    {
        await node.TeachAsync();
        using var officer = Of("stream-live");
        await using var stream = await Reading.OpenAsync(officer.Http, "");
        Assert.NotNull(await stream.BeatAsync());
        var id = await officer.AskAsync();
        Assert.Equal(["request.drafted", "request.submitted"], await stream.TakeAsync(2));
        await node.CarryAsync(id, LetterKinds.Submission);
        await Eventually.HoldsAsync(
            async () => (await stream.TakeAsync(1))[0] == "request.delivered",
            "the delivery to be told"
        );
    }

    [Fact]
    public async Task A_stream_that_broke_resumes_without_gaps_and_doubles()
    {
        await node.TeachAsync();
        using var officer = Of("stream-resume");
        var all = new List<string>();
        var place = "start";
        for (var i = 0; i < 6; i++)
        {
            await officer.AskAsync(RequestClient.Draft($"Number {i}"));
            await using var stream = await Reading.OpenAsync(officer.Http, "", place);
            for (var taken = 0; taken < (i == 5 ? 7 : 1); taken++)
            {
                await stream.TakeAsync(1);
                all.Add(stream.LastId);
                place = stream.LastId;
            }
        }

        var page = await officer.EventsAsync("limit=500");
        Assert.Equal(page.Items.Take(12).Select(e => e.Cursor), all);
        Assert.Equal(12, all.Count);
    }

    [Fact]
    public async Task A_beat_moves_the_place_and_tells_nothing()
    {
        await node.TeachAsync();
        using var colleague = Of("stream-blind", Roles.System);
        await using var stream = await Reading.OpenAsync(colleague.Http, "after=now");
        var first = await stream.BeatAsync();
        using var officer = Of("stream-hidden");
        await officer.AskAsync();
        var second = await stream.BeatAsync();
        Assert.NotEqual(first, second);
        Assert.Empty((await colleague.EventsAsync($"after={second}")).Items);
    }

    [Fact]
    public async Task A_stream_ends_with_its_token()
    {
        using var http = node.WithToken(Tokens.For("XA-SMA", "xa-short", ["system"], ["x"], TimeSpan.FromSeconds(3)));
        await using var stream = await Reading.OpenAsync(http, "");
        await Eventually.HoldsAsync(async () => await stream.LineAsync() is null, "the stream to end");
    }

    [Fact]
    public async Task A_stream_begins_at_a_cursor_of_ours_only()
    {
        using var officer = Of("stream-bad");
        using var answer = await officer.Http.GetAsync("/api/events/stream?after=tomorrow");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([("after", "not-a-cursor")], await RequestClient.ErrorsAsync(answer));
    }

    /// <summary>A stream as it is read, line by line.</summary>
    private sealed class Reading(HttpResponseMessage answer, StreamReader lines) : IAsyncDisposable
    {
        public string LastId { get; private set; } = "";

        public static async Task<Reading> OpenAsync(HttpClient http, string query, string? resume = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/stream?{query}");
            request.Headers.TryAddWithoutValidation("Last-Event-ID", resume);
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
            return new Reading(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }

        public async Task<string?> LineAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await lines.ReadLineAsync(limit.Token);
        }

        public async Task<IReadOnlyList<string>> TakeAsync(int count)
        {
            var found = new List<string>();
            var (id, type) = ("", "");
            while (found.Count < count)
            {
                var line = await LineAsync() ?? throw new EndOfStreamException();
                switch (line.Split(": ", 2))
                {
                    case ["id", var value]:
                        id = value;
                        break;
                    case ["event", var value]:
                        type = value;
                        break;
                    case [""] when type.Length > 0:
                        found.Add(type);
                        (LastId, type) = (id, "");
                        break;
                }
            }

            return found;
        }

        /// <summary>The id of the next beat.</summary>
        public async Task<string> BeatAsync()
        {
            while (await LineAsync() != ": alive") { }

            return (await LineAsync())!["id: ".Length..];
        }

        public async ValueTask DisposeAsync()
        {
            lines.Dispose();
            answer.Dispose();
            await ValueTask.CompletedTask;
        }
    }
}
