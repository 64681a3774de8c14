using System.Globalization;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>What records a caller asks for, as it is written in the address.</summary>
public sealed record RecordsAsked(
    string[]? Subject = null,
    string[]? Identifier = null,
    string? Venue = null,
    string? From = null,
    string? To = null,
    string? After = null,
    int? Limit = null
)
{
    private const int Most = 100;

    internal RecordFilter ToFilter(RecordCategory category, Shape shape)
    {
        shape
            .Words("subject", Subject, Most, 300)
            .Words("identifier", Identifier, Most, IdentifierSchemes.LongestValue)
            .Optional("venue", Venue, 200);
        return new RecordFilter(category.Name)
        {
            Subjects = Subject ?? [],
            Identifiers = [.. (Identifier ?? []).Take(Most).Select((text, i) => Read(text, i, category, shape))],
            Venue = Venue,
            From = Instant("from", From, shape),
            To = Instant("to", To, shape),
        };
    }

    private static (string, string) Read(string text, int at, RecordCategory category, Shape shape)
    {
        var field = $"identifier[{at}]";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (scheme, value) = colon > 0 ? (text[..colon], text[(colon + 1)..]) : ("", text);
        if (!category.Schemes.Contains(scheme, StringComparer.Ordinal))
        {
            shape.Wrong(
                field,
                "scheme-unknown",
                $"Write scheme:value; records of {category.Name} are found by: {string.Join(", ", category.Schemes)}."
            );
            return (scheme, value);
        }

        if (!Formats.IsIdentifier(scheme))
        {
            return (scheme, value);
        }

        var check = IdentifierSchemes.Check(scheme, value);
        if (check.Problem is { } problem)
        {
            shape.Wrong(field, problem.Code, problem.Message);
        }

        return (scheme, check.Value ?? value);
    }

    private static DateTimeOffset? Instant(string field, string? text, Shape shape)
    {
        if (text is null)
        {
            return null;
        }

        var instant = Formats.Find("date-time")!(text.Length == 10 ? $"{text}T00:00:00Z" : text);
        if (instant.Value is null)
        {
            shape.Wrong(field, instant.Code!, "An instant such as 2026-03-02T12:00:00Z, or a day such as 2026-03-02.");
            return null;
        }

        return DateTimeOffset.Parse(instant.Value, CultureInfo.InvariantCulture);
    }
}
