using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseCoordination.Testing;

/// <summary>What an answer says, without what differs from call to call.</summary>
public static class Answers
{
    /// <summary>Status and body; the trace id, which every problem carries, is left out.</summary>
    public static async Task<string> StableAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        if (JsonOf(body) is JsonObject problem && problem.Remove("traceId"))
        {
            body = problem.ToJsonString();
        }

        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {body}";
    }

    /// <summary>The stable code of a problem, after checking that it is one as RFC 9457 asks.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = Assert.IsType<JsonObject>(JsonOf(body));
        var code = (string?)problem["code"];
        Assert.Equal((int)answer.StatusCode, (int?)problem["status"]);
        Assert.Equal($"urn:casecoordination:problem:{code}", (string?)problem["type"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]), body);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]), body);
        return code!;
    }

    private static JsonNode? JsonOf(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
