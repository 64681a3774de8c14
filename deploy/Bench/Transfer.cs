using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CaseCoordination.Bench;

/// <summary>One large content from an authority's upload to its recipient's vault: how fast, and how much memory the service takes.</summary>
internal static class Transfer
{
    private const long Usual = 10L * 1024 * 1024 * 1024;

    public static async Task RunAsync(string[] args, TextWriter output)
    {
        var size = Settings.Option(args, "--bytes") is { } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : Usual;
        var state = Settings.Option(args, "--state") ?? ".local/bench";
        using var sender = await LogInAsync("msa-steward");
        using var recipient = await LogInAsync("xa-steward");
        await MeasureAsync(sender, recipient, 1024 * 1024, state);
        var steps = await MeasureAsync(sender, recipient, size, state);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| step, {size / 1048576.0:F0} MiB | seconds | MiB per second | resident before, MiB | peak, MiB | added, MiB |"
            )
        );
        await output.WriteLineAsync("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var s in steps)
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {s.Name} | {s.Seconds:F1} | {size / 1048576.0 / s.Seconds:F0} | {s.Before / 1048576.0:F0} | {s.Peak / 1048576.0:F0} | {(s.Peak - s.Before) / 1048576.0:F0} |"
                )
            );
        }

        if (Settings.Option(args, "--json") is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { size, steps }));
        }
    }

    private static async Task<IReadOnlyList<Step>> MeasureAsync(
        HttpClient sender,
        HttpClient recipient,
        long size,
        string state
    )
    {
        var pid = Memory.PidOf(state, "data-sharing");
        var id = await PrepareAsync(sender, size);
        var upload = await StepAsync("upload, hashed and flushed to disk", pid, () => UploadAsync(sender, id, size));
        var fetch = await StepAsync(
            "release, letter, fetch by the recipient, verified",
            pid,
            async () =>
            {
                await PostAsync(sender, $"/api/packages/{id}/release", null);
                await RetrievedAsync(recipient, id);
            }
        );
        var download = await StepAsync(
            "download by the recipient's officer",
            pid,
            () => DownloadAsync(recipient, id, size)
        );
        return [upload, fetch, download];
    }

    private static async Task<Step> StepAsync(string name, int pid, Func<Task> act)
    {
        Memory.ForgetPeak(pid);
        var before = Memory.Resident(pid).Now;
        var watch = Stopwatch.StartNew();
        await act();
        return new Step(name, watch.Elapsed.TotalSeconds, before, Memory.Resident(pid).Peak);
    }

    private static async Task<Guid> PrepareAsync(HttpClient http, long size)
    {
        var id = await PostAsync(
            http,
            "/api/packages",
            new
            {
                title = "A large content",
                recipients = (string[])["XA-SMA"],
                occasion = new
                {
                    instrument = "iosco-mmou",
                    matters = new[]
                    {
                        new
                        {
                            code = "manipulation",
                            over = "derivatives",
                            financialInstrument = "yes",
                        },
                    },
                    assistance = (string[])["info.files"],
                },
            }
        );
        await PostAsync(
            http,
            $"/api/packages/{id}/items",
            new
            {
                name = "large.bin",
                mediaType = "application/octet-stream",
                size,
                category = "document",
                tlp = "GREEN",
                handling = "H0",
            }
        );
        return id;
    }

    // A sparse file: it costs no room where it is read from.
    private static async Task UploadAsync(HttpClient http, Guid id, long size)
    {
        var path = Path.GetTempFileName();
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            1024 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        file.SetLength(size);
        using var content = new StreamContent(file, 1024 * 1024);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await http.PutAsync(Relative($"/api/packages/{id}/items/1/content"), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task RetrievedAsync(HttpClient http, Guid id)
    {
        while (true)
        {
            using var answer = await http.GetAsync(Relative($"/api/packages/{id}"));
            if (answer.IsSuccessStatusCode)
            {
                using var sheet = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                if (sheet.RootElement.GetProperty("state").GetString() == "retrieved")
                {
                    return;
                }
            }

            await Task.Delay(100);
        }
    }

    private static async Task DownloadAsync(HttpClient http, Guid id, long size)
    {
        await using var content = await http.GetStreamAsync(Relative($"/api/packages/{id}/items/1/content"));
        var buffer = new byte[1024 * 1024];
        var total = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer)) > 0)
        {
            total += read;
        }

        if (total != size)
        {
            throw new InvalidOperationException($"{total} bytes came instead of {size}.");
        }
    }

    private static async Task<Guid> PostAsync(HttpClient http, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = body is null ? null : JsonContent.Create(body);
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

    private static async Task<HttpClient> LogInAsync(string account)
    {
        var http = new HttpClient
        {
            BaseAddress = new Uri(Settings.Required("DATA_SHARING_URL")),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using var response = await http.PostAsJsonAsync(
            new Uri(new Uri(Settings.Required("ISSUER_URL")), "/token"),
            new { account }
        );
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            json.RootElement.GetProperty("access_token").GetString()
        );
        return http;
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private sealed record Step(string Name, double Seconds, long Before, long Peak);
}
