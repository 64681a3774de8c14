using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CaseCoordination.DataSharing.Records.Schemas;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>One row as JSON that may still be wrong, or the reason why there is none; holds until the next row is asked for.</summary>
internal readonly record struct RawRow(
    long Row,
    ReadOnlyMemory<byte> Json,
    string? Code = null,
    string? Message = null,
    string Field = ""
);

/// <summary>The rows of a file, one at a time.</summary>
internal static class RowSource
{
    public const string Csv = "text/csv";
    public const string Json = "application/json";

    /// <summary>Media types of one JSON object a line.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    ["application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/ndjson"];

    public static IReadOnlyList<string> MediaTypes { get; } = [Csv, .. Lines, Json];

    public static async IAsyncEnumerable<RawRow> LinesOf(
        Stream stream,
        RecordSettings settings,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var lines = new LineSplitter(stream, settings.MaxRowBytes);
        for (var row = 0L; await lines.NextAsync(cancellation); )
        {
            if (lines.IsTooLong || !IsBlank(lines.Row.Span))
            {
                row++;
                yield return Of(row, lines, settings);
            }
        }
    }

    public static async IAsyncEnumerable<RawRow> ArrayOf(
        Stream stream,
        RecordSettings settings,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var members = new ArraySplitter(stream, settings.MaxRowBytes);
        for (var row = 0L; await members.NextAsync(cancellation); )
        {
            var isBlank = !members.IsTooLong && IsBlank(members.Row.Span);
            if (!members.IsOutside && !(isBlank && members.IsLast && row == 0))
            {
                row++;
                yield return Of(row, members, settings);
            }
        }
    }

    public static async IAsyncEnumerable<RawRow> TableOf(
        Stream stream,
        RecordCategory category,
        CsvReading reading,
        RecordSettings settings,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var lines = new CsvSplitter(stream, settings.MaxRowBytes, reading.Separator);
        var cells = new CsvCells(reading.Separator);
        if (!await lines.NextAsync(cancellation))
        {
            yield break;
        }

        if (lines.IsTooLong || !cells.Read(Trim(lines.Row.Span)))
        {
            throw new UnreadableFileException(
                "headings-unreadable",
                "The first line must hold the headings, parted by the separator."
            );
        }

        using var columns = new CsvColumns(cells, category, reading, settings.MaxColumns);
        for (var row = 0L; await lines.NextAsync(cancellation); )
        {
            if (!lines.IsTooLong && IsBlank(lines.Row.Span))
            {
                continue;
            }

            row++;
            yield return lines.IsTooLong ? TooLong(row, settings)
            : cells.Read(Trim(lines.Row.Span)) ? columns.Read(row, cells)
            : new RawRow(
                row,
                default,
                "quote-misplaced",
                "A quotation mark stands inside a cell that is not quoted, or text follows a quoted cell."
            );
        }
    }

    private static RawRow Of(long row, RowSplitter splitter, RecordSettings settings) =>
        splitter.IsTooLong ? TooLong(row, settings)
        : !Utf8.IsValid(splitter.Row.Span) ? new RawRow(row, default, "not-utf8", "The row is not UTF-8.")
        : new RawRow(row, splitter.Row);

    private static RawRow TooLong(long row, RecordSettings settings) =>
        new(row, default, "row-too-long", $"At most {settings.MaxRowBytes} bytes a row.");

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.EndsWith("\r"u8) ? line[..^1] : line;

    private static bool IsBlank(ReadOnlySpan<byte> row) => row.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
