using CaseCoordination.Decider;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CaseCoordination.Platform.Http;

/// <summary>One wrong input: the field as a JSON path, a stable code, and what would be right.</summary>
public sealed record FieldProblem(string Field, string Code, string Message);

/// <summary>Problems as RFC 9457 asks, each with a stable <c>code</c> that callers may branch on.</summary>
public static class Problems
{
    /// <summary>The code for an Idempotency-Key that came with another request before.</summary>
    internal const string KeyReused = "idempotency-key-reused";

    /// <summary>A problem with a status, a code and a sentence that teaches.</summary>
    public static ProblemHttpResult Of(int status, string code, string detail, string? field = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Type = $"urn:casecoordination:problem:{code}",
            Title = code,
            Detail = detail,
        };
        problem.Extensions["code"] = code;
        if (field is not null)
        {
            problem.Extensions["errors"] = new[] { new FieldProblem(field, code, detail) };
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>Every wrong field of one input, together.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyList<FieldProblem> errors)
    {
        var problem = new ProblemDetails
        {
            Status = 400,
            Type = "urn:casecoordination:problem:invalid-input",
            Title = "invalid-input",
            Detail = $"{errors.Count} field(s) are not right; nothing was stored.",
        };
        problem.Extensions["code"] = "invalid-input";
        problem.Extensions["errors"] = errors;
        return TypedResults.Problem(problem);
    }

    /// <summary>Something the caller may not know of, or that is not there: the answer is the same.</summary>
    public static ProblemHttpResult NotFound() => Of(404, "not-found", "There is no such thing here.");

    /// <summary>A refusal as a problem.</summary>
    public static ProblemHttpResult From(Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.Unknown => NotFound(),
            _ when refusal.Code == KeyReused => Of(422, refusal.Code, refusal.Message),
            RefusalKind.Forbidden => Of(403, refusal.Code, refusal.Message, refusal.Field),
            _ => Of(409, refusal.Code, refusal.Message, refusal.Field),
        };
}
