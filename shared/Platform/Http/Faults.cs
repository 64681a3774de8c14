using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.Platform.Http;

/// <summary>Exceptions as problems: what the caller did wrong is said, what went wrong inside is not.</summary>
internal sealed class Faults(ILogger<Faults> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: 413 } => Problems.Of(
                413,
                "body-too-large",
                "The body is larger than this endpoint takes."
            ),
            BadHttpRequestException { InnerException: System.Text.Json.JsonException json } => Problems.Of(
                400,
                "body-malformed",
                "The body is not the JSON that this endpoint takes.",
                json.Path is { Length: > 0 } path ? path : "$"
            ),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "request-malformed", bad.Message),
            JasperFx.ConcurrencyException => Problems.Of(
                412,
                "version-changed",
                "Too many changed it at once; nothing was stored. Read it again and repeat."
            ),
            _ when Resilience.Pipelines.IsDatabase(exception) => Problems.Of(
                503,
                "store-away",
                "Nothing was stored; repeat the request with the same Idempotency-Key."
            ),
            _ => null,
        };
        if (problem is null)
        {
            logger.LogError(exception, "A request failed.");
            problem = Problems.Of(500, "internal-fault", "Nothing was stored; the fault is logged under the trace id.");
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }
}

/// <summary>Gives answers without a body, such as an unknown path, the form every other problem has.</summary>
internal static class EmptyAnswers
{
    public static Task ExplainAsync(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var problem = status switch
        {
            404 => Problems.NotFound(),
            405 => Problems.Of(405, "method-not-allowed", "This address does not take that method."),
            415 => Problems.Of(415, "media-type-unsupported", "Send application/json."),
            _ => Problems.Of(status, "request-refused", "The request was refused."),
        };
        return problem.ExecuteAsync(context.HttpContext);
    }
}
