using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>One person at the service's API.</summary>
public sealed class RequestClient(HttpClient http) : IDisposable
{
    public static object Draft(string title = "Wash trades in perpetuals", params string[] to) =>
        new { to = to.Length == 0 ? ["MSA-FMA"] : to, content = Content(title) };

    public static object Content(string title = "Wash trades in perpetuals", bool spotToo = false) =>
        new
        {
            title,
            matters = spotToo ? new[] { Matter("derivatives"), Matter("spot-crypto-assets") } : [Matter("derivatives")],
            assistance = new[] { "info.files" },
            fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["facts-and-purpose"] = "Two accounts trade with each other.",
            },
            subjects = new[]
            {
                new
                {
                    kind = "entity",
                    name = "Delta Derivatives Exchange",
                    identifiers = new[] { new { scheme = "lei", value = "529900t8bm49aursdo55" } },
                },
            },
        };

    private static object Matter(string over) =>
        new
        {
            code = "manipulation",
            over,
            financialInstrument = "yes",
            conductFrom = "2025-01-01",
            conductTo = "2025-06-30",
        };

    public HttpClient Http => http;

    public async Task<Guid> DraftAsync(object? body = null)
    {
        using var answer = await PostAsync("/api/requests", body ?? Draft());
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var result = await answer.Content.ReadFromJsonAsync<CommandResult>();
        Assert.Equal($"/api/requests/{result!.Id}", answer.Headers.Location?.ToString());
        return result.Id;
    }

    /// <summary>Drafts and submits.</summary>
    public async Task<Guid> AskAsync(object? body = null)
    {
        var id = await DraftAsync(body);
        await DoAsync($"/api/requests/{id}/submission", new { });
        return id;
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, key ?? Guid.CreateVersion7().ToString());

    public async Task<HttpResponseMessage> PutAsync(string path, object body, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await http.SendAsync(request);
    }

    /// <summary>A command that must succeed.</summary>
    public async Task<CommandResult> DoAsync(string path, object? body = null)
    {
        using var answer = await PostAsync(path, body);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!;
    }

    public async Task RefusedAsync(string code, string path, object? body = null)
    {
        using var answer = await PostAsync(path, body);
        Assert.Equal(code, await Answers.CodeAsync(answer));
    }

    /// <summary>Field and code of everything that was wrong with an input.</summary>
    public static async Task<IReadOnlyList<(string Field, string Code)>> ErrorsAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return [.. problem!["errors"]!.AsArray().Select(e => ((string)e!["field"]!, (string)e["code"]!))];
    }

    public async Task<RequestSheet?> FindAsync(Guid id)
    {
        using var answer = await http.GetAsync($"/api/requests/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.Content.ReadFromJsonAsync<RequestSheet>();
    }

    public async Task<RequestSheet> WaitAsync(Guid id, Func<RequestSheet, bool> holds, string what) =>
        (await Eventually.GetAsync(() => FindAsync(id), sheet => sheet is not null && holds(sheet), what))!;

    public Task<RequestSheet> StateAsync(Guid id, string state) =>
        WaitAsync(id, s => s.State == state, $"state {state}");

    public async Task<Page<T>> PageAsync<T>(string path) => (await http.GetFromJsonAsync<Page<T>>(path))!;

    public async Task<EventsPage> EventsAsync(string query) =>
        (await http.GetFromJsonAsync<EventsPage>($"/api/events?{query}"))!;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Idempotency-Key", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request);
    }
}
