using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Http;

/// <summary>An answer with the version of what it shows; 304 for a caller who has that version.</summary>
public static class Tagged
{
    /// <summary>No cache between keeps it for anybody else.</summary>
    public static IResult Ok<T>(HttpContext http, T body, long version)
    {
        ArgumentNullException.ThrowIfNull(http);
        var tag = Preconditions.Tag(version);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(body);
    }
}
