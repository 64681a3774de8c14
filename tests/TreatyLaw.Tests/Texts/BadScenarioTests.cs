using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Texts;

public sealed class BadScenarioTests
{
    private const string Cast = """
        format: treaty-scenarios/1
        cast:
          authorities:
            AA-ONE: {jurisdiction: AA, kind: fiu, participations: {amld6: {status: full, from: "2020-01-01"}}}
          holidays: {}
        scenarios:

        """;

    [Theory]
    [InlineData(
        "clock: {instrument: amld6, acting: BB-TWO, events: [{event: request-received, at: \"2026-01-01\"}]}",
        "'BB-TWO' is not in the cast"
    )]
    [InlineData(
        "clock: {instrument: amld7, acting: AA-ONE, events: [{event: request-received, at: \"2026-01-01\"}]}",
        "'amld7'"
    )]
    [InlineData(
        "clock: {instrument: amld6, acting: AA-ONE, events: [{event: request-received, at: \"2026-01-32\"}]}",
        "not a time that exists"
    )]
    [InlineData("clock: {instrument: amld6, acting: AA-ONE, events: []}", "'events' is missing or empty")]
    [InlineData("facts: {security: \"yes\"}", "nothing is asked")]
    [InlineData("facts: {securty: \"yes\"}", "'securty' is not a field")]
    [InlineData("facts: {security: maybe}", "'maybe'")]
    [InlineData("overrides: {terms: {amld6.nothing: {conf: H}}}", "no instrument has a term 'amld6.nothing'")]
    [InlineData(
        "overrides: {authorities: {CC-TRE: {amld6: {status: full, from: \"2020-01-01\"}}}}",
        "'CC-TRE' is not in the cast"
    )]
    public void A_bad_scenario_is_told_what_is_wrong(string line, string what)
    {
        var problems = Problems(Cast + "  - {id: X01, title: T, " + line + "}");

        Assert.Contains(problems, problem => problem.Message.Contains(what, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(7, problem.Place.Line));
    }

    [Fact]
    public void A_file_of_another_format_is_refused() =>
        Assert.Contains(
            Problems("format: other/1\nscenarios: []"),
            p => p.Message.Contains("'other/1'", StringComparison.Ordinal)
        );

    [Fact]
    public void An_id_is_used_once()
    {
        const string Line =
            "  - {id: X01, title: T, clock: {instrument: amld6, acting: AA-ONE, events: [{event: request-received, at: \"2026-01-01\"}]}}\n";

        Assert.Contains(
            Problems(Cast + Line + Line),
            p => p.Message.Contains("already taken", StringComparison.Ordinal)
        );
    }

    private static LawProblem[] Problems(string text) =>
        [.. Assert.Throws<LawTextException>(() => ScenarioFile.Read(text, "s", Repository.Instruments)).Problems];
}
