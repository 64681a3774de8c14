using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>What came of a file of records: the batch, and what was wrong with rows.</summary>
public sealed record RecordsTaken(
    Guid Id,
    long Version,
    long Read,
    long Kept,
    long Rejected,
    IReadOnlyList<RecordProblem> Errors
);

/// <summary>What is wrong with one field of one row; rows count from 1.</summary>
public sealed record RecordProblem(long Row, string Field, string Code, string Message);

/// <summary>Records that came in together.</summary>
public sealed record RecordBatch
{
    public required Guid Id { get; init; }
    public required string Category { get; init; }

    /// <summary>ingested or withdrawn.</summary>
    public required string State { get; init; }
    public string? Source { get; init; }
    public long Read { get; init; }
    public long Kept { get; init; }
    public long Rejected { get; init; }
    public DateTimeOffset IngestedAt { get; init; }
}

/// <summary>Which records are asked for; of identifiers and subjects one has to fit.</summary>
public sealed record RecordQuery
{
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Each as scheme:value.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>A name or a MIC.</summary>
    public string? Venue { get; init; }

    /// <summary>The first instant, or a day as YYYY-MM-DD.</summary>
    public string? From { get; init; }

    /// <summary>The first instant or day that is not wanted any more.</summary>
    public string? To { get; init; }
}

/// <summary>Supervisory records of the authority.</summary>
public sealed class RecordsClient
{
    private const string Lines = "application/x-ndjson";
    private readonly Api _api;

    internal RecordsClient(Api api) => _api = api;

    /// <summary>Takes a file in, of any size, without holding it in memory; the stream is read to its end and closed.</summary>
    /// <param name="category">Such as trades.</param>
    /// <param name="file">Sent again after a broken connection if it can be rewound.</param>
    /// <param name="mediaType">text/csv, application/x-ndjson or application/json.</param>
    /// <param name="source">Where the file comes from.</param>
    /// <param name="keepGood">Keeps the right rows where others are wrong; otherwise nothing is stored then.</param>
    /// <param name="key">The same key again has no second effect.</param>
    /// <param name="cancellation">Stops sending; nothing is stored then.</param>
    public async Task<RecordsTaken> IngestAsync(
        string category,
        Stream file,
        string mediaType,
        string? source = null,
        bool keepGood = false,
        string? key = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = new StreamContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var path = Api.Path(
            $"api/records/{Uri.EscapeDataString(category)}",
            ("source", source),
            ("keepGood", keepGood ? "true" : null)
        );
        return await _api.PostContentAsync<RecordsTaken>(path, content, file.CanSeek, key, cancellation);
    }

    /// <summary>Records as they come, oldest first; only one is in memory at a time.</summary>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        string category,
        RecordQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(category, query ?? new RecordQuery()));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Lines));
        using var answer = await _api.SendAsync(request, cancellation);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            yield return JsonElement.Parse(line);
        }
    }

    /// <summary>Null when there is no such batch.</summary>
    public Task<RecordBatch?> FindBatchAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<RecordBatch>($"api/record-batches/{id}", cancellation);

    /// <summary>Takes a batch back: its records are deleted.</summary>
    public Task<CommandAnswer> WithdrawBatchAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"api/record-batches/{id}/withdrawal", new { reason }, key, cancellation);

    private static string PathOf(string category, RecordQuery query) =>
        Api.Path(
            $"api/records/{Uri.EscapeDataString(category)}",
            [
                .. query.Subjects.Select(s => ("subject", (string?)s)),
                .. query.Identifiers.Select(i => ("identifier", (string?)i)),
                ("venue", query.Venue),
                ("from", query.From),
                ("to", query.To),
            ]
        );
}
