namespace CaseCoordination.TreatyLaw.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly PlanQuestion Manipulation = new()
    {
        From = "XA-SMA",
        At = new DateOnly(2026, 3, 2),
        Kinds = ["info.transactions", "freeze.assets"],
        Subject = new RequestSubject(
            1,
            "manipulation",
            "derivatives",
            Tri.Yes,
            new DateOnly(2025, 1, 1),
            new DateOnly(2025, 6, 30)
        ),
    };

    [Fact]
    public void Every_partner_is_looked_at_but_the_asker() =>
        Assert.Equal(
            Repository
                .Book.Authorities.Select(a => a.Code)
                .Where(code => code != "XA-SMA")
                .Order(StringComparer.Ordinal),
            Planner.Plan(Repository.Book, Manipulation).Select(line => line.Partner).Distinct()
        );

    [Fact]
    public void A_plan_says_under_which_instrument_each_kind_can_be_asked()
    {
        var lines = Planner.Plan(Repository.Book, Manipulation with { Partners = ["MSA-FMA"] });
        Assert.Equal(["info.transactions", "freeze.assets"], lines.Select(line => line.Kind));
        Assert.All(lines, line => Assert.Equal("iosco-emmou", line.Decision.Basis));
        Assert.All(lines, line => Assert.Null(line.StopReason));
    }

    [Fact]
    public void Open_facts_come_with_what_each_answer_would_lead_to()
    {
        var line = Planner.Plan(Repository.Book, Manipulation with { Partners = ["XB-DAC"], Kinds = ["info.files"] })[
            0
        ];
        Assert.Equal(Outcome.PendingFacts, line.Decision.Outcome);
        Assert.Equal(
            line.Decision.Ask.Order(StringComparer.Ordinal),
            line.WouldChange.Select(w => w.Fact).Order(StringComparer.Ordinal)
        );
        Assert.Contains(line.WouldChange, w => w.IfYes == Outcome.RefusalAvailable);
    }

    [Fact]
    public void Who_only_committed_to_an_instrument_cannot_be_asked_under_it()
    {
        var line = Planner.Plan(Repository.Book, Manipulation with { Partners = ["XC-FSC"], Kinds = ["info.files"] })[
            0
        ];
        Assert.Equal("no-basis", line.StopReason);
        Assert.Contains(line.Decision.Rejected, rejected => rejected.Instrument == "iosco-mmou");
    }

    [Fact]
    public void A_letter_that_lacks_a_content_field_is_told_which()
    {
        var line = Planner.Plan(
            Repository.Book,
            Manipulation with
            {
                Partners = ["XB-DAC"],
                Kinds = ["info.files"],
                Missing = ["laws-violated"],
            }
        )[0];
        Assert.Equal("content-incomplete", line.StopReason);
        Assert.Equal(["laws-violated"], LetterPassage.OwedFacts(line.Decision));
    }

    [Fact]
    public void A_fact_that_the_asker_owes_stops_the_letter_and_one_that_only_the_other_side_knows_does_not()
    {
        var open = Manipulation with { Partners = ["MSB-KNA"], Kinds = ["info.files"] };
        var unsure = Planner.Plan(
            Repository.Book,
            open with
            {
                Subject = open.Subject with { FinancialInstrument = Tri.Unknown, Over = "derivatives" },
            }
        )[0];
        Assert.True(unsure.StopReason is null or "facts-missing");
        Assert.Equal(
            unsure.Decision.Outcome == Outcome.PendingFacts && !LetterPassage.OwedFacts(unsure.Decision).IsEmpty,
            unsure.StopReason == "facts-missing"
        );
    }
}
