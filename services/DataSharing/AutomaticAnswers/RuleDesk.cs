using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Where a person's commands on a rule arrive. Rules are the authority's own and no secret among its staff.</summary>
public sealed class RuleDesk(AuthoritySession session, Caller caller, TimeProvider clock)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<AnswerRule, Turn, Decision<AnswerRuleEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        var outcome = await session.DecideAsync<AnswerRule, AnswerRuleEvent>(
            id,
            current =>
                current.Stage switch
                {
                    RuleStage.Unknown => Refusal.Unknown("rule-unknown", "There is no such rule."),
                    RuleStage.Retired => new Refusal("rule-retired", "The rule is retired; draft another."),
                    _ => decide(current, turn),
                },
            cancellation
        );
        return outcome.ToResult();
    }
}
