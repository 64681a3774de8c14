using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// Calls the services as a client does that was told the rules: it repeats what was not answered, or answered with a fault of
/// the service, with the same Idempotency-Key at the next replica, until it has an answer.
/// </summary>
internal sealed class Client(SystemNode node, string token, Ledger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(8) };

    /// <summary>The id that a POST answers in the end; a refusal is a failure of the test.</summary>
    public async Task<Guid> PostAsync(string path, object? body = null, string service = Services.Intake) =>
        JsonNode.Parse(await AnswerAsync(path, body, service))!["id"]!.GetValue<Guid>();

    /// <summary>What a POST that only asks answers.</summary>
    public async Task<T> AskAsync<T>(string path, object body, string service = Services.Intake) =>
        JsonSerializer.Deserialize<T>(await AnswerAsync(path, body, service), JsonSerializerOptions.Web)!;

    /// <summary>What a GET answers; null for 404.</summary>
    public async Task<T?> GetAsync<T>(string service, string path)
        where T : class
    {
        var (status, answer) = await RepeatAsync(() => Request(HttpMethod.Get, service, path));
        Assert.True(status is 200 or 404, $"GET {path}: {status} {answer}");
        return status == 404 ? null : JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web);
    }

    /// <summary>The SHA-256 of what a GET answers, in lower-case hexadecimal.</summary>
    public async Task<string> HashAsync(string service, string path)
    {
        var (status, answer) = await RepeatAsync(() => Request(HttpMethod.Get, service, path));
        Assert.True(status == 200, $"GET {path}: {status} {answer}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer)));
    }

    /// <summary>The id that a POST answers once it is no longer refused for what has not arrived yet.</summary>
    /// <param name="notYet">Codes that say so.</param>
    public async Task<Guid> PostOnceAsync(string path, object body, string service, params string[] notYet)
    {
        var (status, answer) = await Patiently.GetAsync(
            () => TryPostAsync(path, body, service),
            x => x.Status != 409 || !notYet.Contains(CodeOf(x.Body), StringComparer.Ordinal),
            $"{path} to be no longer refused as {string.Join(" or ", notYet)}"
        );
        Assert.True(status is 200 or 201, $"POST {path}: {status} {answer}");
        return JsonNode.Parse(answer)!["id"]!.GetValue<Guid>();
    }

    private async Task<string> AnswerAsync(string path, object? body, string service)
    {
        var (status, answer) = await TryPostAsync(path, body, service);
        Assert.True(status is 200 or 201, $"POST {path}: {status} {answer}");
        return answer;
    }

    private Task<(int Status, string Body)> TryPostAsync(string path, object? body, string service)
    {
        var key = Guid.CreateVersion7().ToString("N");
        var content = JsonSerializer.Serialize(body, JsonSerializerOptions.Web);
        return RepeatAsync(() =>
        {
            var request = Request(HttpMethod.Post, service, path);
            request.Headers.Add("Idempotency-Key", key);
            request.Content = body is null ? null : new StringContent(content, Encoding.UTF8, "application/json");
            return request;
        });
    }

    private HttpRequestMessage Request(HttpMethod method, string service, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(node.AddressOf(service), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<(int Status, string Body)> RepeatAsync(Func<HttpRequestMessage> ask)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var last = await TryAsync(ask);
            if (last.Status is > 0 and < 500)
            {
                return last;
            }

            Assert.True(watch.Elapsed < Patience, $"No answer in {Patience}; the last was {last.Status} {last.Body}");
            await Task.Delay(Pause);
        }
    }

    private async Task<(int Status, string Body)> TryAsync(Func<HttpRequestMessage> ask)
    {
        try
        {
            using var request = ask();
            using var answer = await Http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            if (status >= 500)
            {
                ledger.AddProblem($"{status} {answer.Content.Headers.ContentType?.MediaType} {CodeOf(body)}");
            }

            return (status, body);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return (0, e.Message);
        }
    }

    private static string CodeOf(string body)
    {
        try
        {
            return (string?)JsonNode.Parse(body)?["code"] ?? "";
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
