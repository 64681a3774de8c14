using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseCoordination.Bench;

/// <summary>A running node as two officers use it: one files, the other sees the invitation.</summary>
internal sealed class Node(Settings settings) : IDisposable
{
    private readonly HttpClient _lead = new() { BaseAddress = settings.CaseIntake };
    private readonly HttpClient _partner = new() { BaseAddress = settings.CaseIntake };

    public async Task WarmUpAsync()
    {
        await LogInAsync(_lead, "xa-officer");
        await LogInAsync(_partner, "msa-officer");
        foreach (var id in await DraftAsync(20))
        {
            await FileAsync(id);
            await SeenAsync(id);
        }
    }

    /// <summary>Cases with a subject and an allegation, ready to be filed.</summary>
    public async Task<IReadOnlyList<Guid>> DraftAsync(int count)
    {
        var drafts = new Guid[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) => drafts[i] = await DraftOneAsync(i)
        );
        return drafts;
    }

    /// <summary>Files a case and invites one partner: one letter.</summary>
    public async Task FileAsync(Guid id) => await PostAsync(_lead, $"/api/cases/{id}/filing", Payloads.Filing);

    /// <summary>Returns when the partner's officer can see the case.</summary>
    public async Task SeenAsync(Guid id)
    {
        while (true)
        {
            using var response = await _partner.GetAsync(new Uri($"/api/cases/{id}", UriKind.Relative));
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(2);
        }
    }

    public void Dispose()
    {
        _lead.Dispose();
        _partner.Dispose();
    }

    private async Task<Guid> DraftOneAsync(int i)
    {
        var id = await PostAsync(_lead, "/api/cases", Payloads.Case(i));
        await PostAsync(_lead, $"/api/cases/{id}/subjects", Payloads.Subject);
        await PostAsync(_lead, $"/api/cases/{id}/allegations", Payloads.Allegation);
        return id;
    }

    private static async Task<Guid> PostAsync(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture));
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {answer}");
        }

        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("id").GetGuid();
    }

    private async Task LogInAsync(HttpClient http, string account)
    {
        using var response = await http.PostAsJsonAsync(new Uri(settings.Issuer, "/token"), new { account });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            json.RootElement.GetProperty("access_token").GetString()
        );
    }
}
