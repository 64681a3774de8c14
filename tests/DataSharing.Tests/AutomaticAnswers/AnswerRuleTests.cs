using CaseCoordination.DataSharing.AutomaticAnswers;
using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.AutomaticAnswers.RuleSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.AutomaticAnswers;

/// <summary>The life of a rule: nothing answers by itself that two people have not looked at.</summary>
public sealed class AnswerRuleTests
{
    private static readonly Turn ByApprover = TheTurn with { By = Approver };
    private static readonly Turn BySteward = TheTurn with { By = Steward };

    [Fact]
    public void A_rule_is_in_force_once_a_second_person_approved_it()
    {
        var draft = new AnswerRule().Evolve(new RuleDrafted(RuleId, Asked, Terms, Steward, Noon));
        Assert.Equal(RuleStage.Draft, draft.Stage);
        Assert.Equal("same-person", CodeOf(ApproveRule.Decide(draft, BySteward)));
        Assert.Equal(RuleStage.InForce, After(draft, ApproveRule.Decide(draft, ByApprover)).Stage);
        Assert.IsType<Unchanged<AnswerRuleEvent>>(ApproveRule.Decide(Rule(), ByApprover));
    }

    [Fact]
    public void New_terms_need_a_new_approval_by_somebody_else_than_who_wrote_them()
    {
        var revised = After(Rule(), DraftRule.Revise(Rule(), Terms with { MostRecords = 5 }, ByApprover));
        Assert.Equal(RuleStage.Draft, revised.Stage);
        Assert.Equal("same-person", CodeOf(ApproveRule.Decide(revised, ByApprover)));
        Assert.IsType<Unchanged<AnswerRuleEvent>>(DraftRule.Revise(Rule(), Terms with { }, BySteward));
    }

    [Fact]
    public void One_person_stops_a_rule_and_it_is_taken_up_again()
    {
        var paused = After(Rule(), PauseRule.Pause(Rule(), "Odd requests.", BySteward));
        Assert.Equal(RuleStage.Paused, paused.Stage);
        Assert.IsType<Unchanged<AnswerRuleEvent>>(PauseRule.Pause(paused, "Again.", BySteward));
        Assert.Equal(RuleStage.InForce, After(paused, PauseRule.Resume(paused, ByApprover)).Stage);
        Assert.IsType<Unchanged<AnswerRuleEvent>>(PauseRule.Resume(Rule(), ByApprover));
        Assert.Equal(RuleStage.Retired, After(paused, PauseRule.Retire(paused, "Replaced.", BySteward)).Stage);
    }

    [Fact]
    public void A_rule_is_drafted_once() =>
        Assert.IsType<Unchanged<AnswerRuleEvent>>(DraftRule.Decide(Rule(), RuleId, Asked, Terms, BySteward));

    private static AnswerRule After(AnswerRule rule, Decision<AnswerRuleEvent> decision) =>
        Fold.Onto(rule, Assert.IsType<Events<AnswerRuleEvent>>(decision).Happened);

    private static string CodeOf(Decision<AnswerRuleEvent> decision) =>
        Assert.IsType<Refused<AnswerRuleEvent>>(decision).Refusal.Code;
}
