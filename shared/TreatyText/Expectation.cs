using System.Collections.Immutable;

namespace CaseCoordination.TreatyText;

/// <summary>Compares a decision with what a scenario expects; only the keys stated there are compared.</summary>
public static class Expectation
{
    /// <summary>Every way in which the decision differs; empty where it holds.</summary>
    public static ImmutableArray<string> Differences(LawMap expect, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(expect);
        ArgumentNullException.ThrowIfNull(decision);
        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in expect.Entries)
        {
            differences.AddRange(Compare(entry.Key, entry.Value, decision));
        }

        return differences.ToImmutable();
    }

    private static IEnumerable<string> Compare(string key, LawNode value, Decision decision) =>
        key switch
        {
            "outcome" => Same(key, Text(value), decision.Outcome.Code()),
            "basis" => Same(key, Text(value), decision.Basis),
            "given" => SameSet(key, Texts(value), decision.Given),
            "notGiven" => SameSet(key, Texts(value), decision.NotGiven),
            "consentFrom" => SameSet(key, Texts(value), decision.ConsentFrom),
            "ask" => SameSet(key, Texts(value), decision.Ask),
            "deadlines" => SameSet(key, Deadlines(value), [.. decision.Deadlines.Select(d => $"{d.Do} {d.DueText}")]),
            "cites" => Within(key, Texts(value), Cites(decision)),
            "duties" => Within(key, Texts(value), decision.Duties),
            "rejectedBases" => Within(key, Texts(value), [.. decision.Rejected.Select(basis => basis.Instrument)]),
            "parts" => Parts(value, decision),
            "mustNot" => Texts(value)
                .Where(banned => Holds(banned, decision))
                .Select(banned => $"must not be {banned}"),
            _ => [],
        };

    private static IEnumerable<string> Parts(LawNode value, Decision decision)
    {
        if (value is not LawList list)
        {
            return ["parts: a list is expected"];
        }

        if (list.Items.Length != decision.Parts.Length)
        {
            return [$"parts: {list.Items.Length} expected, {decision.Parts.Length} found"];
        }

        return list.Items.OfType<LawMap>().SelectMany(expected => Part(expected, decision));
    }

    private static IEnumerable<string> Part(LawMap expected, Decision decision)
    {
        var name = Text(expected.Find("subject") ?? expected.Find("item"));
        foreach (var part in decision.Parts)
        {
            if (name == (part.Item ?? part.Subject?.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            {
                return Differences(expected, part.Decision).Select(difference => $"part {name}: {difference}");
            }
        }

        return [$"part {name} is missing"];
    }

    private static bool Holds(string banned, Decision decision)
    {
        var colon = banned.IndexOf(':', StringComparison.Ordinal);
        var value = banned[(colon + 1)..];
        return banned[..Math.Max(colon, 0)] switch
        {
            "outcome" => decision.Outcome.Code() == value,
            "basis" => decision.Basis == value,
            "cites" => Cites(decision).Contains(value, StringComparer.Ordinal),
            "given" => decision.Given.Contains(value, StringComparer.Ordinal),
            "duties" => decision.Duties.Contains(value, StringComparer.Ordinal),
            "ask" => decision.Ask.Contains(value, StringComparer.Ordinal),
            _ => false,
        };
    }

    private static IEnumerable<string> Same(string key, string? expected, string found) =>
        expected == found ? [] : [$"{key}: {expected} expected, {found} found"];

    private static IEnumerable<string> SameSet(
        string key,
        ImmutableArray<string> expected,
        ImmutableArray<string> found
    )
    {
        var extra = found.Except(expected, StringComparer.Ordinal).Select(value => $"{key}: {value} not expected");
        return Within(key, expected, found).Concat(extra);
    }

    private static IEnumerable<string> Within(
        string key,
        ImmutableArray<string> expected,
        ImmutableArray<string> found
    ) => expected.Except(found, StringComparer.Ordinal).Select(value => $"{key}: {value} is missing");

    private static ImmutableArray<string> Cites(Decision decision) => [.. decision.Citations.Select(c => c.Text)];

    private static ImmutableArray<string> Deadlines(LawNode value) =>
        value is LawList list
            ? [.. list.Items.OfType<LawMap>().Select(item => $"{Text(item.Find("do"))} {Text(item.Find("due"))}")]
            : [];

    private static string? Text(LawNode? value) => (value as LawScalar)?.Text;

    private static ImmutableArray<string> Texts(LawNode value) =>
        value is LawList list ? [.. list.Items.OfType<LawScalar>().Select(item => item.Text)] : [];
}
