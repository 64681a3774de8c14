using System.Net.Http.Headers;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Takes a file of records in: all of it, or nothing, or its good rows where the caller says so.</summary>
public sealed record IngestRecords(
    Guid BatchId,
    string Category,
    string SchemaVersion,
    string? Source,
    SentFile File,
    bool KeepGood,
    Tally Tally
)
{
    private const int LongestSource = 300;

    public static Decision<RecordBatchEvent> Decide(RecordBatch current, IngestRecords command, Turn turn) =>
        current.Ingested is not null ? new NoChange()
        : command.Tally.Read == 0 ? new Refusal("no-records", "The file holds no records.")
        : command.Tally.Rejected > 0 && !command.KeepGood
            ? new Refusal(
                "records-rejected",
                "Some rows are not right, and nothing was stored; keepGood=true keeps the others."
            )
        : command.Tally.Kept == 0 ? new Refusal("records-rejected", "No row is right; nothing was stored.")
        : new RecordsIngested(
            command.BatchId,
            command.Category,
            command.SchemaVersion,
            command.Source,
            command.File,
            command.Tally.Read,
            command.Tally.Kept,
            command.KeepGood,
            command.Tally.Codes,
            command.Tally.Problems,
            command.Tally.Span,
            turn.By,
            turn.Now
        );

    internal static void Map(IEndpointRouteBuilder records, RecordSettings settings) =>
        records
            .MapPost("/{category}", HandleAsync)
            .RequireRoles(Roles.DataSteward, Roles.System)
            .WithMetadata(new RequestSizeLimitAttribute(settings.MaxBytes))
            .WithSummary("Takes records in: a CSV file, JSON lines, a JSON array, or one JSON object.")
            .WithDescription(
                "The body is `text/csv` (UTF-8, headings first), `application/jsonl` or `application/x-ndjson` (one object a line), or "
                    + "`application/json`; `Content-Encoding` may be gzip or br. Every row is checked against the category's schema "
                    + "(`/api/record-categories/{category}`) and stored in one spelling. If any row is wrong nothing is stored, unless "
                    + "`keepGood=true`. Problems are counted by code, and the first of them named by row and field. `source` says "
                    + "where the file comes from. For CSV: `separator` is comma (default), semicolon, tab or pipe; `map=heading:field` "
                    + "says what a heading stands for (`map=heading:` leaves the column out); `set=field:value` gives every record a "
                    + "value. Lists in a cell are parted by `|`."
            )
            .Creates("/api/record-batches")
            .Produces<IngestAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(404)
            .ProducesProblem(415)
            .ProducesProblem(422);

    private static async Task<IResult> HandleAsync(
        string category,
        HttpContext http,
        AuthoritySession session,
        Caller caller,
        RecordCategories categories,
        RecordSettings settings,
        TimeProvider clock,
        CancellationToken cancellation,
        bool keepGood = false,
        string? source = null
    )
    {
        if (categories.Find(category) is not { } known)
        {
            return Problems.NotFound();
        }

        if (UnreadableKind(http.Request) is { } unreadable)
        {
            return unreadable;
        }

        var mediaType = MediaTypeHeaderValue.Parse(http.Request.ContentType!).MediaType!.ToLowerInvariant();
        var shape = new Shape().Optional("source", source, LongestSource);
        var reading = CsvQuery.Read(http.Request.Query, mediaType, known, shape);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var now = clock.GetUtcNow();
        var turn = new Turn(caller.Subject, Guid.CreateVersion7(now), now);
        using var file = new RecordFile(http.Request.Body, mediaType, EncodingOf(http.Request), settings);
        try
        {
            var rows = mediaType switch
            {
                RowSource.Csv => RowSource.TableOf(file.Unpacked, known, reading, settings, cancellation),
                RowSource.Json => RowSource.ArrayOf(file.Unpacked, settings, cancellation),
                _ => RowSource.LinesOf(file.Unpacked, settings, cancellation),
            };
            await session.Documents.BeginTransactionAsync(cancellation);
            var tally = await new Ingestion(known, settings, keepGood).RunAsync(
                rows,
                chunk => RecordStore.AddAsync(session, known.Name, turn.Seed, chunk, cancellation),
                cancellation
            );
            var sent = await file.FinishAsync(cancellation);
            var command = new IngestRecords(turn.Seed, known.Name, known.Version, source, sent, keepGood, tally);
            return await DecideAsync(session, command, turn, cancellation);
        }
        catch (UnreadableFileException fault)
        {
            return IngestAnswer.Unreadable(fault);
        }
    }

    // Rows that were written before a refusal go with the transaction, which only a decision to keep them commits.
    private static async Task<IResult> DecideAsync(
        AuthoritySession session,
        IngestRecords command,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (Decide(new RecordBatch(), command, turn) is Refused<RecordBatchEvent> { Refusal: var refusal })
        {
            return IngestAnswer.Refused(refusal, command.Tally);
        }

        var outcome = await session.DecideAsync<RecordBatch, RecordBatchEvent>(
            command.BatchId,
            current => Decide(current, command, turn),
            cancellation
        );
        return outcome.Changed
            ? Results.Created(
                $"/api/record-batches/{outcome.Id}",
                IngestAnswer.Of(outcome.Id, outcome.Version, command.Tally)
            )
            : outcome.ToResult();
    }

    private static ProblemHttpResult? UnreadableKind(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !RowSource.MediaTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase)
        )
        {
            return Problems.Of(
                415,
                "media-type-unsupported",
                $"Send one of: {string.Join(", ", RowSource.MediaTypes)}."
            );
        }

        if (type.CharSet?.Trim('"').ToLowerInvariant() is not (null or "utf-8" or "us-ascii"))
        {
            return Problems.Of(415, "charset-unsupported", "Send UTF-8.");
        }

        return EncodingOf(request) is { } encoding && !RecordFile.Encodings.Contains(encoding, StringComparer.Ordinal)
            ? Problems.Of(
                415,
                "content-encoding-unsupported",
                $"Content-Encoding is one of: {string.Join(", ", RecordFile.Encodings)}."
            )
            : null;
    }

    private static string? EncodingOf(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() is { Length: > 0 } encoding
            ? encoding
            : null;
}
