using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Texts;

/// <summary>Every bad text gets a message that names the place, the term, and what would be right.</summary>
public sealed class BadTextTests
{
    private const string Head = """
        treaty: sample
        title: Sample
        edition: {made: "2020"}
        binding: true
        calendar: none
        terms:
          - {id: s.party, kind: party, cites: ["S Art. 1"], status: full, roles: [request, be-requested], conf: H}

        """;

    [Theory]
    [InlineData("{id: s.x, kind: assitance, cites: [\"S 2\"], conf: H}", "s.x", "assitance", "'assistance'")]
    [InlineData("{id: s.x, kind: duty, cites: [\"S 2\"], do: consult, conf: sure}", "s.x", "'sure'", "H-src")]
    [InlineData("{id: s.x, kind: duty, do: consult, conf: H}", "s.x", "citation", "cites:")]
    [InlineData("{id: s.x, kind: duty, cites: [\"S 2\"], do: consult, conf: H, whn: denial}", "s.x", "'whn'", "'when'")]
    [InlineData(
        "{id: s.party, kind: duty, cites: [\"S 2\"], do: consult, conf: H}",
        "s.party",
        "already taken",
        "sample:7"
    )]
    [InlineData(
        "{id: s.x, kind: assistance, cites: [\"S 2\"], give: [info.filez], modality: shall, trigger: request, conf: H}",
        "s.x",
        "'info.filez'",
        "'info.files'"
    )]
    [InlineData(
        "{id: s.x, kind: ground, cites: [\"S 2\"], effect: permits-refusal, when: securty, conf: H}",
        "s.x",
        "'securty'",
        "'security'"
    )]
    [InlineData(
        "{id: s.x, kind: lifecycle, cites: [\"S 2\"], begins: \"2025-02-30\", conf: H}",
        "s.x",
        "'2025-02-30' is not a date that exists",
        "2026-03-02"
    )]
    [InlineData(
        "{id: s.x, kind: deadline, cites: [\"S 2\"], after: request-received, do: reply, within: {unit: days}, conf: H}",
        "s.x",
        "needs a number",
        "{n: 10, unit: workingDays}"
    )]
    [InlineData(
        "{id: s.x, kind: deadline, cites: [\"S 2\"], after: request-received, do: reply, replaces: s.x, conf: H}",
        "s.x",
        "circle",
        "must not replace"
    )]
    [InlineData(
        "{id: s.x, kind: deadline, cites: [\"S 2\"], after: request-received, do: reply, replaces: s.y, conf: H}",
        "s.x",
        "'s.y', which is no deadline",
        "name a deadline"
    )]
    [InlineData(
        "{id: s.x, kind: lifecycle, cites: [\"S 2\"], survives: [s.partie], conf: H}",
        "s.x",
        "'s.partie'",
        "'s.party'"
    )]
    [InlineData(
        "{id: s.x, kind: matter, cites: [\"S 2\"], over: [any], time: {basis: yesterday}, conf: H}",
        "s.x",
        "'yesterday'",
        "request"
    )]
    [InlineData(
        "{id: s.x, kind: handling, cites: [\"S 2\"], object: information, op: use, effect: deny, "
            + "except: {when: needed-to-execute, effect: allow}, conf: H}",
        "s.x",
        "'needed-to-execute'",
        "one of"
    )]
    [InlineData("not-a-term", null, "a term must hold named values", "id:")]
    public void A_bad_term_is_named_with_its_line_and_what_would_be_right(
        string line,
        string? term,
        string what,
        string hint
    )
    {
        var problem = Problems(Head + "  - " + line)
            .First(p =>
                p.Message.Contains(what, StringComparison.Ordinal) || p.Hint.Contains(hint, StringComparison.Ordinal)
            );

        Assert.Equal("sample:8", problem.Place.ToString());
        Assert.Equal(term, problem.Term);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
        Assert.StartsWith("sample:8: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("treaty: [", "not YAML")]
    [InlineData("a: 1\na: 2", "not YAML")]
    [InlineData("- one", "not an instrument")]
    [InlineData("treaty: x\n---\ntreaty: y", "several documents")]
    [InlineData("treaty: x\ntitle: X", "'binding' is missing")]
    [InlineData("treaty: x\ntitle: X", "'edition' is missing")]
    [InlineData("treaty: x\ntitle: X", "'terms' is missing")]
    public void A_text_that_is_no_instrument_is_said_to_be_none(string text, string what) =>
        Assert.Contains(Problems(text), problem => problem.Message.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Every_problem_of_a_text_is_reported_at_once() =>
        Assert.True(Problems(Head + "  - {id: s.x, kind: duty, conf: sure, extra: 1}").Length >= 4);

    [Fact]
    public void Deadlines_that_replace_each_other_are_a_circle()
    {
        var text =
            Head
            + "  - {id: s.a, kind: deadline, cites: [\"S 2\"], after: request-received, do: reply, replaces: s.b, conf: H}\n"
            + "  - {id: s.b, kind: deadline, cites: [\"S 3\"], after: request-received, do: reply, replaces: s.a, conf: H}\n";

        Assert.All(Problems(text), problem => Assert.Contains("circle", problem.Message, StringComparison.Ordinal));
        Assert.Equal(2, Problems(text).Length);
    }

    private static LawProblem[] Problems(string text) =>
        [.. Assert.Throws<LawTextException>(() => LawFolder.ReadInstrument(text, "sample")).Problems];
}
