using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>One person at the service's API.</summary>
public sealed class CaseClient(HttpClient http) : IDisposable
{
    public static object Opening(string title = "Venue without registration") =>
        new
        {
            title,
            matter = new
            {
                code = "manipulation",
                over = "crypto-derivatives",
                financialInstrument = "yes",
                conductFrom = "2019-01-01",
                conductTo = "2020-09-30",
            },
        };

    public static object Filing(params string[] authorities) =>
        new
        {
            invite = authorities.Select(authority => new { authority, instrument = "iosco-mmou" }),
            message = "Please join us.",
            assistance = new[] { "info.transactions" },
            contentFields = new[] { "facts-and-purpose", "assistance-and-why" },
            replyBy = "2026-12-24",
        };

    private static readonly string[] Provisions = ["CEA s.4c(a)"];

    public HttpClient Http => http;

    public async Task<Guid> OpenAsync(string title = "Venue without registration", object? body = null)
    {
        using var answer = await PostAsync("/api/cases", body ?? Opening(title));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var result = await answer.Content.ReadFromJsonAsync<CommandResult>();
        Assert.Equal($"/api/cases/{result!.Id}", answer.Headers.Location?.ToString());
        return result.Id;
    }

    /// <summary>Opens a case that can be filed.</summary>
    public async Task<Guid> PrepareAsync(string title = "Venue without registration")
    {
        var id = await OpenAsync(title);
        await DoAsync(
            $"/api/cases/{id}/subjects",
            new
            {
                kind = "venue",
                name = "Delta Derivatives Exchange",
                identifiers = new[] { new { scheme = "lei", value = "529900t8bm49aursdo55" } },
            }
        );
        await DoAsync(
            $"/api/cases/{id}/allegations",
            new { text = "Wash trades in perpetual contracts.", provisions = Provisions }
        );
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

    public async Task<CaseSheet?> FindAsync(Guid id)
    {
        using var answer = await http.GetAsync($"/api/cases/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.Content.ReadFromJsonAsync<CaseSheet>();
    }

    public async Task<CaseSheet> WaitAsync(Guid id, Func<CaseSheet, bool> holds, string what) =>
        (await Eventually.GetAsync(() => FindAsync(id), sheet => sheet is not null && holds(sheet), what))!;

    public Task<CaseSheet> StageAsync(Guid id, string stage) => WaitAsync(id, s => s.Stage == stage, $"stage {stage}");

    public Task<CaseSheet> PartnerAsync(Guid id, string authority, string state) =>
        WaitAsync(id, s => s.Partners.Any(p => p.Authority == authority && p.State == state), $"{authority} {state}");

    public async Task<Page<T>> PageAsync<T>(string path) => (await http.GetFromJsonAsync<Page<T>>(path))!;

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Idempotency-Key", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request);
    }
}
