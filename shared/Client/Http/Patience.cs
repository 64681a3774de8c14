using System.Net;
using System.Security.Cryptography;

namespace CaseCoordination.Client.Http;

/// <summary>Repeats what may be repeated without a second effect: reading, and posting under an Idempotency-Key.</summary>
internal sealed class Patience(TimeProvider clock) : DelegatingHandler
{
    private const int Attempts = 5;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? asked = null;
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (attempt == Attempts || !IsPassing(answer.StatusCode) || !MayRepeat(request))
                {
                    return answer;
                }

                asked = answer.Headers.RetryAfter?.Delta;
                answer.Dispose();
            }
            catch (HttpRequestException) when (attempt < Attempts && MayRepeat(request)) { }

            await Task.Delay(PauseAfter(attempt, asked), clock, cancellationToken);
        }
    }

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Headers.Contains("Idempotency-Key");

    private static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    // Doubled each time, and spread, so that many callers do not come back at once.
    private static TimeSpan PauseAfter(int attempt, TimeSpan? asked)
    {
        var pause = First * (1 << (attempt - 1)) * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0));
        var wanted = asked > pause ? asked.Value : pause;
        return wanted < Longest ? wanted : Longest;
    }
}
