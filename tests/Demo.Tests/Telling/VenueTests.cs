using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests.Telling;

/// <summary>The venue of the story does what it is told once for each key, and believes nobody without a signature.</summary>
public sealed class VenueTests
{
    private const string Body = """{"instruction":"apply"}""";
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Fact]
    public async Task What_is_told_twice_under_one_key_is_done_once_and_answered_alike()
    {
        var address = FreeAddress();
        await using var venue = Open(address);

        var first = await AskAsync(address, "one", Signed("one"));
        var again = await AskAsync(address, "one", Signed("one"));
        await AskAsync(address, "two", Signed("two"));

        Assert.Equal("executed", (string?)first["state"]);
        Assert.Equal((string?)first["effectiveAt"], (string?)again["effectiveAt"]);
        Assert.Equal((2, 3), (venue.Effects, venue.Calls));
    }

    [Fact]
    public async Task A_call_that_is_not_signed_does_nothing()
    {
        var address = FreeAddress();
        await using var venue = Open(address);

        using var answer = await SendAsync(address, "one", "v1,AAAA");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, venue.Effects);
    }

    [Fact]
    public async Task Without_an_address_there_is_no_venue()
    {
        await using var venue = Venue.Open(_ => null);

        Assert.False(venue.IsConnected);
    }

    private static Venue Open(Uri address) =>
        Venue.Open(name => name == "CC_DEMO_VENUE_URL" ? address.ToString() : Convert.ToBase64String(Secret));

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new UriBuilder("http", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port).Uri;
    }

    private static async Task<JsonNode> AskAsync(Uri address, string id, string signature)
    {
        using var answer = await SendAsync(address, id, signature);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var timestamp = answer.Headers.GetValues("webhook-timestamp").Single();
        Assert.Equal(Sign($"{id}.{timestamp}.{text}"), answer.Headers.GetValues("webhook-signature").Single());
        return JsonNode.Parse(text)!;
    }

    private static async Task<HttpResponseMessage> SendAsync(Uri address, string id, string signature)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", "1");
        request.Headers.Add("webhook-signature", signature);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Signed(string id) => Sign($"{id}.1.{Body}");

    private static string Sign(string text) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(text)))}";
}
