using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>The API is described by examples, and every one of them is right.</summary>
public sealed class ExampleTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] Described = ["/api/actions", "/api/measures", "/api/outcomes"];

    private IEnumerable<RouteEndpoint> Routes =>
        node.Routes.Where(r => Described.Any(d => r.RoutePattern.RawText!.StartsWith(d, StringComparison.Ordinal)));

    private Dictionary<Type, object> Examples =>
        node.Services.GetServices<Example>().ToDictionary(e => e.Type, e => e.Value);

    private JsonSerializerOptions Json =>
        node.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    // Files are sent as they are; there is nothing to show of them.
    private static Type? BodyOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json")
        && type != typeof(Stream)
            ? type
            : null;

    [Fact]
    public void Every_body_and_every_answer_has_an_example_that_reads_as_it_is_written()
    {
        var bodies = Routes.Select(BodyOf);
        var answers = Routes
            .SelectMany(r => r.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
            .Where(m => m.StatusCode < 300 && m.ContentTypes.Contains("application/json"))
            .Select(m => m.Type);
        var types = bodies.Concat(answers).OfType<Type>().Where(t => t != typeof(void)).Distinct().ToList();
        Assert.InRange(types.Count, 25, 100);
        foreach (var type in types)
        {
            Assert.True(Examples.TryGetValue(type, out var example), $"{type} has no example");
            var text = JsonSerializer.Serialize(example, type, Json);
            Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type, Json), type, Json));
        }
    }

    [Fact]
    public async Task Every_example_of_a_body_passes_the_check_of_its_endpoint()
    {
        await node.TeachAsync();
        var draft = (DraftAction.Body)Examples[typeof(DraftAction.Body)];
        await node.InvestigateAsync(draft.CaseId!.Value, "XA-SMA", ["MSA-FMA"]);
        using var http = node.AsEveryRole("XA-SMA", "digital-assets");
        var wrong = new List<string>();
        var calls = Routes.Where(r => BodyOf(r) is not null).ToList();
        foreach (var route in calls)
        {
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            var type = BodyOf(route)!;
            var path = route
                .RoutePattern.RawText!.Replace("{id:guid}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal)
                .Replace("{measure}", "m1", StringComparison.Ordinal)
                .Replace("{n:int}", "1", StringComparison.Ordinal)
                .Replace("{number:int}", "1", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            request.Headers.Add("If-Match", "\"1\"");
            request.Content = new StringContent(
                JsonSerializer.Serialize(Examples[type], type, Json),
                Encoding.UTF8,
                "application/json"
            );
            using var answer = await http.SendAsync(request);
            var expected =
                path.TrimEnd('/').Count(c => c == '/') == 2 ? HttpStatusCode.Created : HttpStatusCode.NotFound;
            if (answer.StatusCode != expected)
            {
                wrong.Add($"{method} {route.RoutePattern.RawText}: {await Answers.StableAsync(answer)}");
            }
        }

        Assert.InRange(calls.Count, 16, 100);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_description_shows_the_examples_and_who_may_call()
    {
        using var http = node.Anonymous();
        var described = (await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var draft = described["paths"]!["/api/actions"]!["post"]!;
        var plan = draft["requestBody"]!["content"]!["application/json"]!["example"]!["plan"]!;
        Assert.Equal("MSA-FMA", (string)plan["participants"]![0]!);
        Assert.Equal(3, (int)draft["responses"]!["201"]!["content"]!["application/json"]!["example"]!["version"]!);
        var schemes = described["components"]!["securitySchemes"]!;
        Assert.Equal("bearer", (string)schemes["bearer"]!["scheme"]!);
        Assert.Equal(
            $"{Tokens.Issuer}/token",
            (string)schemes["client-credentials"]!["flows"]!["clientCredentials"]!["tokenUrl"]!
        );
        Assert.Equal(2, described["security"]!.AsArray().Count);
    }
}
