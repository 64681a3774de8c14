using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>One person who works with packages.</summary>
public sealed class PackageClient(RequestClient client) : IDisposable
{
    private static readonly string[] Trader = ["trader"];
    private static readonly string[] Files = ["info.files"];

    public static object Occasion { get; } = new
    {
        matters = new[]
        {
            new
            {
                code = "manipulation",
                over = "derivatives",
                financialInstrument = "yes",
                conductFrom = "2025-01-01",
                conductTo = "2025-06-30",
            },
        },
        assistance = Files,
    };

    public RequestClient Requests => client;
    public HttpClient Http => client.Http;

    public static object Csv(long size, string? sha256 = null) =>
        new
        {
            name = "trades.csv",
            mediaType = "text/csv",
            size,
            category = "trades",
            tlp = "AMBER",
            handling = "H1",
            sha256,
            personalFields = Trader,
        };

    public static object Plain(long size, string name = "note.bin", string? sha256 = null) =>
        new
        {
            name,
            mediaType = "application/octet-stream",
            size,
            category = "document",
            tlp = "GREEN",
            handling = "H0",
            sha256,
        };

    public async Task<Guid> PrepareAsync(object body)
    {
        using var answer = await client.PostAsync("/api/packages", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    public Task<Guid> PrepareUnaskedAsync(string title = "Unasked", string to = "XA-SMA") =>
        PrepareAsync(
            new
            {
                title,
                recipients = new[] { to },
                occasion = Occasion,
            }
        );

    /// <summary>Adds an item and its content; returns its number.</summary>
    public async Task<int> AddAsync(Guid package, object item, byte[] content)
    {
        await client.DoAsync($"/api/packages/{package}/items", item);
        var number = (await FindAsync(package))!.Items[^1].Number;
        using var stored = await PutAsync(package, number, content);
        Assert.True(stored.StatusCode == HttpStatusCode.OK, await stored.Content.ReadAsStringAsync());
        return number;
    }

    public Task<int> AddAsync(Guid package, object item, string content) =>
        AddAsync(package, item, Encoding.UTF8.GetBytes(content));

    public async Task<HttpResponseMessage> PutAsync(Guid package, int number, byte[] content, string? range = null) =>
        await PutAsync(package, number, new ByteArrayContent(content), range);

    public async Task<HttpResponseMessage> PutAsync(Guid package, int number, HttpContent content, string? range = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (range is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Range", range);
        }

        return await Http.PutAsync(
            new Uri($"/api/packages/{package}/items/{number}/content", UriKind.Relative),
            content
        );
    }

    public async Task<UploadProgress> ProgressAsync(Guid package, int number) =>
        (await Http.GetFromJsonAsync<UploadProgress>($"/api/packages/{package}/items/{number}/upload"))!;

    public async Task<string> ReadAsync(Guid package, int number, string query = "") =>
        await Http.GetStringAsync($"/api/packages/{package}/items/{number}/content{query}");

    /// <summary>Approves what is there now.</summary>
    public async Task<HttpResponseMessage> ApproveAsync(Guid package)
    {
        using var shown = await Http.GetAsync($"/api/packages/{package}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/packages/{package}/approval");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.TryAddWithoutValidation("If-Match", shown.Headers.ETag?.Tag ?? "\"1\"");
        request.Content = JsonContent.Create(new { note = "Checked." });
        return await Http.SendAsync(request);
    }

    public Task ReleaseAsync(Guid package) => client.DoAsync($"/api/packages/{package}/release");

    public async Task<PackageSheet?> FindAsync(Guid id)
    {
        using var answer = await Http.GetAsync($"/api/packages/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.Content.ReadFromJsonAsync<PackageSheet>();
    }

    public async Task<PackageSheet> StateAsync(Guid id, string state) =>
        (await Eventually.GetAsync(() => FindAsync(id), s => s?.State == state, $"state {state}"))!;

    public async Task<PackageSheet> WaitAsync(Guid id, Func<PackageSheet, bool> holds, string what) =>
        (await Eventually.GetAsync(() => FindAsync(id), s => s is not null && holds(s), what))!;

    public void Dispose() => client.Dispose();
}
