using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Http;
using Polly;
using Polly.Retry;
using Outcome = CaseCoordination.EnforcementActions.Measures.Domain.Outcome;

namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>What came of asking a connection.</summary>
/// <param name="Outcome">Its signed word; null when there is none that counts.</param>
/// <param name="Reason">Why there is none yet: not-yet, answer-unsigned, answer-unreadable, status-503, timed-out, ...</param>
/// <param name="RetryAt">Not before then, as it asks.</param>
public sealed record Answer(Outcome? Outcome, string Reason, DateTimeOffset? RetryAt = null)
{
    /// <summary>Worth another try at once; anything else waits for its pause.</summary>
    public bool IsPassing { get; init; }
}

/// <summary>
/// Tells a connection what to do and takes its signed answer. However often it is told, the key is the same, so that it is done
/// once.
/// </summary>
public sealed class ConnectorClient(MeasureSettings settings, TimeProvider clock) : IDisposable
{
    public const string Untrusted = "answer-untrusted";
    private const int LongestAnswer = 64 * 1024;
    private const int Attempts = 3;

    // A connection that drops is usually back at once; what lasts longer is tried again after a pause that the store keeps.
    private static readonly ResiliencePipeline<Answer> AtOnce = new ResiliencePipelineBuilder<Answer>()
        .AddRetry(
            new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = Attempts - 1,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { IsPassing: true }),
            }
        )
        .Build();

    private readonly HttpClient _http = new(settings.Addresses.NewHandler())
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>Longer than asking can take.</summary>
    public static TimeSpan Longest(Connector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return (connector.Timeout * Attempts) + TimeSpan.FromSeconds(10);
    }

    public async Task<Answer> AskAsync(
        Connector connector,
        byte[] secret,
        Guid instruction,
        string body,
        CancellationToken cancellation
    ) =>
        await AtOnce.ExecuteAsync(
            async ct => await TryAsync(connector, secret, instruction.ToString(), body, ct),
            cancellation
        );

    public void Dispose() => _http.Dispose();

    private async Task<Answer> TryAsync(
        Connector connector,
        byte[] secret,
        string id,
        string body,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(connector.Timeout);
        using var request = RequestOf(connector, secret, id, body);
        try
        {
            using var answer = await _http.SendAsync(request, limit.Token);
            return Read(answer, secret, id, await answer.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or SocketException or OperationCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            var reason = ReasonOf(e);
            return new Answer(null, reason) { IsPassing = reason is "no-answer" };
        }
    }

    private HttpRequestMessage RequestOf(Connector connector, byte[] secret, string id, string body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        return new HttpRequestMessage(HttpMethod.Post, connector.Url)
        {
            Headers =
            {
                { "Idempotency-Key", id },
                { StandardSignature.IdHeader, id },
                { StandardSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture) },
                { StandardSignature.SignatureHeader, StandardSignature.Of(secret, id, timestamp, body) },
                { "User-Agent", "CaseCoordination" },
            },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }

    private Answer Read(HttpResponseMessage answer, byte[] secret, string id, string body)
    {
        var now = clock.GetUtcNow();
        var status = (int)answer.StatusCode;
        var retry = answer.Headers.RetryAfter is { } header ? header.Date ?? now + header.Delta : null;
        switch (status)
        {
            case StatusCodes.Status202Accepted:
                return new Answer(null, "not-yet", retry);
            case StatusCodes.Status200OK:
            case >= 400 and < 500 and not (StatusCodes.Status408RequestTimeout or StatusCodes.Status429TooManyRequests):
                break;
            default:
                return new Answer(null, string.Create(CultureInfo.InvariantCulture, $"status-{status}"), retry)
                {
                    IsPassing = status >= 500 && retry is null,
                };
        }

        if (!IsSigned(answer, secret, id, body, now))
        {
            return new Answer(null, Untrusted, retry);
        }

        var outcome = status == StatusCodes.Status200OK ? OutcomeOf(body) : Refusal(body, status, now);
        return outcome is null ? new Answer(null, "answer-unreadable", retry) : new Answer(outcome, "");
    }

    // Who could forge the answer could make a measure look executed: its signature covers the id of what was asked.
    private static bool IsSigned(
        HttpResponseMessage answer,
        byte[] secret,
        string id,
        string body,
        DateTimeOffset now
    ) =>
        HeaderOf(answer, StandardSignature.IdHeader) == id
        && StandardSignature.IsRight(
            secret,
            id,
            HeaderOf(answer, StandardSignature.TimestampHeader),
            HeaderOf(answer, StandardSignature.SignatureHeader),
            body,
            now
        );

    private static string? HeaderOf(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null;

    private static Outcome? OutcomeOf(string body) =>
        WordOf(body) is { EffectiveAt: { } at } word
        && MeasureShapes.StateOf(word.State) is { } state
        && (state == MeasureState.Executed || !string.IsNullOrWhiteSpace(word.Reason))
        && (word.Frozen is null || Amounts.AreRight(word.Frozen))
            ? new Outcome(state, Cut(word.Reason), Cut(word.Number), at.ToUniversalTime(), word.Frozen, null)
            : null;

    private static Outcome Refusal(string body, int status, DateTimeOffset now) =>
        new(
            MeasureState.Failed,
            Cut(WordOf(body)?.Reason) ?? string.Create(CultureInfo.InvariantCulture, $"status-{status}"),
            null,
            now,
            null,
            null
        );

    private static Word? WordOf(string body)
    {
        try
        {
            return body.Contains(@"\u0000", StringComparison.Ordinal)
                ? null
                : JsonSerializer.Deserialize<Word>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Cut(string? text) => text is { Length: > 2000 } ? text[..2000] : text;

    private static string ReasonOf(Exception e) =>
        e switch
        {
            OperationCanceledException => "timed-out",
            AddressNotPublicException => "address-not-public",
            AuthenticationException => "tls-failed",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => "host-unknown",
            { InnerException: { } inner } => ReasonOf(inner),
            _ => "no-answer",
        };

    private sealed record Word(
        string? State,
        string? Reason,
        string? Number,
        DateTimeOffset? EffectiveAt,
        Money? Frozen
    );
}
