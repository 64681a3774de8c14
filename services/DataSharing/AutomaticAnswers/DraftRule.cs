using CaseCoordination.DataSharing.AutomaticAnswers.Domain;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Drafts a rule, or writes its terms anew; either way a second person has to approve them.</summary>
public static class DraftRule
{
    public static Decision<AnswerRuleEvent> Decide(
        AnswerRule current,
        Guid id,
        string authority,
        RuleTerms terms,
        Turn turn
    ) => current.Stage != RuleStage.Unknown ? new NoChange() : new RuleDrafted(id, authority, terms, turn.By, turn.Now);

    public static Decision<AnswerRuleEvent> Revise(AnswerRule current, RuleTerms terms, Turn turn) =>
        current.Terms.IsSame(terms) ? new NoChange() : new RuleRevised(terms, turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder rules)
    {
        rules
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.DataSteward)
            .WithSummary("Drafts a rule by which requests for supervisory records are answered without a person.")
            .WithDescription(
                "It answers only where the law grants what is asked and nothing stays open; `facts` states what holds of every such "
                    + "request, such as `public-or-national-interest: no`. A second person puts it in force; try it before with "
                    + "`dry-run`."
            )
            .Creates("/api/answer-rules");
        rules
            .MapPut("/{id:guid}", ReviseAsync)
            .RequireRoles(Roles.DataSteward)
            .WithSummary("Writes a rule's terms anew; it rests until somebody else approves them.")
            .Produces<CommandResult>();
    }

    private static async Task<IResult> HandleAsync(
        RuleBody body,
        RuleDesk desk,
        RecordCategories categories,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var terms = shape.Terms(body, NamesOf(categories));
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var turn = desk.NewTurn();
        var id = DeterministicId.Of(
            desk.Session.Authority,
            desk.Caller.Subject,
            http.Request.Headers["Idempotency-Key"].ToString()
        );
        var outcome = await desk.Session.DecideAsync<AnswerRule, AnswerRuleEvent>(
            id,
            current => Decide(current, id, desk.Session.Authority, terms, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    private static async Task<IResult> ReviseAsync(
        Guid id,
        RuleBody body,
        RuleDesk desk,
        RecordCategories categories,
        CancellationToken cancellation
    )
    {
        var shape = new Shape();
        var terms = shape.Terms(body, NamesOf(categories));
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Revise(current, terms, turn), cancellation);
    }

    private static string[] NamesOf(RecordCategories categories) => [.. categories.All.Select(c => c.Name)];
}
