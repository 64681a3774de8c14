using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Reads an instrument from a law text, all of it or nothing.</summary>
public static class InstrumentReader
{
    /// <summary>Throws <see cref="LawTextException"/> with every problem found.</summary>
    public static Instrument Read(LawNode node)
    {
        var problems = new List<LawProblem>();
        return Read(node, problems) ?? throw new LawTextException([.. problems]);
    }

    /// <summary>Reads an instrument, or notes what is wrong and returns nothing.</summary>
    public static Instrument? Read(LawNode node, IList<LawProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(problems);
        if (node is not LawMap map)
        {
            problems.Add(new LawProblem(node.Place, null, "not an instrument", "it begins with 'treaty: its-id'"));
            return null;
        }

        var before = problems.Count;
        var fields = new LawFields(map, null, problems);
        var id = fields.Required("treaty");
        var title = fields.Required("title");
        var edition = Edition(fields);
        var binding = fields.Truth("binding");
        if (binding is null && map.Find("binding") is null)
        {
            fields.Report(map.Place, "'binding' is missing", "write true for law, false for a statement of intent");
        }

        var calendar = CalendarRule.Read(fields);
        var except = fields.Texts("infoAnyExcept", Vocabulary.Assistance);
        var terms = Terms(fields, problems);
        fields.Done();
        InstrumentChecks.Check(map, terms, problems);
        return problems.Count > before
            ? null
            : new Instrument(id, title, edition, binding ?? false, calendar, except, map, terms);
    }

    private static string Edition(LawFields fields)
    {
        if (fields.Node("edition") is not LawMap edition)
        {
            fields.Report(
                fields.PlaceOf("edition"),
                "'edition' is missing",
                "write edition: {consolidated: \"2026-06-05\"}"
            );
            return "";
        }

        return string.Join(
            ", ",
            edition.Entries.Select(entry => $"{entry.Key} {(entry.Value as LawScalar)?.Text ?? "?"}")
        );
    }

    private static ImmutableArray<Term> Terms(LawFields fields, IList<LawProblem> problems)
    {
        if (fields.Node("terms") is not LawList list || list.Items.IsEmpty)
        {
            fields.Report(fields.PlaceOf("terms"), "'terms' is missing or empty", "list at least one term");
            return [];
        }

        var terms = ImmutableArray.CreateBuilder<Term>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (item is not LawMap map)
            {
                fields.Report(item.Place, "a term must hold named values", "write {id: ..., kind: ..., cites: [...]}");
            }
            else if (TermReader.Read(map, problems) is { } term)
            {
                terms.Add(term);
            }
        }

        return terms.ToImmutable();
    }
}
