using System.Net;
using System.Text;
using System.Text.Json;
using CaseCoordination.Platform.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseCoordination.Testing;

/// <summary>The examples that describe some routes of a service.</summary>
/// <param name="services">The service's own.</param>
/// <param name="routes">Those that are described.</param>
public sealed class DescribedExamples(IServiceProvider services, IReadOnlyList<RouteEndpoint> routes)
{
    private readonly JsonSerializerOptions _json = services
        .GetRequiredService<IOptions<JsonOptions>>()
        .Value.SerializerOptions;

    public IReadOnlyDictionary<Type, object> Values { get; } =
        services.GetServices<Example>().ToDictionary(e => e.Type, e => e.Value);

    /// <summary>Every body and every answer has an example that reads as it is written; returns their types.</summary>
    public IReadOnlyList<Type> ReadAsWritten()
    {
        var bodies = routes.Select(BodyOf);
        var answers = routes
            .SelectMany(r => r.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>())
            .Where(m => m.StatusCode < 300 && m.ContentTypes.Contains("application/json"))
            .Select(m => m.Type);
        var types = bodies.Concat(answers).OfType<Type>().Where(t => t != typeof(void)).Distinct().ToList();
        foreach (var type in types)
        {
            Assert.True(Values.TryGetValue(type, out var example), $"{type} has no example");
            var text = JsonSerializer.Serialize(example, type, _json);
            Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type, _json), type, _json));
        }

        return types;
    }

    /// <summary>
    /// Every example of a body passes the check of its endpoint: it creates something, or finds nothing to act on; returns how
    /// many there are.
    /// </summary>
    /// <param name="http">A caller who may do all of it.</param>
    /// <param name="values">What stands for the parameters of paths, as they are written there.</param>
    public async Task<int> PassAsync(HttpClient http, IReadOnlyDictionary<string, string> values)
    {
        var wrong = new List<string>();
        var calls = routes.Where(r => BodyOf(r) is not null).ToList();
        foreach (var route in calls)
        {
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            var type = BodyOf(route)!;
            var path = values.Aggregate(
                route.RoutePattern.RawText!,
                (text, v) => text.Replace(v.Key, v.Value, StringComparison.Ordinal)
            );
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
            request.Headers.Add("If-Match", "\"1\"");
            request.Content = new StringContent(
                JsonSerializer.Serialize(Values[type], type, _json),
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

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        return calls.Count;
    }

    // Files are sent as they are; there is nothing to show of them.
    private static Type? BodyOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json")
        && type != typeof(Stream)
            ? type
            : null;
}
