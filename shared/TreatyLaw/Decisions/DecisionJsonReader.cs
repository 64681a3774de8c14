using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CaseCoordination.TreatyLaw;

/// <summary>The way back from a decision's JSON text.</summary>
internal static class DecisionJsonReader
{
    public static Decision Read(JsonElement json) =>
        new()
        {
            Outcome = Outcomes.Parse(Text(json, "outcome")) ?? throw new JsonException("no outcome of this model"),
            Basis = Text(json, "basis"),
            Versions = All(
                json,
                "versions",
                v => new InstrumentVersion(Text(v, "instrument"), Text(v, "hash"), Text(v, "edition"))
            ),
            Citations = All(
                json,
                "citations",
                c => new Citation(Text(c, "text"), Text(c, "instrument"), Text(c, "term"), Text(c, "conf"))
            ),
            DecidedBy = Texts(json, "decidedBy"),
            Tested = Texts(json, "tested"),
            Unknown = Texts(json, "unknown"),
            Rejected = All(
                json,
                "rejected",
                r => new RejectedBasis(Text(r, "instrument"), Text(r, "reason"), Texts(r, "terms"))
            ),
            Given = Texts(json, "given"),
            NotGiven = Texts(json, "notGiven"),
            ConsentFrom = Texts(json, "consentFrom"),
            Deadlines = All(json, "deadlines", ReadDeadline),
            Windows = All(json, "windows", ReadWindow),
            Duties = Texts(json, "duties"),
            Ask = Texts(json, "ask"),
            Parts = All(json, "parts", ReadPart),
        };

    private static Deadline ReadDeadline(JsonElement json)
    {
        var (due, byTheHour) = Due(json, "due");
        return new Deadline(Text(json, "do"), due, byTheHour, Text(json, "acting"), Text(json, "term"));
    }

    private static ObjectionWindow ReadWindow(JsonElement json) =>
        new(Text(json, "do"), Text(json, "by"), Due(json, "until").Due, Text(json, "item"), Text(json, "term"));

    private static DecisionPart ReadPart(JsonElement json) =>
        new(
            json.TryGetProperty("subject", out var subject) ? subject.GetInt32() : null,
            json.TryGetProperty("item", out var item) ? item.GetString() : null,
            Read(json.GetProperty("decision"))
        );

    private static (DateTime Due, bool ByTheHour) Due(JsonElement json, string name) =>
        DueFormat.Read(Text(json, name))
        ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"'{name}' is no date"));

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.GetString() is { } text
            ? text
            : throw new JsonException($"'{name}' is missing");

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        All(json, name, value => value.GetString()!);

    private static ImmutableArray<T> All<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list)
            ? [.. list.EnumerateArray().Select(read)]
            : throw new JsonException($"'{name}' is missing");
}
