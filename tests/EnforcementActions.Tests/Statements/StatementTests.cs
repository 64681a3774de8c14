using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.EnforcementActions.Statements;
using CaseCoordination.EnforcementActions.Statements.Domain;
using CaseCoordination.EnforcementActions.Statements.Questions;
using static CaseCoordination.EnforcementActions.Tests.Parts;

namespace CaseCoordination.EnforcementActions.Tests.Statements;

public sealed class StatementTests
{
    private static readonly Plan ByDecision = ThePlan with
    {
        Statement = ThePlan.Statement! with { Mode = PlannedStatement.ByDecision },
    };

    [Fact]
    public void Agreed_by_all_it_goes_out_everywhere_at_the_embargo_and_not_before()
    {
        var parts = Armed();
        AgreeAll(parts);
        parts.Now = Noon.AddMinutes(20);
        parts.PassClocks();
        parts.Deliver();
        Assert.All(All, a => Assert.True(parts[a].Statement.Order is { Number: 1, Publish: true }));
        parts.Now = Noon.AddMinutes(30);
        parts.PassClocks();
        parts.Deliver();

        parts.Now = Noon.AddMinutes(60).AddTicks(-1);
        parts.PassClocks();
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
        parts.Now = Noon.AddMinutes(60);
        parts.PassClocks();
        Assert.All(All, a => Assert.Equal(parts.Now, parts[a].Statement.Published?.At));
        Assert.Empty(parts.UnderWay);
    }

    [Fact]
    public void Before_the_cut_off_nothing_is_ordered()
    {
        var parts = Armed();
        AgreeAll(parts);
        parts.Now = Noon.AddMinutes(20).AddTicks(-1);
        parts.PassClocks();
        Assert.Null(parts[Lead].Statement.Order);
    }

    [Fact]
    public void One_that_does_not_agree_keeps_it_in()
    {
        var parts = Armed();
        Agree(parts, Lead);
        Agree(parts, Second);
        parts.Deliver();
        Assert.Equal([(Third, "statement-agreement")], PartWaits.Of(parts[Lead]).Select(w => (w.On, w.Awaits)));
        Assert.Empty(PartWaits.Of(parts[Second]));
        Pass(parts, 20, 30, 60);
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));

        Agree(parts, Third);
        parts.Deliver();
        Pass(parts, 61);
        Assert.All(All, a => Assert.NotNull(parts[a].Statement.Published));
    }

    [Fact]
    public void Who_objects_after_the_order_and_before_the_embargo_stops_it_for_everybody()
    {
        var parts = Armed();
        AgreeAll(parts);
        Pass(parts, 20, 30);
        parts.Do(Third, (f, t) => AgreeOnStatement.Decide(f, new(false, "A name is wrong."), t));
        parts.Deliver();
        Pass(parts, 40);
        Assert.True(parts[Second].Statement.Order is { Number: 2, Publish: false, Reason: "not-agreed" });
        Pass(parts, 60, 90);
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
    }

    [Fact]
    public void An_objection_binds_the_one_that_made_it_though_nobody_has_heard_it()
    {
        var parts = Armed();
        AgreeAll(parts);
        Pass(parts, 20, 30);
        parts.Do(Third, (f, t) => AgreeOnStatement.Decide(f, new(false, "A name is wrong."), t));
        parts.UnderWay.Clear();
        Pass(parts, 60);
        Assert.Null(parts[Third].Statement.Published);
        Assert.NotNull(parts[Second].Statement.Published);
    }

    [Fact]
    public void Who_is_not_ready_need_not_agree()
    {
        var parts = Proposed();
        parts.Do(
            Third,
            (f, t) => DeclareReadiness.Decide(f, new(Readiness.Declined, "g", "No.", new(true, "", []), null), t)
        );
        parts.GetReady(Lead);
        parts.GetReady(Second);
        parts.Deliver();
        Agree(parts, Lead);
        Agree(parts, Second);
        parts.Deliver();
        Pass(parts, 20, 30, 60);
        Assert.All(All, a => Assert.NotNull(parts[a].Statement.Published));
    }

    [Fact]
    public void By_decision_the_lead_decides_once_it_is_settled_who_takes_part()
    {
        var parts = Armed(ByDecision);
        Assert.Equal(
            "agreement-not-asked",
            parts.Refusal(Second, (f, t) => AgreeOnStatement.Decide(f, new(true, null), t))
        );
        Assert.Equal("before-cut-off", parts.Refusal(Lead, Publish));
        parts.Now = Noon.AddMinutes(21);
        Assert.Equal("not-the-lead", parts.Refusal(Second, Publish));
        parts.Do(Lead, Publish);
        parts.Deliver();
        Pass(parts, 30, 59);
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
        Pass(parts, 60);
        Assert.All(All, a => Assert.NotNull(parts[a].Statement.Published));
    }

    [Fact]
    public void A_decision_is_taken_back_until_the_embargo()
    {
        var parts = Armed(ByDecision);
        parts.Now = Noon.AddMinutes(21);
        parts.Do(Lead, Publish);
        parts.Do(Lead, (f, t) => DecidePublication.Decide(f, new(false, "Not yet."), t));
        parts.Deliver();
        Pass(parts, 30, 60);
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
        parts.Do(Lead, Publish);
        parts.Deliver();
        Pass(parts, 61);
        Assert.All(All, a => Assert.NotNull(parts[a].Statement.Published));
        Assert.Equal(
            "published-before",
            parts.Refusal(Lead, (f, t) => DecidePublication.Decide(f, new(false, "No."), t))
        );
    }

    [Fact]
    public void Taking_it_back_after_the_embargo_is_refused()
    {
        var parts = Proposed(ByDecision);
        parts.Now = Noon.AddMinutes(21);
        parts.Do(Lead, Publish);
        parts.Now = Noon.AddMinutes(60);
        Assert.Equal(
            "embargo-passed",
            parts.Refusal(Lead, (f, t) => DecidePublication.Decide(f, new(false, "No."), t))
        );
    }

    [Fact]
    public void Where_all_have_to_agree_the_lead_alone_cannot_publish()
    {
        var parts = Armed();
        parts.Now = Noon.AddMinutes(21);
        Assert.Equal("not-agreed", parts.Refusal(Lead, Publish));
    }

    [Fact]
    public void An_aborted_action_publishes_nothing_whatever_was_ordered()
    {
        var parts = Armed(ByDecision);
        parts.Now = Noon.AddMinutes(19);
        parts.Do(Lead, (f, t) => AbortAction.Decide(f, new("Gone."), t));
        parts.Deliver();
        parts.Now = Noon.AddMinutes(21);
        Assert.Equal("action-aborted", parts.Refusal(Lead, Publish));
        Pass(parts, 60);
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
    }

    [Fact]
    public void Where_nobody_has_acted_it_is_held_back_and_a_person_decides()
    {
        var parts = Proposed(ByDecision);
        parts.Now = Noon.AddMinutes(21);
        parts.Do(Lead, Publish);
        parts.Deliver();
        Pass(parts, 60);
        Assert.All(All, a => Assert.Equal("nobody-released", StatementSheet.Of(parts[a])!.HeldBack));
        Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
        parts.Do(Second, Publish);
        Assert.Equal(
            (true, parts.Now),
            (parts[Second].Statement.Published!.ByHand, parts[Second].Statement.Published!.At)
        );
        Assert.Null(parts[Third].Statement.Published);
    }

    [Fact]
    public void News_that_somebody_has_acted_lets_out_what_was_held_back()
    {
        var parts = Armed(ByDecision);
        parts.Do(
            Third,
            (f, t) => DeclareReadiness.Decide(f, new(Readiness.Declined, "g", "No.", new(true, "", []), null), t)
        );
        parts.Deliver();
        parts.Now = Noon.AddMinutes(21);
        parts.Do(Lead, Publish);
        parts.Deliver();
        parts.Now = Noon.AddMinutes(30);
        parts.PassClocks();
        parts.Now = Noon.AddMinutes(60);
        parts.PassClocks(Third);
        Assert.Equal("nobody-released", StatementSheet.Of(parts[Third])!.HeldBack);
        parts.Deliver();
        parts.PassClocks(Third);
        Assert.False(parts[Third].Statement.Published!.ByHand);
    }

    [Fact]
    public void An_embargo_at_T_0_waits_for_the_release_of_the_same_instant()
    {
        var parts = Armed(
            ByDecision with
            {
                Statement = ByDecision.Statement! with { EmbargoUntil = Noon.AddMinutes(30) },
            }
        );
        parts.Now = Noon.AddMinutes(21);
        parts.Do(Lead, Publish);
        parts.Deliver();
        parts.Now = Noon.AddMinutes(30);
        parts.PassClocks(Second);
        Assert.Equal(parts.Now, parts[Second].Release!.At);
        Assert.Equal(parts.Now, parts[Second].Statement.Published!.At);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("embargo")]
    public void Another_text_or_embargo_asks_everybody_again(string change)
    {
        var parts = Proposed();
        AgreeAll(parts);
        var before = ThePlan.Statement!;
        var statement =
            change == "text" ? before with { Text = "Two of us." } : before with { EmbargoUntil = Noon.AddMinutes(90) };
        parts.Do(Lead, (f, t) => RevisePlan.Decide(f, new(f.Plan with { Statement = statement }), t), "officer");
        parts.Do(Lead, ProposeAction.Decide);
        parts.Deliver();
        Assert.All(All, a => Assert.Null(StatementRules.WordOf(parts[a], a)));
        Assert.All(StatementSheet.Of(parts[Lead])!.Words, w => Assert.False(w.IsCurrent));
        Agree(parts, Second);
        Assert.Equal(2, parts[Second].Statement.Agreements[Second].Number);
    }

    [Fact]
    public void Whoever_prepared_the_titles_does_not_agree() =>
        Assert.Equal(
            "same-person",
            Armed().Refusal(Second, (f, t) => AgreeOnStatement.Decide(f, new(true, null), t), "officer")
        );

    [Fact]
    public void A_plan_without_statement_asks_nobody()
    {
        var parts = Proposed(ThePlan with { Statement = null });
        Assert.Equal("no-statement", parts.Refusal(Second, (f, t) => AgreeOnStatement.Decide(f, new(true, null), t)));
        Assert.Null(StatementSheet.Of(parts[Second]));
    }

    [Fact]
    public void The_same_word_twice_is_said_once()
    {
        var parts = Proposed();
        Agree(parts, Second);
        Agree(parts, Second);
        Assert.Single(parts.UnderWay);
    }

    [Fact]
    public void An_instrument_that_publishes_by_decision_only_forbids_by_all()
    {
        var day = new DateOnly(2026, 3, 2);
        var refusal = CheckStatement.Refuse(SmallLaw.Book, ThePlan, day);
        Assert.Equal(("statement-by-decision-only", "plan.statement.mode"), (refusal?.Code, refusal?.Field));
        Assert.Contains("P §8", refusal!.Message, StringComparison.Ordinal);
        Assert.Null(CheckStatement.Refuse(SmallLaw.Book, ByDecision, day));
        Assert.Null(CheckStatement.Refuse(SmallLaw.Book, ThePlan with { Instrument = "test-mou" }, day));
    }

    [Fact]
    public void Whatever_happens_to_the_letters_nothing_goes_out_early_and_all_agree_in_the_end()
    {
        var published = 0;
        var taken = 0;
        for (var seed = 1; seed <= 1500; seed++)
        {
            var random = new Random(seed);
            var parts = Armed();
            for (var minute = 0; minute < 59; minute++)
            {
                parts.Now = Noon.AddMinutes(minute + 1).AddTicks(-1);
                Shake(parts, random);
                parts.PassClocks();
                Assert.All(All, a => Assert.Null(parts[a].Statement.Published));
            }

            Settle(parts, random);
            var order = parts[Lead].Statement.Order;
            Assert.All(All, a => Assert.Equal(order, parts[a].Statement.Order));
            Assert.All(
                All,
                a =>
                    Assert.Equal(
                        parts[a].Statement.Agreements.GetValueOrDefault(a),
                        parts[Lead].Statement.Agreements.GetValueOrDefault(a)
                    )
            );
            Pass(parts, 60);
            var isAgreed = StatementRules.IsAgreedByAll(parts[Lead]);
            Assert.All(
                All,
                a => Assert.True(parts[a].Statement.Published is not null == isAgreed, $"seed {seed}: {a}")
            );
            published += isAgreed ? 1 : 0;
            taken += order is { Publish: false } ? 1 : 0;
        }

        Assert.InRange(published, 100, 1400);
        Assert.InRange(taken, 50, 1400);
    }

    private static void Shake(Parts parts, Random random)
    {
        if (random.Next(6) == 0)
        {
            var who = All[random.Next(3)];
            var agrees = random.Next(5) > 0;
            parts.Try(who, (f, t) => AgreeOnStatement.Decide(f, new(agrees, agrees ? null : $"No {t.Now.Minute}"), t));
        }

        if (parts.UnderWay.Count > 0 && random.Next(2) == 0)
        {
            parts.DeliverAt(random.Next(parts.UnderWay.Count), keep: random.Next(4) == 0);
        }
    }

    private static void Settle(Parts parts, Random random)
    {
        for (var round = 0; round < 5; round++)
        {
            while (parts.UnderWay.Count > 0)
            {
                parts.DeliverAt(random.Next(parts.UnderWay.Count), keep: false);
            }

            parts.PassClocks();
        }
    }

    private static Decider.Decision<ActionEvent> Publish(CoordinatedAction file, Turn turn) =>
        DecidePublication.Decide(file, new(true, null), turn);

    private static void Agree(Parts parts, string authority) =>
        parts.Do(authority, (f, t) => AgreeOnStatement.Decide(f, new(true, null), t));

    private static void AgreeAll(Parts parts)
    {
        foreach (var authority in All)
        {
            Agree(parts, authority);
        }

        parts.Deliver();
    }

    /// <summary>The time passes these minutes after noon; clocks pass and letters arrive at each.</summary>
    private static void Pass(Parts parts, params int[] minutes)
    {
        foreach (var minute in minutes)
        {
            parts.Now = Noon.AddMinutes(minute);
            parts.PassClocks();
            parts.Deliver();
            parts.PassClocks();
            parts.Deliver();
        }
    }
}
