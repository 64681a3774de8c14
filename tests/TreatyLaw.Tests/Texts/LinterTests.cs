using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Texts;

public sealed class LinterTests
{
    private const string Head = """
        treaty: sample
        title: Sample
        edition: {made: "2020"}
        binding: true
        calendar: {rule: any, holidays: acting-authority}
        terms:
          - {id: s.party, kind: party, cites: ["S Art. 1"], status: full, roles: [request, be-requested], capabilities: [A], conf: H}
          - {id: s.matter, kind: matter, cites: ["S Art. 2"], codes: [fraud], over: [any], conf: H}
          - {id: s.give, kind: assistance, cites: ["S Art. 3"], give: [info.files, statement.take], modality: shall, trigger: request, conf: H}
          - {id: s.bar, kind: ground, cites: ["S Art. 4"], effect: forbids-refusal, when: conduct-lawful-here, conf: H}
          - {id: s.rule, kind: handling, cites: ["S Art. 5"], object: information, op: use, purpose: [tax], effect: allow, conf: H}

        """;

    [Fact]
    public void The_shipped_law_has_no_findings() => Assert.Empty(Linter.Lint(Repository.Book));

    [Fact]
    public void The_sample_itself_has_no_findings() => Assert.Empty(Lint(""));

    [Theory]
    [InlineData("kind: ground, effect: permits-refusal, when: security, for: [freeze.assets]", "never applies")]
    [InlineData(
        "kind: ground, effect: permits-refusal, when: security, for: [info.files], notFor: [info.files]",
        "does not exclude"
    )]
    [InlineData("kind: ground, effect: permits-refusal, when: conduct-lawful-here", "forbids what it permits")]
    [InlineData(
        "kind: deadline, after: request-received, do: reply, for: [inspect.onsite], within: {n: 1, unit: days}",
        "never starts"
    )]
    [InlineData(
        "kind: assistance, give: [freeze.assets], modality: shall, trigger: request, needs: F",
        "nobody can have"
    )]
    [InlineData(
        "kind: assistance, give: [freeze.assets], modality: shall, trigger: request, fallback: freeze.advise",
        "never given"
    )]
    [InlineData("kind: handling, object: information, op: use, purpose: [tax], effect: deny", null)]
    [InlineData("kind: handling, object: information, op: use, effect: objection-window", "how long")]
    [InlineData(
        "kind: handling, object: information, op: use, effect: notify, except: {when: security, effect: deny}",
        "no milder"
    )]
    [InlineData("kind: matter, codes: [fraud], excludes: [fraud], over: [any]", "excludes everything")]
    [InlineData("kind: party, status: full, roles: []", "neither ask nor be asked")]
    [InlineData("kind: lifecycle, prefer: {over: nothing}", "which is not here")]
    public void A_term_that_cannot_work_is_found(string fields, string? what)
    {
        var findings = Lint($"  - {{id: s.x, cites: [\"S Art. 9\"], {fields}, conf: H}}");

        Assert.Contains(
            findings,
            finding =>
                what is null
                    ? finding.Term == "s.rule"
                    : finding.Term == "s.x" && finding.Message.Contains(what, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_range_is_no_citation() =>
        Assert.Contains(
            "Arts 3",
            Lint("  - {id: s.x, kind: duty, cites: [\"S Arts 3-5\"], do: consult, conf: H}")[0].Message,
            StringComparison.Ordinal
        );

    private static LawProblem[] Lint(string line) =>
        [.. Linter.Lint(LawBook.Build([LawFolder.ReadInstrument(Head + line, "sample")], [], []))];
}
