using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CaseCoordination.Testing;

/// <summary>
/// What a reader is told by every route that can be read: status, headers and body, byte for byte. Two readers, or one reader at
/// two moments, are compared by it; a route added later is read without being named here.
/// </summary>
public sealed partial record Readings
{
    public required IReadOnlyList<RouteEndpoint> Routes { get; init; }

    /// <summary>Values of route parameters that are not ids of things: <c>["number"] = "1"</c>.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Route to further queries that it is read with; <c>{id}</c> stands for each of the ids.</summary>
    public IReadOnlyDictionary<string, string[]> Queries { get; init; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>What differs from answer to answer by design, whoever reads.</summary>
    public Regex? Blank { get; init; }

    /// <summary>Reads every route, those that take an id with each of these; a reading is named by the id's place among them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(HttpClient reader, IReadOnlyList<Guid> ids)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var calls = Routes
            .SelectMany(RouteCall.Of)
            .Where(c => c.Method == "GET")
            .ToDictionary(c => c.ToString().TrimEnd('/'));
        Assert.All(Queries.Keys, name => Assert.Contains(name, calls.Keys));
        foreach (var (name, call) in calls)
        {
            foreach (var query in (Queries.GetValueOrDefault(name) ?? []).Prepend(""))
            {
                var takesId =
                    call.Route.RoutePattern.Parameters.Any(p => !Values.ContainsKey(p.Name))
                    || query.Contains("{id}", StringComparison.Ordinal);
                foreach (var (id, i) in ids.Select((id, i) => (id, i)).Take(takesId ? ids.Count : 1))
                {
                    told[$"{name}?{query} #{i}"] = await ReadAsync(reader, call, query, id);
                }
            }
        }

        return told;
    }

    /// <summary>Fails with every reading in which these two differ.</summary>
    public static void AreSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        var wrong = Differing(one, other).Select(k => $"{k}:\n  {one[k]}\n  {other[k]}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public static IReadOnlyList<string> Differing(
        IReadOnlyDictionary<string, string> one,
        IReadOnlyDictionary<string, string> other
    ) => [.. one.Keys.Where(k => one[k] != other[k])];

    private async Task<string> ReadAsync(HttpClient reader, RouteCall call, string query, Guid id)
    {
        var values = call.Route.RoutePattern.Parameters.ToDictionary(
            p => p.Name,
            p => Values.GetValueOrDefault(p.Name) ?? id.ToString(),
            StringComparer.Ordinal
        );
        var asked = query.Replace("{id}", id.ToString(), StringComparison.Ordinal);
        using var answer = await reader.GetAsync(
            new Uri($"{call.Path(values)}?{asked}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
            .Order(StringComparer.Ordinal);
        var body = IsStream(answer)
            ? await BeginningAsync(answer)
            : Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        body = TraceId().Replace(body, "");
        return $"{(int)answer.StatusCode} {string.Join(" | ", headers)} {Blank?.Replace(body, "") ?? body}";
    }

    private static bool IsStream(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "text/event-stream";

    // A stream has no end: it is read until it beats for want of anything more to tell.
    private static async Task<string> BeginningAsync(HttpResponseMessage answer)
    {
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.Latin1);
        var told = new StringBuilder();
        for (var beats = 0; beats < 2; )
        {
            var line = await lines.ReadLineAsync() ?? throw new EndOfStreamException("The stream ended by itself.");
            told.Append(line).Append('\n');
            beats += line.StartsWith(':') ? 1 : 0;
        }

        return told.ToString();
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex TraceId();
}
