using System.Globalization;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What is asked, as a caller writes it.</summary>
/// <param name="Fields">Fields of the instrument's form, by their names in the treaty vocabulary.</param>
public sealed record ContentBody(
    string? Title,
    MatterInput?[]? Matters,
    string[]? Assistance,
    string? Instrument = null,
    bool Pinned = false,
    bool Urgent = false,
    bool Oral = false,
    string? Language = null,
    IReadOnlyDictionary<string, string>? Fields = null,
    SubjectInput?[]? Subjects = null,
    IReadOnlyDictionary<string, string>? Facts = null,
    string? ReplyBy = null,
    string? Tlp = null,
    RecordsInput?[]? Records = null
);

/// <summary>Supervisory records asked for, as a caller writes it; days are inclusive, in UTC.</summary>
/// <param name="Category">Such as trades or transfers.</param>
/// <param name="Venue">A venue's MIC or name; absent for every venue.</param>
/// <param name="Identifiers">Records of one of these; absent for all.</param>
public sealed record RecordsInput(
    string? Category,
    string? Venue = null,
    string? From = null,
    string? To = null,
    IdentifierInput[]? Identifiers = null
);

/// <summary>Whom or what a request is about, as a caller writes it.</summary>
public sealed record SubjectInput(string? Kind, string? Name, IdentifierInput[]? Identifiers = null);

/// <summary>Shapes that several use cases share.</summary>
internal static class RequestShapes
{
    private const int MostMatters = 10;
    private const int MostSubjects = 50;
    private const int MostRecords = 20;
    private const int LongestField = 20_000;
    private static readonly string[] Kinds = ["person", "entity", "venue", "wallet", "account"];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The content if its shape is right; everything wrong is noted otherwise.</summary>
    public static Content Content(this Shape shape, ContentBody? body)
    {
        if (body is null)
        {
            shape.Wrong("content", "required", "Say what is asked.");
            return Domain.Content.None;
        }

        shape
            .Text("content.title", body.Title, 200)
            .Count("content.matters", body.Matters, 1, MostMatters)
            .Count("content.assistance", body.Assistance, 1, Vocabulary.Assistance.Count())
            .WordsOf("content.assistance", body.Assistance, [.. Vocabulary.Assistance])
            .Optional("content.instrument", body.Instrument, 100)
            .Must(
                body is not { Pinned: true, Instrument: null },
                "content.instrument",
                "required",
                "Name the instrument that alone may be used, or leave out pinned."
            )
            .Must(
                body is not { Oral: true, Urgent: false },
                "content.urgent",
                "required",
                "Only what is urgent is asked by word of mouth."
            )
            .Must(
                body.Language is null || (body.Language.Length == 2 && body.Language.All(char.IsAsciiLetterLower)),
                "content.language",
                "not-a-language",
                "Two letters, such as en."
            )
            .Facts("content.facts", body.Facts)
            .ReplyBy("content.replyBy", body.ReplyBy)
            .OneOf("content.tlp", body.Tlp ?? Tlp, Shapes.Tlp);
        foreach (var (matter, i) in (body.Matters ?? []).Take(MostMatters).Select((m, i) => (m, i)))
        {
            shape.Matter(matter, $"content.matters[{i}]");
        }

        foreach (var (field, text) in body.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            shape
                .Must(
                    Vocabulary.Fields.Contains(field),
                    $"content.fields.{field}",
                    "not-in-list",
                    $"One of: {string.Join(", ", Vocabulary.Fields)}."
                )
                .Text($"content.fields.{field}", text, LongestField);
        }

        var subjects = shape.Subjects("content.subjects", body.Subjects);
        var records = shape.Records("content.records", body.Records);
        return shape.IsWrong ? Domain.Content.None : ContentOf(body, subjects, records);
    }

    private const string Tlp = "TLP:AMBER";

    private static Content ContentOf(ContentBody body, Subject[] subjects, RecordsAsk[] records) =>
        new(
            body.Title!,
            [.. body.Matters!.Select(m => m!.ToMatter())],
            Shapes.Distinct(body.Assistance),
            body.Instrument,
            body.Pinned,
            body.Urgent,
            body.Oral,
            body.Language ?? "en",
            [
                .. (body.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal))
                    .OrderBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f => new ContentField(f.Key, f.Value)),
            ],
            subjects,
            new SortedDictionary<string, string>(
                (body.Facts ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(
                    f => f.Key,
                    f => f.Value,
                    StringComparer.Ordinal
                ),
                StringComparer.Ordinal
            ),
            body.ReplyBy,
            body.Tlp ?? Tlp,
            records.Length > 0 ? records : null
        );

    /// <summary>The subjects with checked identifiers; what is wrong is noted at its field.</summary>
    public static Subject[] Subjects(this Shape shape, string list, SubjectInput?[]? given)
    {
        shape.Count(list, given, 0, MostSubjects);
        var subjects = new List<Subject>();
        foreach (var (input, i) in (given ?? []).Take(MostSubjects).Select((s, i) => (s, i)))
        {
            var field = $"{list}[{i}]";
            shape
                .OneOf($"{field}.kind", input?.Kind, Kinds)
                .Text($"{field}.name", input?.Name, 300)
                .Count($"{field}.identifiers", input?.Identifiers, 0, 50);
            subjects.Add(
                new Subject(
                    input?.Kind ?? "",
                    input?.Name ?? "",
                    shape.Identifiers($"{field}.identifiers", input?.Identifiers)
                )
            );
        }

        return [.. subjects];
    }

    private static RecordsAsk[] Records(this Shape shape, string list, RecordsInput?[]? given)
    {
        shape.Count(list, given, 0, MostRecords);
        var asks = new List<RecordsAsk>();
        foreach (var (input, i) in (given ?? []).Take(MostRecords).Select((r, i) => (r, i)))
        {
            var field = $"{list}[{i}]";
            shape
                .Text($"{field}.category", input?.Category, 40)
                .Optional($"{field}.venue", input?.Venue, 100)
                .Count($"{field}.identifiers", input?.Identifiers, 0, 50);
            foreach (var (name, day) in new[] { ("from", input?.From), ("to", input?.To) })
            {
                if (day is not null)
                {
                    shape.Date($"{field}.{name}", day);
                }
            }

            shape.Must(
                input is not { From: { } from, To: { } to } || string.CompareOrdinal(from, to) <= 0,
                $"{field}.to",
                "before-from",
                "The last day is not before the first."
            );
            asks.Add(
                new RecordsAsk(
                    input?.Category ?? "",
                    input?.Venue,
                    input?.From,
                    input?.To,
                    shape.Identifiers($"{field}.identifiers", input?.Identifiers)
                )
            );
        }

        return [.. asks];
    }
}
