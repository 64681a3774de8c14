using System.Text.Json;
using CaseCoordination.DataSharing.Records.Schemas;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Takes the rows of one file through the schema into a batch, a few thousand at a time.</summary>
internal sealed class Ingestion(RecordCategory category, RecordSettings settings, bool keepGood)
{
    private const int AtOnce = 2000;
    private readonly JsonDocumentOptions _json = new()
    {
        MaxDepth = settings.MaxDepth,
        AllowDuplicateProperties = false,
    };

    /// <param name="rows">The rows of the file.</param>
    /// <param name="store">Stores records under way; nobody sees them until the batch is decided.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public async Task<Tally> RunAsync(
        IAsyncEnumerable<RawRow> rows,
        Func<IReadOnlyList<NewRecord>, Task> store,
        CancellationToken cancellation
    )
    {
        using var reading = new RowReading();
        var tally = new Tally(settings.MaxProblems);
        var chunk = new List<NewRecord>(AtOnce);
        var storing = Task.CompletedTask;
        try
        {
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                if (row.Row > settings.MaxRows)
                {
                    throw new UnreadableFileException(
                        "too-many-rows",
                        $"At most {settings.MaxRows} rows in one file; send it in parts."
                    );
                }

                Read(row, reading);
                if (reading.Problems.Count > 0)
                {
                    tally.Reject(reading.Problems);
                    continue;
                }

                tally.Keep(reading.At);
                if (tally.Rejected == 0 || keepGood)
                {
                    chunk.Add(NewRecord.Of(reading));
                }

                if (chunk.Count == AtOnce)
                {
                    await storing;
                    storing = store(chunk);
                    chunk = new List<NewRecord>(AtOnce);
                }
            }
        }
        finally
        {
            // The connection takes one statement at a time: whatever happens next must find it free.
            await storing;
        }

        if (chunk.Count > 0)
        {
            await store(chunk);
        }

        return tally;
    }

    private void Read(RawRow row, RowReading reading)
    {
        reading.Begin(row.Row);
        if (row.Code is not null)
        {
            reading.Unreadable(row.Code, row.Message!, row.Field);
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(row.Json, _json);
            category.Read(json.RootElement, reading);
        }
        catch (InvalidOperationException)
        {
            reading.Unreadable("not-unicode", "A name or text holds half of a character pair.");
        }
        catch (JsonException e)
        {
            var isDeep = e.Message.Contains("depth", StringComparison.Ordinal);
            var isTwice = e.Message.Contains("uplicate", StringComparison.Ordinal);
            reading.Unreadable(
                isDeep ? "too-deep"
                    : isTwice ? "named-twice"
                    : "json-malformed",
                isDeep ? $"At most {settings.MaxDepth} levels of nesting."
                    : isTwice ? "A name occurs twice in one object."
                    : "The row is not one JSON object."
            );
        }
    }
}

/// <summary>A record that is right, ready to be stored.</summary>
/// <param name="Number">Its row in the file, from 1.</param>
/// <param name="At">When it happened; absent where it does not say.</param>
/// <param name="Keys">What it is found by.</param>
/// <param name="Body">The record as JSON in its one spelling.</param>
internal sealed record NewRecord(int Number, DateTimeOffset? At, string[] Keys, string Body)
{
    public static NewRecord Of(RowReading reading) =>
        new(
            checked((int)reading.Row),
            reading.At,
            [.. reading.Keys],
            System.Text.Encoding.UTF8.GetString(reading.Json.Span)
        );
}
