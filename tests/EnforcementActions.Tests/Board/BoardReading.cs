using System.Globalization;
using System.Text.Json;

namespace CaseCoordination.EnforcementActions.Tests.Board;

/// <summary>A stream of a board as it is read, line by line.</summary>
internal sealed class BoardReading(HttpResponseMessage answer, StreamReader lines) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<BoardReading> OpenAsync(HttpClient http, string path, string? resume = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Last-Event-ID", resume);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new BoardReading(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event: its id and what it tells.</summary>
    public async Task<(long Id, JsonElement Board)> NextAsync()
    {
        var id = 0L;
        while (true)
        {
            var line = await LineAsync() ?? throw new EndOfStreamException("The stream ended.");
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (id, JsonElement.Parse(line[6..]));
            }
        }
    }

    /// <summary>How many events come before so many signs of life.</summary>
    public async Task<int> EventsUntilBeatsAsync(int beats)
    {
        for (var events = 0; ; )
        {
            var line = await LineAsync() ?? throw new EndOfStreamException("The stream ended.");
            events += line.StartsWith("data: ", StringComparison.Ordinal) ? 1 : 0;
            if (line == ": alive" && --beats == 0)
            {
                return events;
            }
        }
    }

    public async Task EndsAsync()
    {
        while (await LineAsync() is not null) { }
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> LineAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await lines.ReadLineAsync(limit.Token);
    }
}
