using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.TreatyLaw;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

public sealed class ItemLawTests
{
    private static readonly HoldingRecalled Recalled = new(
        Notice,
        Maker,
        "Sent by mistake.",
        In(5, 10),
        FirstLetter,
        Noon
    );

    [Fact]
    public void What_it_was_asked_for_is_permitted_with_the_citation()
    {
        var ruling = Judge(Held(), Own);

        Assert.True(ruling.Permits, ruling.Explanation);
        Assert.Equal(["T §8"], ruling.Citations);
        Assert.Equal(Outcome.Grant, DecisionJson.Read(ruling.Decision).Outcome);
    }

    [Fact]
    public void Another_purpose_needs_the_consent_of_whoever_gave_it()
    {
        var ruling = Judge(Held(), Tax);

        Assert.Equal("consent-needed", ruling.Code);
        Assert.Equal([Maker], ruling.Awaited);
        Assert.Contains("POST .../consents", ruling.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_consent_holds_for_exactly_the_act_it_was_given_for()
    {
        var file = Held(Heard(Tax, Answers.Granted));

        Assert.True(Judge(file, Tax).Permits);
        Assert.True(Judge(file, Tax with { Kind = ActKinds.Export }).Permits);
        Assert.Equal("consent-needed", Judge(file, Tax with { Purpose = "statistics" }).Code);
        Assert.Equal("consent-needed", Judge(file, Tax with { Kind = ActKinds.Disclosure, Recipient = "court" }).Code);
    }

    [Fact]
    public void A_consent_ends_with_its_last_day()
    {
        Assert.True(Judge(Held(Heard(Tax, Answers.Granted, until: Today)), Tax).Permits);
        Assert.Equal("consent-needed", Judge(Held(Heard(Tax, Answers.Granted, until: Today.AddDays(-1))), Tax).Code);
    }

    [Fact]
    public void A_denied_consent_is_told_as_such()
    {
        var ruling = Judge(Held(Heard(Tax, Answers.Denied)), Tax);

        Assert.Equal("consent-denied", ruling.Code);
    }

    [Fact]
    public void Where_the_provider_may_object_notice_comes_first_and_the_window_is_its_working_days()
    {
        var ruling = Judge(Held(), Within);

        Assert.Equal("objection-window", ruling.Code);
        Assert.Equal([Maker], ruling.Awaited);
        Assert.Equal(TheCalendars.After(Maker, Noon, 10), ruling.ObjectBy);
        Assert.Contains("notify-provider-before-use", ruling.Duties);
    }

    [Fact]
    public void No_objection_lets_pass_what_may_be_objected_to_and_nothing_else()
    {
        Assert.True(Judge(Held(Heard(Within, Answers.NoObjection, mode: Modes.Objection)), Within).Permits);
        Assert.Equal("consent-needed", Judge(Held(Heard(Tax, Answers.NoObjection)), Tax).Code);
        Assert.Equal("objected", Judge(Held(Heard(Within, Answers.Objected, mode: Modes.Objection)), Within).Code);
    }

    [Fact]
    public void Notice_without_a_window_is_enough_once_it_is_given()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["demand-legally-enforceable"] = "yes" };
        Assert.Equal("facts-missing", Judge(Held(), OnDemand).Code);
        Assert.Equal(["demand-legally-enforceable"], Judge(Held(), OnDemand).Facts);
        Assert.Equal("notice-needed", Judge(WithClearTlp(), OnDemand, facts).Code);
        Assert.True(
            Judge(
                Fold.Onto(
                    WithClearTlp(),
                    [new HoldingPermissionSought(ConsentId, Modes.Notice, OnDemand, [Maker], Officer, Noon)]
                ),
                OnDemand,
                facts
            ).Permits
        );
    }

    [Theory]
    [InlineData("CLEAR", true)]
    [InlineData("GREEN", true)]
    [InlineData("AMBER", true)]
    [InlineData("AMBER+STRICT", false)]
    [InlineData("RED", false)]
    [InlineData("PURPLE", false)]
    public void A_traffic_light_stops_a_disclosure_that_the_instrument_would_permit(string tlp, bool passes)
    {
        var ruling = Judge(Fold.Of<Holding>([Opened(i => i with { Tlp = tlp })]), ToProsecutor);

        Assert.Equal(passes, ruling.Permits);
        Assert.Equal(!passes, ruling.Citations.Contains($"Condition TLP:{tlp}"));
    }

    [Fact]
    public void A_marking_binds_beside_the_instrument()
    {
        var marked = Fold.Of<Holding>([Opened(i => i with { Handling = "H0" })]);

        Assert.Equal("consent-needed", Judge(marked, Own).Code);
        Assert.True(Judge(marked, ToProsecutor).Permits);
    }

    [Fact]
    public void The_senders_purposes_narrow_the_instruments()
    {
        var ruling = Judge(Fold.Of<Holding>([Opened(conditions: c => c with { Purposes = ["aml"] })]), Own);

        Assert.Equal("consent-needed", ruling.Code);
        Assert.Contains("Condition purposes", ruling.Citations);
    }

    [Fact]
    public void It_goes_on_to_another_authority_only_if_the_sender_foresaw_it()
    {
        Assert.Equal("consent-needed", Judge(Held(), ToThird).Code);
        var foreseen = Fold.Of<Holding>([Opened(conditions: c => c with { Onward = [Third] })]);
        Assert.True(Judge(foreseen, ToThird).Permits);
        Assert.Equal("consent-needed", Judge(foreseen, ToThird with { To = "MSB-KNA" }).Code);
        Assert.Equal("consent-needed", Judge(foreseen, ToThird with { Purpose = "tax" }).Code);
    }

    [Fact]
    public void Each_originator_is_asked_and_not_the_last_sender_alone()
    {
        var onward = Fold.Of<Holding>(
            Happened(OpenHolding.Decide(new(), OnwardOpening, Noon, TheCalendars, TheSettings))
        );

        Assert.True(Judge(onward, Own).Permits);
        Assert.Equal([Maker, Holder], Judge(onward, Tax).Awaited.Order(StringComparer.Ordinal));
        var half = Fold.Onto(onward, [Heard(Tax, Answers.Granted, Holder)]);
        Assert.Equal([Maker], Judge(half, Tax).Awaited);
        Assert.True(Judge(Fold.Onto(half, [Heard(Tax, Answers.Granted)]), Tax).Permits);
    }

    [Fact]
    public void The_terms_of_the_day_it_was_given_bind_where_the_law_has_changed_since()
    {
        var strict = Opened() with
        {
            Basis = ItemBasis with { Version = "older" },
            Bindings = [new("t.old", "information", "use", "consent", ["request-purpose"], [], null, true, ["T §1"])],
        };
        var ruling = Judge(Fold.Of<Holding>([strict]), Own);

        Assert.Equal("consent-needed", ruling.Code);
        Assert.Contains("Condition t.old", ruling.Citations);
    }

    [Fact]
    public void An_instrument_that_nobody_knows_permits_nothing()
    {
        var strange = Opened() with { Basis = ItemBasis with { Instrument = "unheard-of" } };

        Assert.Equal("consent-needed", Judge(Fold.Of<Holding>([strange]), Own).Code);
    }

    [Fact]
    public void What_is_recalled_expired_or_deleted_is_denied_before_the_law_is_asked()
    {
        Assert.Equal("item-recalled", Judge(Held(Recalled), Own).Code);
        Assert.Equal("retention-over", Judge(Held(new HoldingRetentionEnded(Noon)), Own).Code);
        Assert.Equal(
            "item-deleted",
            Judge(Held(Recalled, new HoldingDeleted("recall", "", Hash, FirstLetter, Officer, Noon)), Own).Code
        );
        Assert.Equal("item-recalled", Judge(Held(Heard(Own, Answers.Granted), Recalled), Own).Code);
    }

    [Fact]
    public void An_act_that_is_not_permitted_is_refused_and_recorded()
    {
        var ruling = Judge(Held(), Tax);
        new Testing.Given<Holding, HoldingEvent>(Opened())
            .When(_ => ActOnHolding.Decide(ruling, () => throw new InvalidOperationException("not reached")))
            .ThenRefused("consent-needed");
        new Testing.Given<Holding, HoldingEvent>(Opened())
            .When(_ => ActOnHolding.Refuse(Tax, "For the tax office.", ruling, TheTurn))
            .ThenOnce(new HoldingActRefused(Tax, "For the tax office.", ruling, Officer, Noon));
    }

    [Fact]
    public void A_permitted_act_carries_its_decision()
    {
        var ruling = Judge(Held(), Own);
        new Testing.Given<Holding, HoldingEvent>(Opened())
            .When(_ => ActOnHolding.Decide(ruling, () => new HoldingUsed(Own, "Read.", ruling, Officer, Noon)))
            .ThenOnce(new HoldingUsed(Own, "Read.", ruling, Officer, Noon));
    }

    /// <summary>Whatever is added to an item - an originator, a condition, a marking, a stricter light - never lets more pass.</summary>
    [Fact]
    public void More_originators_and_conditions_never_make_more_permitted()
    {
        var random = new Random(7);
        var passed = 0;
        for (var i = 0; i < 3000; i++)
        {
            var act = AnyAct(random);
            var (before, after) = AnyPair(random);
            var (first, then) = (Judge(before, act), Judge(after, act));
            passed += first.Permits ? 1 : 0;
            Assert.True(
                first.Permits || !then.Permits,
                $"{act}: {first.Code} before, {then.Code} after {after.Item} {after.Conditions}"
            );
        }

        // The runs are worth little if nothing is ever permitted.
        Assert.True(passed > 100, $"{passed} permitted only");
    }

    private static (Holding Before, Holding After) AnyPair(Random random)
    {
        var granted =
            random.Next(2) == 0
                ? [Heard(AnyAct(random), Answers.Granted, random.Next(3) == 0 ? Third : Maker)]
                : Array.Empty<HoldingEvent>();
        var opened = Opened(
            i => i with { Tlp = random.Next(2) == 0 ? "CLEAR" : "AMBER", Chain = random.Next(3) == 0 ? [Third] : [] },
            c => c with { Onward = random.Next(3) == 0 ? [Third] : [] }
        );
        var item = opened.Item;
        var conditions = opened.Conditions;
        switch (random.Next(6))
        {
            case 0:
                item = item with { Chain = ["MSB-KNA", .. item.Chain] };
                break;
            case 1:
                item = item with { Handling = $"H{random.Next(4)}" };
                break;
            case 2:
                item = item with { Tlp = random.Next(2) == 0 ? "RED" : "AMBER+STRICT" };
                break;
            case 3:
                conditions = conditions with { Purposes = [random.Next(2) == 0 ? "request-purpose" : "aml"] };
                break;
            case 4:
                conditions = conditions with { Onward = [] };
                break;
            case 5:
                opened = opened with { Basis = opened.Basis with { Version = "older" } };
                break;
        }

        return (
            Fold.Of<Holding>([opened with { Basis = ItemBasis }, .. granted]),
            Fold.Of<Holding>([opened with { Item = item, Conditions = conditions }, .. granted])
        );
    }

    private static Act AnyAct(Random random)
    {
        Act[] acts = [Own, Within, Tax, ToThird, ToProsecutor, OnDemand, Own with { Kind = ActKinds.Export }];
        return acts[random.Next(acts.Length)];
    }

    private static Holding WithClearTlp() => Fold.Of<Holding>([Opened(i => i with { Tlp = "CLEAR" })]);
}
