using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests;

public sealed class ScenarioTests
{
    private static readonly string Own = Path.Combine(Repository.Root, "tests", "TreatyLaw.Tests", "Scenarios");

    public static TheoryData<string, string> OwnScenarios => All(Directory.EnumerateFiles(Own, "*.yaml"));

    [Theory]
    [MemberData(nameof(OwnScenarios))]
    public void A_scenario_of_our_own_is_judged_as_expected(string file, string id) =>
        Check(Path.Combine(Own, file), id);

    [Fact]
    public void Every_reference_scenario_is_judged_as_expected()
    {
        if (!File.Exists(Repository.ReferenceScenarios))
        {
            Assert.Skip($"The reference scenarios are not there: {Repository.ReferenceScenarios}");
        }

        var scenarios = Read(Repository.ReferenceScenarios);
        Assert.NotEmpty(scenarios);
        Assert.Empty(scenarios.SelectMany(Differences));
    }

    [Fact]
    public void An_expectation_that_does_not_hold_is_noticed()
    {
        var scenario = Read(Path.Combine(Own, "requests.yaml"))[0];
        var wrong = YamlText.Read(
            "{outcome: BLOCKED, basis: cpc, cites: [Nowhere], deadlines: [{do: reply, due: \"2026-01-01\"}], parts: [{subject: 1}]}",
            "wrong"
        );
        Assert.Equal(5, Expectation.Differences((LawMap)wrong, scenario.Judge()).Length);
    }

    private static void Check(string file, string id) =>
        Assert.Empty(Differences(Read(file).Single(scenario => scenario.Id == id)));

    private static IEnumerable<string> Differences(Scenario scenario) =>
        scenario.Expect is { } expect
            ? Expectation.Differences(expect, scenario.Judge()).Select(difference => $"{scenario.Id}: {difference}")
            : [$"{scenario.Id}: nothing is expected"];

    private static System.Collections.Immutable.ImmutableArray<Scenario> Read(string file) =>
        ScenarioFile.Read(File.ReadAllText(file), file, Repository.Instruments);

    private static TheoryData<string, string> All(IEnumerable<string> files)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            foreach (var scenario in Read(file))
            {
                data.Add(Path.GetFileName(file), scenario.Id);
            }
        }

        return data;
    }
}
