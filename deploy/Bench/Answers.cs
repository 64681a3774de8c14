using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HdrHistogram;

namespace CaseCoordination.Bench;

/// <summary>
/// Requests for records that a rule answers, one at a time on an idle node: from submission to the answer in the asker's file, and to
/// the records fetched and verified there.
/// </summary>
internal sealed class Answers : IDisposable
{
    private const int Usual = 100;
    private const int WarmUp = 10;
    private const int Trades = 50;
    private const string Day = "2025-03-03";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly HttpClient _asker = Http();
    private readonly HttpClient _steward = Http();
    private readonly HttpClient _approver = Http();
    private readonly LongHistogram _answered = new(120_000_000, 3);
    private readonly LongHistogram _fetched = new(120_000_000, 3);

    public static async Task RunAsync(string[] args, TextWriter output)
    {
        var count = int.Parse(
            Settings.Option(args, "--requests") ?? Usual.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
        using var answers = new Answers();
        await answers.PrepareAsync();
        for (var i = -WarmUp; i < count; i++)
        {
            await answers.AskAsync(isCounted: i >= 0);
            await Task.Delay(50);
        }

        var steps = new[]
        {
            (Name: "to the answer in the asker's file", Of: answers._answered, Goal: "≤ 2000"),
            (Name: "to the records fetched and verified", Of: answers._fetched, Goal: ""),
        };
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| from submission, {count} requests of {Trades} trades | p50, ms | p95, ms | max, ms | goal p95, ms |\n| --- | ---: | ---: | ---: | ---: |"
            )
        );
        foreach (var (name, of, goal) in steps)
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {At(of, 50):F0} | {At(of, 95):F0} | {At(of, 100):F0} | {goal} |"
                )
            );
        }

        if (Settings.Option(args, "--json") is { } file)
        {
            var figures = steps.Select(s => new
            {
                s.Name,
                P50 = At(s.Of, 50),
                P95 = At(s.Of, 95),
                Max = At(s.Of, 100),
            });
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { count, figures }));
        }
    }

    public void Dispose()
    {
        _asker.Dispose();
        _steward.Dispose();
        _approver.Dispose();
    }

    private static double At(LongHistogram histogram, double percentile) =>
        histogram.GetValueAtPercentile(percentile) / 1000.0;

    private static HttpClient Http() => new() { BaseAddress = new Uri(Settings.Required("DATA_SHARING_URL")) };

    private async Task PrepareAsync()
    {
        await LogInAsync(_asker, "xa-officer");
        await LogInAsync(_steward, "msa-steward");
        await LogInAsync(_approver, "msa-approver");
        var file = new StringBuilder("executed_at,venue,product,symbol,price,quantity,buyer_account\n");
        for (var i = 0; i < Trades; i++)
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"{Day}T10:00:{i:00}Z,Bench,perpetual,XBTUSD,90000.5,{i + 1},A-{i}\n"
            );
        }

        using var content = new StringContent(file.ToString(), Encoding.UTF8, "text/csv");
        await SendAsync(_steward, "/api/records/trades?source=bench", content);
        var rule = await PostAsync(
            _steward,
            "/api/answer-rules",
            new
            {
                name = "Bench",
                category = "trades",
                mostAnswersPerDay = 1000,
                facts = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["violates-domestic-law"] = "no",
                    ["request-not-compliant"] = "no",
                    ["public-or-national-interest"] = "no",
                    ["request-must-be-revealed"] = "no",
                    ["proceedings"] = "no",
                    ["sanctions"] = "no",
                },
            }
        );
        await PostAsync(_approver, $"/api/answer-rules/{rule}/approval", null);
        await LawArrivesAsync();
    }

    private async Task LawArrivesAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                await DraftAsync();
                return;
            }
            catch (InvalidOperationException) when (watch.Elapsed < Patience) { }
        }
    }

    private Task<Guid> DraftAsync() =>
        PostAsync(
            _asker,
            "/api/requests",
            new
            {
                to = (string[])["MSA-FMA"],
                content = new
                {
                    title = "Trades of a day",
                    instrument = "iosco-mmou",
                    pinned = true,
                    matters = new[]
                    {
                        new
                        {
                            code = "manipulation",
                            over = "crypto-derivatives",
                            financialInstrument = "yes",
                        },
                    },
                    assistance = (string[])["info.transactions"],
                    fields = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["facts-and-purpose"] = "Two accounts trade with each other.",
                        ["assistance-and-why"] = "The trades of the day.",
                        ["identification-leads"] = "The venue knows.",
                        ["precautions-and-sensitivity"] = "Nobody is to be warned.",
                        ["laws-violated"] = "Act s. 4",
                    },
                    records = new[]
                    {
                        new
                        {
                            category = "trades",
                            venue = "Bench",
                            from = Day,
                            to = Day,
                        },
                    },
                },
            }
        );

    private async Task AskAsync(bool isCounted)
    {
        var id = await DraftAsync();
        var started = Stopwatch.GetTimestamp();
        await PostAsync(_asker, $"/api/requests/{id}/submission", new { });
        var answered = await UntilAsync($"/api/requests/{id}", "answered");
        var microseconds = (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        var package = answered.GetProperty("answer").GetProperty("packages")[0].GetGuid();
        await UntilAsync($"/api/packages/{package}", "retrieved");
        if (isCounted)
        {
            _answered.RecordValue(microseconds);
            _fetched.RecordValue((long)Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }
    }

    private async Task<JsonElement> UntilAsync(string path, string state)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(5))
        {
            using var answer = await _asker.GetAsync(new Uri(path, UriKind.Relative));
            if (
                answer.IsSuccessStatusCode
                && JsonElement.Parse(await answer.Content.ReadAsStringAsync()) is var seen
                && seen.GetProperty("state").GetString() == state
            )
            {
                return seen;
            }
        }

        throw new InvalidOperationException($"{path} is not {state} after {Patience}.");
    }

    private static async Task<Guid> PostAsync(HttpClient http, string path, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        return await SendAsync(http, path, content);
    }

    private static async Task<Guid> SendAsync(HttpClient http, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture));
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonElement.Parse(answer).GetProperty("id").GetGuid()
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {answer}");
    }

    private static async Task LogInAsync(HttpClient http, string account)
    {
        using var issuer = new HttpClient { BaseAddress = new Uri(Settings.Required("ISSUER_URL")) };
        using var response = await issuer.PostAsJsonAsync("/token", new { account });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            json.RootElement.GetProperty("access_token").GetString()
        );
    }
}
