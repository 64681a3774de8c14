using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>Tokens for systems by client credentials (RFC 6749, 4.4): the account is the client, its secret is in the accounts file.</summary>
internal static class ClientGrant
{
    public const string Name = "client_credentials";

    public static async Task<bool> IsAskedAsync(HttpRequest request) =>
        request.HasFormContentType && (await request.ReadFormAsync()).ContainsKey("grant_type");

    public static async Task<IResult> AnswerAsync(
        HttpRequest request,
        Accounts accounts,
        TokenWriter tokens,
        DateTimeOffset now
    )
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != Name)
        {
            return Refused(StatusCodes.Status400BadRequest, "unsupported_grant_type");
        }

        var (client, secret) = Basic(request) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (accounts.Find(client) is not { Secret: { } known } account || !IsSame(known, secret))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic";
            return Refused(StatusCodes.Status401Unauthorized, "invalid_client");
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new
            {
                access_token = tokens.Write(account, now, account.Name),
                token_type = "Bearer",
                expires_in = TokenWriter.LifetimeSeconds,
            }
        );
    }

    private static (string Client, string Secret)? Basic(HttpRequest request)
    {
        var bytes = new byte[512];
        return
            AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header is { Scheme: "Basic", Parameter: { } text }
            && Convert.TryFromBase64String(text, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var client, var secret]
            ? (Uri.UnescapeDataString(client), Uri.UnescapeDataString(secret))
            : null;
    }

    private static bool IsSame(string known, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(given));

    private static IResult Refused(int status, string error) => Results.Json(new { error }, statusCode: status);
}
