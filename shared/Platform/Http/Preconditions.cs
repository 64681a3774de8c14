using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CaseCoordination.Platform.Http;

/// <summary>Entity tags: the version of the stream that a caller saw.</summary>
public static class Preconditions
{
    /// <summary>The tag of a version.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version in If-Match, if any; false when the header is there but no single strong tag of ours.</summary>
    public static bool TryRead(HttpRequest request, out long? version)
    {
        version = null;
        var raw = request.Headers.IfMatch.ToString();
        if (raw.Length == 0)
        {
            return true;
        }

        if (
            EntityTagHeaderValue.TryParse(raw, out var tag)
            && !tag.IsWeak
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            version = seen;
            return true;
        }

        return false;
    }

    /// <summary>Marks an endpoint where a person edits: without If-Match it answers 428.</summary>
    public sealed record Required;
}
