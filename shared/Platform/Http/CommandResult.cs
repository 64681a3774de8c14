using CaseCoordination.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Http;

/// <summary>The answer to every command: the thing's id and its version after the command.</summary>
public sealed record CommandResult(Guid Id, long Version);

/// <summary>Turns outcomes into answers.</summary>
public static class OutcomeResults
{
    /// <summary>The new version, or the problem that the refusal is.</summary>
    public static IResult ToResult<TState>(this Outcome<TState> outcome) =>
        outcome.Refusal is { } refusal ? Problems.From(refusal)
        : outcome.IsStale
            ? Problems.Of(412, "version-changed", "It was changed since you read it; read it again and repeat.")
        : new Answered(new CommandResult(outcome.Id, outcome.Version));

    /// <summary>Success is answered with 201 and the new thing's address, also when a request is repeated.</summary>
    /// <param name="endpoint">The command's endpoint.</param>
    /// <param name="path">Where things of this kind are; the id follows it.</param>
    public static RouteHandlerBuilder Creates(this RouteHandlerBuilder endpoint, string path) =>
        endpoint.Produces<CommandResult>(StatusCodes.Status201Created).WithMetadata(new CreatesAt(path));
}

internal sealed record CreatesAt(string Path);

/// <summary>A command's answer with its entity tag.</summary>
internal sealed record Answered(CommandResult Body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Preconditions.Tag(Body.Version);
        if (httpContext.GetEndpoint()?.Metadata.GetMetadata<CreatesAt>() is { } created)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.Headers.Location = $"{created.Path}/{Body.Id}";
        }

        return httpContext.Response.WriteAsJsonAsync(Body, httpContext.RequestAborted);
    }
}
