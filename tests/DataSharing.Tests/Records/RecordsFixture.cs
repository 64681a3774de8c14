using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>The service with the categories as they are shipped, and limits that a test can reach.</summary>
public sealed class RecordsFixture() : ServiceFixture<Program>("data-sharing")
{
    public const int MaxRows = 20_000;
    public const int MaxRowBytes = 8 * 1024;

    public RecordClient Steward(string authority = "XA-SMA") => new(As(authority, "steward-1", ["data-steward"]));

    public RecordClient Officer(string authority = "XA-SMA") => new(As(authority, "officer-1", ["officer"]));

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Records:Schemas"] = Shipped.Folder;
        settings["Records:MaxBytes"] = "2000000";
        settings["Records:MaxUnpackedBytes"] = "16000000";
        settings["Records:MaxRows"] = $"{MaxRows}";
        settings["Records:MaxRowBytes"] = $"{MaxRowBytes}";
    }
}

/// <summary>The schemas as they are shipped.</summary>
internal static class Shipped
{
    public static string Root { get; } = Find();
    public static string Folder { get; } = Path.Combine(Root, "deploy", "records");
    public static RecordCategories Categories { get; } = RecordCategories.Load(Folder);

    public static RecordCategory Category(string name) => Categories.Find(name)!;

    /// <summary>A file of the real data beside the repository; where it is absent, the test over it is skipped.</summary>
    public static string Data(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, "..", "shared", "data", .. parts]));
        Assert.SkipUnless(File.Exists(path), $"Real data is absent: {path}. Nothing was checked.");
        return path;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseCoordination.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No CaseCoordination.sln above the tests.");
        }

        return folder.FullName;
    }
}

/// <summary>One person at the records.</summary>
public sealed class RecordClient(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<HttpResponseMessage> SendAsync(
        string category,
        string content,
        string query = "",
        string mediaType = "text/csv",
        string? key = null
    ) => SendAsync(category, Encoding.UTF8.GetBytes(content), query, mediaType, null, key);

    public async Task<HttpResponseMessage> SendAsync(
        string category,
        byte[] content,
        string query = "",
        string mediaType = "text/csv",
        string? encoding = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/records/{category}?{query}");
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        return await http.SendAsync(request);
    }

    /// <summary>A file that must be taken; gives back the answer.</summary>
    public async Task<JsonObject> IngestAsync(
        string category,
        string content,
        string query = "",
        string mediaType = "text/csv"
    )
    {
        using var answer = await SendAsync(category, content, query, mediaType);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 201, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The bodies of a page of records.</summary>
    public async Task<IReadOnlyList<JsonObject>> FindAsync(string category, string query = "") =>
        [.. (await PageAsync(category, query))["items"]!.AsArray().Select(i => i!["record"]!.AsObject())];

    public async Task<JsonObject> PageAsync(string category, string query = "") =>
        (await http.GetFromJsonAsync<JsonObject>($"/api/records/{category}?{query}"))!;

    public async Task<string> StreamAsync(string category, string accept, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/records/{category}?{query}");
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => http.Dispose();
}
