using System.Globalization;
using System.Text.Json;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>One record in a page.</summary>
public sealed record RecordLine(Guid Batch, int Row, DateTimeOffset? At, JsonElement Record);

/// <summary>Shows an authority's records, oldest first: a page at a time, or all of them as a stream. Who reads is noted.</summary>
internal static class ListRecords
{
    private const int MostPerPage = 1000;

    public static void Map(IEndpointRouteBuilder records) =>
        records
            .MapGet("/{category}", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward, Roles.System)
            .WithSummary("Finds records by subject, identifier, venue and period, oldest first.")
            .WithDescription(
                "`identifier` is scheme:value, `subject` a name; either may be given several times, and one of them must fit. `venue` "
                    + "is a name or a MIC. `from` (included) and `to` (not included) are instants, or days that begin in UTC; a record "
                    + "that does not say when it happened is found without them only. Answered as a page (`limit` up to 1000; `after` is "
                    + "the `next` of the page before), or whole with `Accept: application/x-ndjson` or `text/csv`."
            )
            .Produces<Page<RecordLine>>()
            .ProducesProblem(404)
            .ProducesProblem(406);

    private static async Task<IResult> HandleAsync(
        string category,
        [AsParameters] RecordsAsked asked,
        HttpContext http,
        AuthoritySession session,
        Caller caller,
        RecordCategories categories,
        RecordQuery query,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (categories.Find(category) is not { } known)
        {
            return Problems.NotFound();
        }

        var shape = new Shape();
        var filter = asked.ToFilter(known, shape);
        var after = ReadCursor(asked.After, shape);
        var limit = asked.Limit ?? 100;
        shape.Must(limit is >= 1 and <= MostPerPage, "limit", "out-of-range", $"From 1 to {MostPerPage}.");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var format = FormatOf(http.Request);
        if (format == RecordFormat.Csv && !known.IsTable)
        {
            return Problems.Of(406, "not-a-table", "These records do not fit in lines; ask for application/x-ndjson.");
        }

        var note = new ReadNote(session, clock, caller.Subject, known.Name, http.Request.QueryString.Value ?? "");
        await note.BeginAsync(cancellation);
        if (format is null)
        {
            var page = await PageAsync(session, filter, after, limit, cancellation);
            await note.EndAsync(page.Items.Count);
            return Results.Ok(page);
        }

        return Results.Stream(
            async stream =>
                await note.EndAsync(
                    await query.WriteAsync(
                        session,
                        filter,
                        stream,
                        format.Value,
                        new HashSet<string>(StringComparer.Ordinal),
                        cancellation
                    )
                ),
            format == RecordFormat.Csv ? "text/csv; charset=utf-8" : RowSource.Lines[0]
        );
    }

    private static async Task<Page<RecordLine>> PageAsync(
        AuthoritySession session,
        RecordFilter filter,
        (DateTimeOffset?, Guid, int)? after,
        int limit,
        CancellationToken cancellation
    )
    {
        var found = await RecordStore.PageAsync(session, filter, after, limit + 1, cancellation);
        var lines = found.Select(r => new RecordLine(r.Batch, r.Number, r.At, JsonElement.Parse(r.Body))).ToList();
        return Pages.Cut(lines, limit, CursorOf);
    }

    private static Cursor CursorOf(RecordLine last) =>
        new($"{last.At?.ToString("O", CultureInfo.InvariantCulture)}|{last.Row}", last.Batch);

    private static (DateTimeOffset?, Guid, int)? ReadCursor(string? text, Shape shape)
    {
        if (Cursor.TryRead(text, out var cursor))
        {
            if (cursor is null)
            {
                return null;
            }

            if (
                cursor.Key.Split('|') is [var at, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            )
            {
                if (at.Length == 0)
                {
                    return (null, cursor.Id, row);
                }

                if (new Cursor(at, cursor.Id).TryInstant(out var instant))
                {
                    return (instant, cursor.Id, row);
                }
            }
        }

        shape.Wrong("after", "not-a-cursor", "Use the next of the page before, unchanged.");
        return null;
    }

    private static RecordFormat? FormatOf(HttpRequest request)
    {
        foreach (var type in request.GetTypedHeaders().Accept)
        {
            if (type.MediaType.Equals(RowSource.Csv, StringComparison.OrdinalIgnoreCase))
            {
                return RecordFormat.Csv;
            }

            if (RowSource.Lines.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            {
                return RecordFormat.Lines;
            }
        }

        return null;
    }
}
