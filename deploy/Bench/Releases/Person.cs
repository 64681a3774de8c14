using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Client;

namespace CaseCoordination.Bench.Releases;

/// <summary>Somebody of an authority, at the service of case files and at that of actions.</summary>
internal sealed class Person : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly HttpClient _cases = new() { BaseAddress = new Uri(Settings.Required("CASE_INTAKE_URL")) };
    private readonly CooperationClient _client;

    private Person(AuthenticationHeaderValue token)
    {
        _cases.DefaultRequestHeaders.Authorization = token;
        var actions = new HttpClient { BaseAddress = new Uri(Settings.Required("ENFORCEMENT_ACTIONS_URL")) };
        actions.DefaultRequestHeaders.Authorization = token;
        _client = new CooperationClient(actions);
    }

    public ActionsClient Actions => _client.Actions;

    public static async Task<Person> LogInAsync(string account)
    {
        using var issuer = new HttpClient { BaseAddress = new Uri(Settings.Required("ISSUER_URL")) };
        using var response = await issuer.PostAsJsonAsync("/token", new { account });
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return new Person(new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString()));
    }

    public async Task<Guid> PostCaseAsync(string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cases{path}");
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture));
        using var response = await _cases.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(answer).GetProperty("id").GetGuid()
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {answer}");
    }

    public async Task CaseSeenAsync(Guid id)
    {
        for (var until = Until(); ; await Task.Delay(50))
        {
            using var response = await _cases.GetAsync(new Uri($"/api/cases/{id}", UriKind.Relative));
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            if (Now > until)
            {
                throw new InvalidOperationException($"Case {id} does not arrive.");
            }
        }
    }

    /// <summary>Acts as soon as what the act rests on has arrived here: the law, an investigation, a plan.</summary>
    public static async Task<Guid> ActAsync(Func<Task<CommandAnswer>> act)
    {
        for (var until = Until(); ; await Task.Delay(50))
        {
            try
            {
                return (await act()).Id;
            }
            catch (ApiProblemException e) when (e.Status is 400 or 404 or 409 or 412 or 422 && Now < until) { }
        }
    }

    public void Dispose()
    {
        _cases.Dispose();
        _client.Dispose();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static DateTimeOffset Until() => Now + Patience;
}
