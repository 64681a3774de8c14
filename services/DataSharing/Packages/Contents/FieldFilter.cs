using System.Net.Http.Headers;

namespace CaseCoordination.DataSharing.Packages.Contents;

/// <summary>A content that a filter cannot be sure about: nothing of it may go out filtered.</summary>
public sealed class UnfilterableException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Copies records without some of their fields, in constant memory; the original is only read.</summary>
public static class FieldFilter
{
    private static readonly string[] Lines =
    [
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
    ];

    public static bool Handles(string mediaType) => CopyOf(mediaType) is not null;

    /// <summary>Copies; throws <see cref="UnfilterableException"/> where a field is unknown or the content is not well formed.</summary>
    /// <param name="mediaType">CSV with a header, JSON, or one JSON value a line.</param>
    /// <param name="from">The original.</param>
    /// <param name="to">Where the copy goes.</param>
    /// <param name="withheld">Column names, or paths of members such as <c>buyer.name</c>; lists between are passed through.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Task CopyAsync(
        string mediaType,
        Stream from,
        Stream to,
        IReadOnlyCollection<string> withheld,
        CancellationToken cancellation
    ) =>
        CopyOf(mediaType) is { } copy
            ? copy(from, to, withheld, cancellation)
            : throw new UnfilterableException(
                "not-filterable",
                "Fields can be left out of CSV, JSON and one JSON value a line; leave the item out or replace it."
            );

    internal static UnfilterableException Unknown(IEnumerable<string> fields) =>
        new("field-unknown", $"No record has: {string.Join(", ", fields.Order(StringComparer.Ordinal))}.");

    private static Func<Stream, Stream, IReadOnlyCollection<string>, CancellationToken, Task>? CopyOf(string mediaType)
    {
        var type = MediaTypeHeaderValue.TryParse(mediaType, out var parsed)
            ? parsed.MediaType?.ToLowerInvariant()
            : null;
        return type switch
        {
            "text/csv" => CsvFilter.CopyAsync,
            "application/json" => (from, to, withheld, ct) => JsonFilter.CopyAsync(from, to, withheld, false, ct),
            not null when Lines.Contains(type, StringComparer.Ordinal) => (from, to, withheld, ct) =>
                JsonFilter.CopyAsync(from, to, withheld, true, ct),
            _ => null,
        };
    }
}
