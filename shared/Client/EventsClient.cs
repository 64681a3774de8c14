using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>Something happened to a thing: ids and states only.</summary>
/// <param name="Cursor">Reading goes on after it.</param>
/// <param name="Id">The same however often it is told.</param>
/// <param name="Type">What happened, such as <c>request.answered</c>.</param>
/// <param name="Subject">Id of the thing.</param>
/// <param name="State">Where it stood when the entry was read.</param>
/// <param name="Clock">Of due-soon and overdue: the clock concerned.</param>
public sealed record FeedEntry(
    string Cursor,
    Guid Id,
    string Type,
    Guid Subject,
    string Reference,
    string State,
    string Side,
    string Partner,
    DateTimeOffset At,
    string? Clock = null
);

/// <summary>Entries of the feed; <c>Next</c> is where to go on, also when there is nothing more yet.</summary>
public sealed record EventsPage(IReadOnlyList<FeedEntry> Items, string Next);

/// <summary>What happens, in order.</summary>
public sealed class EventsClient
{
    private const string Root = "api/events";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // The service beats every 15 seconds by default; a connection that is silent for longer is dead.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
    private readonly Api _api;

    internal EventsClient(Api api) => _api = api;

    /// <summary>A page of entries after a cursor; from the oldest without one.</summary>
    public Task<EventsPage> PageAsync(
        string? after = null,
        int limit = 100,
        CancellationToken cancellation = default
    ) =>
        _api.GetAsync<EventsPage>(
            Api.Path(Root, ("after", after), ("limit", limit.ToString(CultureInfo.InvariantCulture))),
            cancellation
        );

    /// <summary>
    /// Entries as they happen, without end: a connection that breaks is opened again where it broke. After a restart, go on
    /// with the cursor of the last entry that was dealt with.
    /// </summary>
    /// <param name="after">A cursor, <c>start</c>, or null for what happens from now on.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<FeedEntry> StreamAsync(
        string? after = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        // The place is fixed at once, so that nothing is lost when the first connection breaks before its first entry.
        var place = after ?? (await PlaceOfNowAsync(cancellation));
        var pause = FirstPause;
        while (true)
        {
            await using var entries = ReadAsync(place, p => place = p, cancellation).GetAsyncEnumerator(cancellation);
            while (await NextAsync(entries, cancellation))
            {
                pause = FirstPause;
                yield return entries.Current;
            }

            await Task.Delay(pause, cancellation);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // False when the connection ended or broke; a refusal is the caller's.
    private static async Task<bool> NextAsync(IAsyncEnumerator<FeedEntry> entries, CancellationToken cancellation)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or IOException
                        or OperationCanceledException
                        or ApiProblemException { Status: >= 500 }
                && !cancellation.IsCancellationRequested
            )
        {
            return false;
        }
    }

    private async IAsyncEnumerable<FeedEntry> ReadAsync(
        string place,
        Action<string> moved,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(Silence);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/stream");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Add("Last-Event-ID", place);
        using var answer = await _api.SendAsync(request, silence.Token);
        await using var body = await answer.Content.ReadAsStreamAsync(silence.Token);
        await using var heard = new Heard(body, () => silence.CancelAfter(Silence));
        await foreach (var item in SseParser.Create(heard).EnumerateAsync(silence.Token))
        {
            if (JsonSerializer.Deserialize<FeedEntry>(item.Data, Api.Json) is { } entry)
            {
                yield return entry;
                moved(entry.Cursor);
            }
        }
    }

    private async Task<string> PlaceOfNowAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/stream?after=now");
        using var answer = await _api.SendAsync(request, cancellation);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                return line["id: ".Length..];
            }
        }

        throw new IOException("The stream ended before it said where it begins.");
    }
}
