using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;

namespace CaseCoordination.Client.Http;

/// <summary>Carries an access token of the client-credentials grant (RFC 6749, 4.4): fetched once, kept, renewed before it ends.</summary>
internal sealed class ClientCredentials(ClientOptions options) : DelegatingHandler
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Kept? _kept;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var token = await TokenAsync(null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        // Its key was changed or its time was cut short: one other token is worth a try.
        answer.Dispose();
        token = await TokenAsync(token, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gate.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<string> TokenAsync(string? refused, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_kept is null || _kept.Token == refused || _kept.Until <= options.Clock.GetUtcNow())
            {
                _kept = await FetchAsync(cancellation);
            }

            return _kept.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Kept> FetchAsync(CancellationToken cancellation)
    {
        var (id, secret) = (Uri.EscapeDataString(options.ClientId), Uri.EscapeDataString(options.ClientSecret));
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))
        );
        var now = options.Clock.GetUtcNow();
        using var answer = await base.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ApiProblemException(
                (int)answer.StatusCode,
                "token-refused",
                "The issuer gave no token for these client credentials.",
                null
            );
        }

        var issued = (await answer.Content.ReadFromJsonAsync<Issued>(cancellation))!;
        var lasting = TimeSpan.FromSeconds(issued.ExpiresIn);
        return new Kept(issued.AccessToken, now + (lasting > 2 * Margin ? lasting - Margin : lasting / 2));
    }

    private sealed record Kept(string Token, DateTimeOffset Until);

    private sealed record Issued(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );
}
