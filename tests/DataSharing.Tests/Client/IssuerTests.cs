extern alias issuer;

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CaseCoordination.DataSharing.Tests.Client;

/// <summary>The development issuer gives systems their tokens as RFC 6749 says.</summary>
public sealed class IssuerTests : IAsyncDisposable
{
    private readonly string _key = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.pem");
    private readonly WebApplicationFactory<issuer::Program> _issuer;

    public IssuerTests() =>
        _issuer = new WebApplicationFactory<issuer::Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Issuer:KeyFile", _key);
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_system_gets_a_token_by_its_secret(bool inHeader)
    {
        using var answer = await AskAsync("client_credentials", "xa-system", "xa-system-development", inHeader);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var issued = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("Bearer", 12 * 60 * 60), ((string)issued["token_type"]!, (int)issued["expires_in"]!));
        var token = new JsonWebToken((string)issued["access_token"]!);
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal(
            ("xa-system", "XA-SMA", "xa-system"),
            (token.Subject, token.GetClaim("authority").Value, token.GetClaim("client_id").Value)
        );
        Assert.Contains(token.Claims, c => c is { Type: "roles", Value: "system" });
    }

    [Theory]
    [InlineData("client_credentials", "xa-system", "wrong", 401, "invalid_client")]
    [InlineData("client_credentials", "nobody", "wrong", 401, "invalid_client")]
    [InlineData("client_credentials", "xa-officer", "", 401, "invalid_client")]
    [InlineData("password", "xa-system", "xa-system-development", 400, "unsupported_grant_type")]
    public async Task Whoever_is_no_client_gets_none(
        string grant,
        string client,
        string secret,
        int status,
        string error
    )
    {
        using var answer = await AskAsync(grant, client, secret, inHeader: false);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(error, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!);
    }

    [Fact]
    public async Task Accounts_are_listed_without_their_secrets()
    {
        using var http = _issuer.CreateClient();
        var listed = await http.GetStringAsync("/accounts");
        Assert.Contains("xa-system", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("xa-system-development", listed, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _issuer.DisposeAsync();
        File.Delete(_key);
    }

    private async Task<HttpResponseMessage> AskAsync(string grant, string client, string secret, bool inHeader)
    {
        using var http = _issuer.CreateClient();
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = grant };
        if (!inHeader)
        {
            (form["client_id"], form["client_secret"]) = (client, secret);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent(form),
        };
        if (inHeader)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}"))
            );
        }

        return await http.SendAsync(request);
    }
}
