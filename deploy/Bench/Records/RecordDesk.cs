using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseCoordination.Bench.Records;

/// <summary>How fast a file was taken in, and its batch.</summary>
internal sealed record Taken(double RowsPerSecond, Guid Batch);

/// <summary>How fast records were read as a stream.</summary>
internal sealed record Streamed(double RowsPerSecond, int Rows);

/// <summary>A data steward at a running node.</summary>
internal sealed class RecordDesk : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri(Settings.Required("DATA_SHARING_URL")),
        Timeout = TimeSpan.FromMinutes(10),
    };

    public static async Task<RecordDesk> OpenAsync()
    {
        var desk = new RecordDesk();
        using var issuer = new HttpClient { BaseAddress = new Uri(Settings.Required("ISSUER_URL")) };
        using var response = await issuer.PostAsJsonAsync("/token", new { account = "xa-steward" });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        desk._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            json.RootElement.GetProperty("access_token").GetString()
        );
        return desk;
    }

    /// <summary>Sends a file; what is not to be kept is withdrawn at once.</summary>
    public async Task<Taken> IngestAsync(byte[] file, bool keep)
    {
        var started = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var answer = await SendAsync("/api/records/trades?source=bench", content);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var taken = new Taken(answer.GetProperty("kept").GetInt64() / seconds, answer.GetProperty("id").GetGuid());
        if (!keep)
        {
            await WithdrawAsync(taken.Batch);
        }

        return taken;
    }

    /// <summary>Withdraws a batch; in seconds.</summary>
    public async Task<double> WithdrawAsync(Guid batch)
    {
        var started = Stopwatch.GetTimestamp();
        using var content = JsonContent.Create(new { reason = "Measured." });
        await SendAsync($"/api/record-batches/{batch}/withdrawal", content);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Asks a question; in milliseconds, with the number of records on the page.</summary>
    public async Task<(double Milliseconds, int Records)> AskAsync(string query)
    {
        var started = Stopwatch.GetTimestamp();
        var page = await _http.GetByteArrayAsync(new Uri($"/api/records/trades?limit=100&{query}", UriKind.Relative));
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        using var json = JsonDocument.Parse(page);
        return (milliseconds, json.RootElement.GetProperty("items").GetArrayLength());
    }

    public async Task<Streamed> StreamAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/records/trades?{query}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/x-ndjson"));
        var started = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var rows = 0;
        while (await reader.ReadLineAsync() is not null)
        {
            rows++;
        }

        return new Streamed(rows / Stopwatch.GetElapsedTime(started).TotalSeconds, rows);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(answer)
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {answer}");
    }
}
