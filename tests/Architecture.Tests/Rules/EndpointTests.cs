using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseCoordination.Architecture.Tests.Rules;

/// <summary>Whatever changes something asks who is there, and queues say whose they are.</summary>
public sealed class EndpointTests
{
    [Fact]
    public void Every_endpoint_that_changes_something_requires_authorization() =>
        Assert.Empty(ServiceModel.All.SelectMany(s => s.Routes.SelectMany(r => Open(s.Name, r))));

    [Fact]
    public void Every_service_has_endpoints_to_judge() =>
        Assert.All(ServiceModel.All, s => Assert.Contains(s.Routes, r => Methods(r).Contains("PUT")));

    [Fact]
    public void Every_endpoint_requires_authorization_can_fail()
    {
        var builder = WebApplication.CreateSlimBuilder();
        using var app = builder.Build() as IDisposable;
        var routes = (IEndpointRouteBuilder)app!;
        routes.MapPost("/open", () => "");
        routes.MapPut("/opened-again", () => "").RequireAuthorization().AllowAnonymous();
        routes.MapGet("/read", () => "");
        routes.MapPost("/closed", () => "").RequireAuthorization();
        var open = routes
            .DataSources.SelectMany(d => d.Endpoints)
            .Cast<RouteEndpoint>()
            .SelectMany(r => Open("fake", r));
        Assert.Equal(["fake: POST /open", "fake: PUT /opened-again"], open);
    }

    [Fact]
    public void Every_queue_is_named_after_its_service()
    {
        Assert.All(ServiceModel.All, s => Assert.NotEmpty(s.Queues));
        Assert.Empty(
            ServiceModel.All.SelectMany(s =>
                Foreign(s.Name, s.Queues.Where(q => !q.Contains("_bus_", StringComparison.Ordinal)))
            )
        );
        Assert.Distinct(ServiceModel.All.SelectMany(s => s.Queues));
    }

    [Fact]
    public void Every_queue_is_named_after_its_service_can_fail() =>
        Assert.Equal(["letters"], Foreign("access-point", ["access-point-letters", "letters"]));

    private static IEnumerable<string> Open(string service, RouteEndpoint route)
    {
        var isClosed =
            (
                route.Metadata.GetMetadata<AuthorizationPolicy>() is not null
                || route.Metadata.GetMetadata<IAuthorizeData>() is not null
            ) && route.Metadata.GetMetadata<IAllowAnonymous>() is null;
        return isClosed
            ? []
            : Methods(route).Where(m => m != "GET").Select(m => $"{service}: {m} {route.RoutePattern.RawText}");
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static IEnumerable<string> Foreign(string service, IEnumerable<string> queues) =>
        queues.Where(q => !q.StartsWith($"{service}-", StringComparison.Ordinal));
}
