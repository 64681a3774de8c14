using System.Collections.Immutable;
using System.Globalization;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Reads the fields of one map and notes every problem instead of stopping at the first; a field that nobody asked for
/// is a problem too.
/// </summary>
public sealed class LawFields(LawMap map, string? term, IList<LawProblem> problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public LawMap Map => map;

    public IList<LawProblem> Problems => problems;

    public string? Term { get; set; } = term;

    public bool Has(string name)
    {
        asked.Add(name);
        return map.Find(name) is not null;
    }

    public LawNode? Node(string name)
    {
        asked.Add(name);
        return map.Find(name);
    }

    public LawPlace PlaceOf(string name) => map.Find(name)?.Place ?? map.Place;

    public string? Text(string name, Words? vocabulary = null)
    {
        switch (Node(name))
        {
            case null:
                return null;
            case LawScalar scalar:
                return Checked(name, scalar, vocabulary);
            case var other:
                Report(other.Place, $"'{name}' must be a single value", "write one word or one quoted text");
                return null;
        }
    }

    public string Required(string name, Words? vocabulary = null)
    {
        if (Text(name, vocabulary) is { Length: > 0 } text)
        {
            return text;
        }

        if (map.Find(name) is null or LawScalar)
        {
            var words = vocabulary is null ? "" : $", one of: {Some(vocabulary)}";
            Report(map.Place, $"'{name}' is missing", $"add '{name}:'{words}");
        }

        return "";
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public ImmutableArray<string> Texts(string name, Words? vocabulary = null)
    {
        switch (Node(name))
        {
            case null:
                return [];
            case LawScalar scalar:
                return [Checked(name, scalar, vocabulary)];
            case LawList list:
                var texts = ImmutableArray.CreateBuilder<string>(list.Items.Length);
                foreach (var item in list.Items)
                {
                    if (item is LawScalar entry)
                    {
                        texts.Add(Checked(name, entry, vocabulary));
                    }
                    else
                    {
                        Report(item.Place, $"'{name}' must list single values", "write [one, two]");
                    }
                }

                return texts.ToImmutable();
            case var other:
                Report(other.Place, $"'{name}' must be a list", "write [one, two]");
                return [];
        }
    }

    public DateOnly? Date(string name)
    {
        if (Node(name) is not { } node)
        {
            return null;
        }

        if (node is LawScalar scalar && LawDates.Parse(scalar.Text) is { } date)
        {
            return date;
        }

        var written = node is LawScalar text ? $"'{text.Text}'" : "this";
        Report(node.Place, $"'{name}': {written} is not a date that exists", "write a calendar day as \"2026-03-02\"");
        return null;
    }

    public bool? Truth(string name)
    {
        if (Node(name) is not { } node)
        {
            return null;
        }

        if (node is LawScalar { Text: "true" or "false" } scalar)
        {
            return scalar.Text == "true";
        }

        Report(node.Place, $"'{name}' must be true or false", "write true or false without quotes");
        return null;
    }

    public int? Number(string name)
    {
        if (Node(name) is not { } node)
        {
            return null;
        }

        if (
            node is LawScalar scalar
            && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }

        Report(node.Place, $"'{name}' must be a whole number", "write digits only");
        return null;
    }

    public LawFields? Fields(string name)
    {
        switch (Node(name))
        {
            case null:
                return null;
            case LawMap inner:
                return new LawFields(inner, Term, problems);
            case var other:
                Report(other.Place, $"'{name}' must hold named values", "write {key: value}");
                return null;
        }
    }

    /// <summary>Reports the fields that nobody asked for.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            if (!asked.Contains(entry.Key))
            {
                var near = Spelling.Nearest(entry.Key, asked);
                var hint = near is null ? $"known here: {Some(asked)}" : $"did you mean '{near}'?";
                Report(entry.Value.Place, $"'{entry.Key}' is not a field that is known here", hint);
            }
        }
    }

    public void Report(LawPlace place, string message, string hint) =>
        problems.Add(new LawProblem(place, Term, message, hint));

    /// <summary>The vocabulary's own copy of a word: thousands of texts share it.</summary>
    private string Checked(string name, LawScalar scalar, Words? vocabulary)
    {
        if (vocabulary is null)
        {
            return scalar.Text;
        }

        if (vocabulary.Find(scalar.Text) is { } word)
        {
            return word;
        }

        var near = Spelling.Nearest(scalar.Text, vocabulary);
        var hint = near is null ? $"one of: {Some(vocabulary)}" : $"did you mean '{near}'?";
        Report(scalar.Place, $"'{name}': '{scalar.Text}' is not in the vocabulary", hint);
        return scalar.Text;
    }

    private static string Some(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal));
}
