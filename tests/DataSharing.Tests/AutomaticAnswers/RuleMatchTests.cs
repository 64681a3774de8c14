using CaseCoordination.DataSharing.AutomaticAnswers;
using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.TreatyLaw;
using static CaseCoordination.DataSharing.Tests.AutomaticAnswers.RuleSamples;
using static CaseCoordination.DataSharing.Tests.Samples;
using Request = CaseCoordination.DataSharing.Requests.Domain.Request;

namespace CaseCoordination.DataSharing.Tests.AutomaticAnswers;

/// <summary>What a rule answers, and each reason why a person has to.</summary>
public sealed class RuleMatchTests
{
    [Fact]
    public void A_request_that_the_law_grants_wholly_is_answered()
    {
        var verdict = Weigh(Rule(), Request());
        Assert.Empty(verdict.Reasons);
        Assert.True(verdict.Decision!.IsCleanGrant);
        Assert.Equal("test-mou", verdict.Decision.Basis);
    }

    [Fact]
    public void A_ground_that_nobody_excludes_waits_for_a_person()
    {
        var silent = Terms with { Facts = new Dictionary<string, string>(StringComparer.Ordinal) };
        var verdict = Weigh(Rule(silent), Request());
        Assert.Equal(["not-a-clean-grant", "facts-open"], verdict.Reasons);
        Assert.NotNull(verdict.Decision);
    }

    [Fact]
    public void What_only_the_asker_excludes_waits_for_a_person_and_what_it_admits_does_too()
    {
        var silent = Terms with { Facts = new Dictionary<string, string>(StringComparer.Ordinal) };
        Assert.Equal(["not-a-clean-grant", "facts-open"], Weigh(Rule(silent), Stating("no")).Reasons);
        Assert.Empty(Weigh(Rule(), Stating("no")).Reasons);

        static Request Stating(string answer) =>
            Request(content =>
                content with
                {
                    Facts = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["public-or-national-interest"] = answer,
                        ["violates-domestic-law"] = answer,
                    },
                }
            );
    }

    [Fact]
    public void A_rule_states_that_there_are_no_proceedings_sanctions_enforcement_or_commitments()
    {
        IEnumerable<string> things = ["commitments", "enforcement", "proceedings", "sanctions"];
        Assert.Equal(things, RequestQuestion.KnownThings.Order(StringComparer.Ordinal));
        var question = RequestQuestion.OfRule(
            SmallLaw.Book,
            Request(),
            things.ToDictionary(t => t, _ => "no", StringComparer.Ordinal),
            asFiled: true,
            Noon
        );
        Assert.Empty(question.Facts.Proceedings!);
        Assert.Empty(question.Facts.Sanctions!);
        Assert.Empty(question.Facts.Enforcement!);
        Assert.Equal("none", question.Facts.Commitments);
        Assert.Empty(question.Facts.Predicates);
    }

    [Fact]
    public void A_ground_that_holds_is_never_answered_and_never_refused_by_a_rule()
    {
        var holds = Terms with
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["public-or-national-interest"] = "yes",
                ["violates-domestic-law"] = "no",
            },
        };
        Assert.Equal(["not-a-clean-grant"], Weigh(Rule(holds), Request()).Reasons);
    }

    [Fact]
    public void What_the_rule_does_not_cover_waits_for_a_person_and_each_reason_is_told()
    {
        var other = Terms with
        {
            Category = "orders",
            Requesters = ["XB-DAC"],
            Instruments = ["test-spot"],
            Matters = ["insider-dealing"],
            LongestPeriodDays = 30,
        };
        Assert.Equal(
            [
                "category-not-covered",
                "requester-not-covered",
                "instrument-not-covered",
                "matter-not-covered",
                "period-too-long",
            ],
            Weigh(Rule(other), Request()).Reasons
        );
    }

    [Fact]
    public void An_empty_list_covers_everything()
    {
        var all = Terms with { Requesters = [], Instruments = [], Matters = [] };
        Assert.Empty(Weigh(Rule(all), Request()).Reasons);
    }

    [Theory]
    [InlineData("none", "no-single-ask-for-records")]
    [InlineData("two", "no-single-ask-for-records")]
    [InlineData("open", "period-open")]
    [InlineData("act", "more-than-information-asked")]
    [InlineData("oral", "not-confirmed-in-writing")]
    public void What_is_asked_otherwise_waits_for_a_person(string how, string reason) =>
        Assert.Contains(
            reason,
            Weigh(
                Rule(),
                Request(content =>
                    how switch
                    {
                        "none" => content with { Records = null },
                        "two" => content with { Records = [TradesAsk, TradesAsk] },
                        "open" => content with { Records = [TradesAsk with { To = null }] },
                        "act" => content with { Assistance = ["info.files", "freeze.assets"] },
                        _ => content with { Urgent = true, Oral = true },
                    }
                )
            ).Reasons
        );

    [Fact]
    public void The_last_day_of_the_longest_period_is_still_answered() =>
        Assert.Empty(Weigh(Rule(Terms with { LongestPeriodDays = 31 }), Request()).Reasons);

    [Theory]
    [InlineData(12, 13, true)]
    [InlineData(13, 24, false)]
    [InlineData(0, 12, false)]
    public void A_rule_rests_outside_its_hours_where_the_authority_sits(int from, int to, bool answers)
    {
        var verdict = Weigh(Rule(Terms with { Hours = new(from, to) }), Request());
        Assert.Equal(answers ? [] : ["outside-hours"], verdict.Reasons);
    }

    [Fact]
    public void A_rule_may_rest_on_days_off()
    {
        var rule = Rule(Terms with { WorkingDaysOnly = true });
        Assert.Empty(Weigh(rule, Request()).Reasons);
        Assert.Equal(["no-working-day"], Weigh(rule, Request(), Noon.AddDays(5)).Reasons);
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages() =>
        Assert.All(
            ReasonWords.Codes,
            code => Assert.NotEqual(ReasonWords.Of(code, Language.English), ReasonWords.Of(code, Language.Spanish))
        );

    [Fact]
    public void The_days_allowance_holds_and_one_request_takes_it_once()
    {
        var (first, second) = (Use(1), Use(2));
        var used = Fold.Of<RuleUse>([first, second]);
        Assert.IsType<Unchanged<RuleUseEvent>>(RuleUse.Take(used, first, 2));
        var refused = Assert.IsType<Refused<RuleUseEvent>>(RuleUse.Take(used, Use(3), 2));
        Assert.Equal("daily-limit", refused.Refusal.Code);
        Assert.IsType<Events<RuleUseEvent>>(RuleUse.Take(used, Use(3), 3));
    }

    [Fact]
    public void What_a_rule_gave_answers_the_request_and_is_explained_in_its_file()
    {
        var request = Request();
        var verdict = Weigh(Rule(), request);
        var gift = new Gift(PackageId, 12, null);
        var happened = Assert.IsType<Events<RequestEvent>>(Decide(request, [verdict], gift)).Happened;
        var answered = Fold.Onto(request, happened);
        Assert.Equal(RequestStage.Answered, answered.Stage);
        Assert.Equal([PackageId], answered.Answer!.Packages);
        Assert.Equal((RuleId, 12), (answered.Weighing!.AnsweredBy, answered.Weighing.Records));
        Assert.True(DecisionJson.Read(answered.Weighing.Decision!).IsCleanGrant);
        Assert.Equal([LetterKinds.Answer], happened.OfType<LetterWritten>().Select(l => l.Kind));
        Assert.IsType<Unchanged<RequestEvent>>(Decide(answered, [verdict], gift));
    }

    [Fact]
    public void What_a_rule_could_not_give_waits_for_a_person_and_no_letter_goes()
    {
        var request = Request();
        var verdict = Weigh(Rule(), request) with { Reasons = ["too-many-records"] };
        var happened = Assert
            .IsType<Events<RequestEvent>>(Decide(request, [verdict], new Gift(Guid.Empty, 5000, "too-many-records")))
            .Happened;
        var weighed = Assert.IsType<AutomaticAnswerWeighed>(Assert.Single(happened));
        Assert.Null(weighed.AnsweredBy);
        Assert.Equal(["too-many-records"], Assert.Single(weighed.Rules).Reasons);
        Assert.Equal(RequestStage.Delivered, Fold.Onto(request, happened).Stage);
    }

    private static Decision<RequestEvent> Decide(Request request, RuleVerdict[] verdicts, Gift? gift) =>
        AnswerAutomatically.Decide(request, verdicts, gift, TheTurn, TheCalendars, Settings);

    private static RuleVerdict Weigh(AnswerRule rule, Request request, DateTimeOffset? now = null) =>
        RuleMatch.Weigh(rule, request, SmallLaw.Book, TheCalendars, now ?? Noon);

    private static RuleUsed Use(int request) => new(RuleId, Asker, new Guid(request, 0, 0, new byte[8]), Noon);
}
