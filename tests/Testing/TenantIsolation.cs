using System.Globalization;
using System.Text;
using CaseCoordination.Platform.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CaseCoordination.Testing;

/// <summary>
/// Goes through the route table of a service: whatever route takes an id answers another authority's caller, on a thing that
/// exists, as if it did not exist; no list tells of it either. A route added later is covered without being named here.
/// </summary>
public sealed record TenantIsolation
{
    public required IReadOnlyList<RouteEndpoint> Routes { get; init; }

    /// <summary>Calls as the authority whose things they are, with every role and group that is needed to see them.</summary>
    public required HttpClient Owner { get; init; }

    /// <summary>Calls as another authority, with every role.</summary>
    public required HttpClient Stranger { get; init; }

    /// <summary>Route parameter to the id of a thing of the owner's: <c>["caseId"] = "..."</c>.</summary>
    public required IReadOnlyDictionary<string, string> Existing { get; init; }

    /// <summary>Texts out of the owner's things that the stranger must never read.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Route to a body it takes, where one of the mere shape is refused before the thing is looked up.</summary>
    public IReadOnlyDictionary<string, Func<HttpContent>> Bodies { get; init; } =
        new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal);

    /// <summary>Route to the query it needs.</summary>
    public IReadOnlyDictionary<string, string> Queries { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Checks every route and fails with everything that is wrong; returns the routes that were exercised.</summary>
    public async Task<IReadOnlyList<string>> HoldsAsync()
    {
        var calls = Routes.SelectMany(RouteCall.Of).ToList();
        var wrong = new List<string>();
        foreach (var call in calls.Where(c => c.Route.RoutePattern.Parameters.Count > 0))
        {
            wrong.AddRange(await StrangerLearnsAsync(call));
        }

        foreach (var list in calls.Where(c => c.Route.RoutePattern.Parameters.Count == 0 && c.Method == "GET"))
        {
            using var answer = await SendAsync(Stranger, list, known: true);
            wrong.AddRange(SecretsIn(list, await answer.Content.ReadAsStringAsync()));
        }

        // Last, and reading before writing, because these calls may change the things: a route on which the owner finds
        // nothing either was not exercised at all.
        var exercised = calls.Where(c => c.Route.RoutePattern.Parameters.Count > 0).OrderBy(c => c.Method != "GET");
        foreach (
            var call in exercised.Where(c => c.Route.RoutePattern.Parameters.All(p => Existing.ContainsKey(p.Name)))
        )
        {
            using var answer = await SendAsync(Owner, call, known: true);
            if ((int)answer.StatusCode is 400 or 401 or 404 or 405 or 415 or 428 or >= 500)
            {
                wrong.Add($"{call}: not exercised, its owner is answered {await Answers.StableAsync(answer)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        return calls.Where(c => c.Route.RoutePattern.Parameters.Count > 0).Select(c => c.ToString()).ToList();
    }

    private async Task<IReadOnlyList<string>> StrangerLearnsAsync(RouteCall call)
    {
        var unnamed = call.Route.RoutePattern.Parameters.Where(p => !Existing.ContainsKey(p.Name)).ToList();
        if (unnamed.Count > 0)
        {
            return [$"{call}: cannot be exercised, name an existing {string.Join(", ", unnamed.Select(p => p.Name))}"];
        }

        using var known = await SendAsync(Stranger, call, known: true);
        if (known.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return [$"{call}: another authority is answered with events"];
        }

        using var unknown = await SendAsync(Stranger, call, known: false);
        var (first, second) = (await Answers.StableAsync(known), await Answers.StableAsync(unknown));
        List<string> wrong = [.. SecretsIn(call, first)];
        if ((int)known.StatusCode != 404)
        {
            wrong.Add($"{call}: another authority is answered {first}");
        }

        if (first != second || HeadersOf(known) != HeadersOf(unknown))
        {
            wrong.Add($"{call}: a thing that exists is answered {first}, one that does not {second}");
        }

        return wrong;
    }

    private IEnumerable<string> SecretsIn(RouteCall call, string text) =>
        Secrets.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{call}: tells '{s}'");

    private async Task<HttpResponseMessage> SendAsync(HttpClient http, RouteCall call, bool known)
    {
        var query = Queries.TryGetValue(call.ToString(), out var asked) ? $"?{asked}" : "";
        var address = new Uri(call.Path(known ? Existing : Absent) + query, UriKind.Relative);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), address);
        if (call.Method == "POST")
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        if (call.Route.Metadata.GetMetadata<Preconditions.Required>() is not null)
        {
            request.Headers.Add("If-Match", "\"1\"");
        }

        request.Content =
            Bodies.TryGetValue(call.ToString(), out var body) ? body()
            : call.Route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
                ? new StringContent(SampleBody.Of(type), Encoding.UTF8, "application/json")
            : null;

        // A stream that stays open has answered with its headers.
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private Dictionary<string, string> Absent =>
        Existing.ToDictionary(
            e => e.Key,
            e =>
                Guid.TryParse(e.Value, out _) ? Guid.CreateVersion7().ToString()
                : int.TryParse(e.Value, CultureInfo.InvariantCulture, out _) ? "987654"
                : $"ZZ-{e.Value.Length}",
            StringComparer.Ordinal
        );

    private static string HeadersOf(HttpResponseMessage answer) =>
        string.Join(' ', answer.Headers.Select(h => h.Key).Where(k => k != "Date").Order(StringComparer.Ordinal));
}
