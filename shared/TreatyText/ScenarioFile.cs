using System.Collections.Immutable;

namespace CaseCoordination.TreatyText;

/// <summary>Reads a scenario file: a cast, and scenarios that are independent of each other.</summary>
public static class ScenarioFile
{
    /// <summary>Throws <see cref="LawTextException"/> with every problem found; no scenario is run by half.</summary>
    public static ImmutableArray<Scenario> Read(string text, string source, IReadOnlyList<Instrument> instruments)
    {
        var problems = new List<LawProblem>();
        if (YamlText.Read(text, source) is not LawMap map)
        {
            throw new LawTextException([
                new LawProblem(new LawPlace(source, 1), null, "not a scenario file", "it begins with 'format:'"),
            ]);
        }

        var fields = new LawFields(map, null, problems);
        fields.Required("format", Words.Of("treaty-scenarios/1"));
        var cast = fields.Node("cast") as LawMap ?? new LawMap([], map.Place);
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        if (fields.Node("scenarios") is not LawList list || list.Items.IsEmpty)
        {
            fields.Report(map.Place, "'scenarios' is missing or empty", "list at least one scenario");
            throw new LawTextException([.. problems]);
        }

        fields.Done();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is LawMap scenario && new ScenarioReader(scenario, cast, instruments, problems).Read() is { } read)
            {
                scenarios.Add(read);
                if (!seen.Add(read.Id))
                {
                    problems.Add(
                        new LawProblem(item.Place, read.Id, "this id is already taken", "give each its own id")
                    );
                }
            }
        }

        return problems.Count == 0 ? scenarios.ToImmutable() : throw new LawTextException([.. problems]);
    }
}
