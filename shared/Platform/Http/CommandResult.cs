using CaseCoordination.Platform.Store;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Http;

/// <summary>The answer to every command: the thing's id and its version after the command.</summary>
public sealed record CommandResult(Guid Id, long Version);

/// <summary>Turns outcomes into answers.</summary>
public static class OutcomeResults
{
    /// <summary>200 with the new version, or the problem that the refusal is.</summary>
    public static IResult ToResult<TState>(this Outcome<TState> outcome) => Answer(outcome, null);

    /// <summary>201 with the new thing's address, or the problem that the refusal is.</summary>
    public static IResult ToCreated<TState>(this Outcome<TState> outcome, string path) => Answer(outcome, path);

    private static IResult Answer<TState>(Outcome<TState> outcome, string? path) =>
        outcome.Refusal is { } refusal ? Problems.From(refusal)
        : outcome.IsStale
            ? Problems.Of(412, "version-changed", "It was changed since you read it; read it again and repeat.")
        : new Answered(new CommandResult(outcome.Id, outcome.Version), path is null ? null : $"{path}/{outcome.Id}");
}

/// <summary>A command's answer with its entity tag.</summary>
internal sealed record Answered(CommandResult Body, string? Location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        httpContext.Response.Headers.ETag = Preconditions.Tag(Body.Version);
        if (Location is not null)
        {
            httpContext.Response.Headers.Location = Location;
        }

        return httpContext.Response.WriteAsJsonAsync(Body, httpContext.RequestAborted);
    }
}
