namespace CaseCoordination.DataSharing.AutomaticAnswers.Domain;

/// <summary>Everything that can happen to a rule; stored names are in <c>AutomaticAnswersModule</c>.</summary>
public abstract record AnswerRuleEvent;

public sealed record RuleDrafted(Guid RuleId, string Authority, RuleTerms Terms, string By, DateTimeOffset At)
    : AnswerRuleEvent;

public sealed record RuleRevised(RuleTerms Terms, string By, DateTimeOffset At) : AnswerRuleEvent;

public sealed record RuleApproved(string By, DateTimeOffset At) : AnswerRuleEvent;

public sealed record RulePaused(string Reason, string By, DateTimeOffset At) : AnswerRuleEvent;

public sealed record RuleResumed(string By, DateTimeOffset At) : AnswerRuleEvent;

public sealed record RuleRetired(string Reason, string By, DateTimeOffset At) : AnswerRuleEvent;
