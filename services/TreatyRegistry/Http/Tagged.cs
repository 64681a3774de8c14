using CaseCoordination.Platform.Http;

namespace CaseCoordination.TreatyRegistry.Http;

/// <summary>An answer with the version of what it shows; 304 for a caller who has that version.</summary>
internal static class Tagged
{
    public static IResult Ok<T>(HttpContext http, T body, long version)
    {
        var tag = Preconditions.Tag(version);
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(body);
    }
}
