using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.AutomaticAnswers;

/// <summary>Explains why a request was answered without a person, or why a person had to.</summary>
internal static class ExplainAnswer
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests
            .MapGet("/{id:guid}/automatic-answer", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("What each rule said of a request, and the law's decision that it rested on.")
            .Produces<ExplainedAnswer>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        RequestDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync(id, cancellation) is not { } request)
        {
            return Problems.NotFound();
        }

        var language = LanguageOf.Answer(http);
        if (request.Weighing is not { } weighing)
        {
            return Results.Ok(new ExplainedAnswer(null, null, [], null, null, [], [], null));
        }

        var decision = weighing.Decision is { } text ? DecisionJson.Read(text) : null;
        return Results.Ok(
            new ExplainedAnswer(
                weighing.AnsweredBy,
                weighing.Records,
                [
                    .. weighing.Rules.Select(r => new ExplainedRule(
                        r.Rule,
                        r.Name,
                        r.Reasons,
                        [.. r.Reasons.Select(reason => ReasonWords.Of(reason, language))]
                    )),
                ],
                decision?.Outcome.Code(),
                decision?.Basis,
                [.. decision?.Citations.Select(c => c.Text) ?? []],
                decision is null ? [] : [.. Explain.InFull(decision, language)],
                weighing.At
            )
        );
    }
}

/// <summary>An automatic answer, or why there was none, explained.</summary>
/// <param name="AnsweredBy">The rule that answered; absent where a person had to.</param>
/// <param name="Explanation">The law's decision in full, for one's own people.</param>
/// <param name="At">When rules were weighed; absent where none was in force.</param>
public sealed record ExplainedAnswer(
    Guid? AnsweredBy,
    long? Records,
    IReadOnlyList<ExplainedRule> Rules,
    string? Outcome,
    string? Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Explanation,
    DateTimeOffset? At
);

/// <summary>What one rule said.</summary>
public sealed record ExplainedRule(
    Guid Rule,
    string Name,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Explanation
);
