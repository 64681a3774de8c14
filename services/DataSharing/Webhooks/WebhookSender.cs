using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>What came of one delivery.</summary>
/// <param name="Status">HTTP status; absent when there was no answer.</param>
/// <param name="Reason">Why it failed; absent when it was taken.</param>
/// <param name="Answer">The first kilobyte of what the receiver said.</param>
public sealed record Sent(int? Status, string? Reason, TimeSpan Duration, DateTimeOffset? RetryAt, string Answer)
{
    public bool IsTaken => Reason is null;
    public bool IsGone => Status == StatusCodes.Status410Gone;
}

/// <summary>Delivers one message, signed as Standard Webhooks asks: no redirects, no proxy, no cookies, a time limit.</summary>
public sealed class WebhookSender : IDisposable
{
    public const string NoAnswer = "no-answer";
    private const int Kilobyte = 1024;
    private readonly HttpClient _http;
    private readonly WebhookSecrets _secrets;
    private readonly TimeProvider _clock;

    public WebhookSender(
        PublicAddresses addresses,
        WebhookSecrets secrets,
        WebhookSettings settings,
        TimeProvider clock
    )
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(settings);
        (_secrets, _clock) = (secrets, clock);
        _http = new HttpClient(addresses.NewHandler()) { Timeout = settings.Timeout };
    }

    /// <param name="listens">Whether the beginning of the answer is read; deliveries are taken or not by their status alone.</param>
    public async Task<Sent> SendAsync(
        Webhook webhook,
        string id,
        string body,
        bool listens,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(webhook);
        var now = _clock.GetUtcNow();
        var watch = Stopwatch.StartNew();
        using var request = RequestOf(webhook, id, body, now);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var text = listens ? await BeginningOfAsync(answer, cancellation) : "";
            return new Sent(
                (int)answer.StatusCode,
                answer.IsSuccessStatusCode ? null : ReasonOf(answer.StatusCode),
                watch.Elapsed,
                RetryAtOf(answer.Headers.RetryAfter, now),
                text
            );
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or SocketException or OperationCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            return new Sent(null, ReasonOf(e), watch.Elapsed, null, "");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(Webhook webhook, string id, string body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds();
        string?[] secrets = [webhook.Secret, now < webhook.FormerUntil ? webhook.FormerSecret : null];
        var signatures = secrets
            .OfType<string>()
            .Select(s => StandardSignature.Of(_secrets.Open(webhook.Id, s), id, timestamp, body));
        return new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Headers =
            {
                { StandardSignature.IdHeader, id },
                { StandardSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture) },
                { StandardSignature.SignatureHeader, string.Join(' ', signatures) },
                { "User-Agent", "CaseCoordination" },
            },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }

    private async Task<string> BeginningOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_http.Timeout);
        await using var content = await answer.Content.ReadAsStreamAsync(limit.Token);
        var buffer = new byte[Kilobyte];
        var length = await content.ReadAtLeastAsync(buffer, Kilobyte, throwOnEndOfStream: false, limit.Token);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static DateTimeOffset? RetryAtOf(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Date ?? (header?.Delta is { } wait ? now + wait : null);

    private static string ReasonOf(HttpStatusCode status) =>
        (int)status is >= 300 and < 400
            ? "redirected"
            : string.Create(CultureInfo.InvariantCulture, $"status-{(int)status}");

    private static string ReasonOf(Exception e) =>
        e switch
        {
            OperationCanceledException => "timed-out",
            AddressNotPublicException => "address-not-public",
            AuthenticationException => "tls-failed",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => "host-unknown",
            { InnerException: { } inner } => ReasonOf(inner),
            _ => NoAnswer,
        };
}
