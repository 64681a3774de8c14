using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>What a venue was told.</summary>
internal sealed record Told(string Key, JsonNode Body)
{
    public Guid Action => (Guid)Body["action"]!;
    public string Instruction => (string)Body["instruction"]!;
}

/// <summary>
/// A venue that freezes accounts: what it is told under one key it does once, and says with its signature what it did. A test
/// tells it how to misbehave.
/// </summary>
internal sealed class Venue : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _done = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    public Venue(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/measures", HandleAsync);
        _app.Start();
    }

    public byte[] Secret { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public string Url => $"{_app.Urls.First()}/measures";

    /// <summary>Everything it was told, each time.</summary>
    public ConcurrentQueue<Told> Calls { get; } = new();

    /// <summary>Keys of unsigned or wrongly signed calls.</summary>
    public ConcurrentQueue<string> Unsigned { get; } = new();

    /// <summary>How it answers a call of an action; 200 and executed unless told otherwise.</summary>
    public ConcurrentDictionary<Guid, Func<Told, int, Reply>> Answers { get; } = new();

    public IReadOnlyList<Told> CallsFor(Guid action) => [.. Calls.Where(c => c.Action == action)];

    /// <summary>How often it did something for an action: once for each key.</summary>
    public int EffectsFor(Guid action) =>
        CallsFor(action).Select(c => c.Key).Distinct(StringComparer.Ordinal).Count(_done.ContainsKey);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var told = new Told(key, JsonNode.Parse(text)!);
        Calls.Enqueue(told);
        if (!IsSigned(http.Request, key, text))
        {
            Unsigned.Enqueue(key);
        }

        var number = CallsFor(told.Action).Count(c => c.Key == key);
        var reply = Answers.TryGetValue(told.Action, out var answer) ? answer(told, number) : Reply.Done;
        if (reply.IsEffect)
        {
            _done.TryAdd(key, _clock.GetUtcNow());
        }

        if (reply.IsCutOff)
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http.Response, key, reply);
    }

    private async Task AnswerAsync(HttpResponse response, string key, Reply reply)
    {
        var body = reply.Body ?? DoneJson(key);
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        response.StatusCode = reply.Status;
        if (reply.IsSigned)
        {
            response.Headers[StandardSignature.IdHeader] = key;
            response.Headers[StandardSignature.TimestampHeader] = now.ToString(CultureInfo.InvariantCulture);
            response.Headers[StandardSignature.SignatureHeader] = StandardSignature.Of(
                reply.Secret ?? Secret,
                key,
                now,
                body
            );
        }

        await response.WriteAsync(body);
    }

    private string DoneJson(string key) =>
        new JsonObject
        {
            ["state"] = "executed",
            ["number"] = "V-7",
            ["effectiveAt"] = _done.GetValueOrDefault(key, _clock.GetUtcNow()).ToString("O"),
        }.ToJsonString();

    private bool IsSigned(HttpRequest request, string key, string body) =>
        request.Headers[StandardSignature.IdHeader] == key
        && StandardSignature.IsRight(
            Secret,
            key,
            request.Headers[StandardSignature.TimestampHeader],
            request.Headers[StandardSignature.SignatureHeader],
            body,
            _clock.GetUtcNow()
        );
}

/// <summary>How the venue answers.</summary>
/// <param name="IsEffect">It does what it is told, if it has not.</param>
/// <param name="IsCutOff">It dies before it answers.</param>
/// <param name="Secret">Signs the answer; null for the venue's own.</param>
internal sealed record Reply(
    int Status,
    string? Body = null,
    bool IsEffect = true,
    bool IsSigned = true,
    bool IsCutOff = false,
    byte[]? Secret = null
)
{
    public static Reply Done { get; } = new(200);
    public static Reply NotYet { get; } = new(202, "", IsEffect: false, IsSigned: false);
    public static Reply DiesHalfWay { get; } = new(200, IsCutOff: true);
    public static Reply Broken { get; } = new(503, "", IsEffect: false, IsSigned: false);
    public static Reply Unsigned { get; } = new(200, IsSigned: false);
    public static Reply Forged { get; } = new(200, Secret: new byte[32]);
    public static Reply NoSuchAccount { get; } = new(404, """{"reason":"no such account"}""", IsEffect: false);
    public static Reply ForgedRefusal { get; } = new(404, """{"reason":"x"}""", IsEffect: false, IsSigned: false);
}
