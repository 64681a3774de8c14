using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CaseCoordination.Testing;

/// <summary>A route of a service with one of its methods.</summary>
internal sealed record RouteCall(string Method, RouteEndpoint Route)
{
    public static IEnumerable<RouteCall> Of(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => new RouteCall(
            m,
            route
        ));

    public string Path(IReadOnlyDictionary<string, string> values) =>
        string.Concat(
            Route.RoutePattern.PathSegments.Select(segment =>
                "/" + string.Concat(segment.Parts.Select(part => TextOf(part, values)))
            )
        );

    public override string ToString() => $"{Method} {Route.RoutePattern.RawText}";

    private static string TextOf(RoutePatternPart part, IReadOnlyDictionary<string, string> values) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString(values[parameter.Name]),
            _ => "",
        };
}
