using System.Net;
using System.Text.Json;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class QuestionTests(FilledRegistry registry) : IClassFixture<FilledRegistry>
{
    [Fact]
    public async Task The_files_of_the_deployment_are_in_the_register()
    {
        var instruments = await GetAsync(registry.Officer, "/api/instruments");
        var files = Directory.GetFiles(Repository("deploy/instruments"), "*.yaml");

        Assert.Equal(files.Length, instruments.GetProperty("items").GetArrayLength());
        Assert.All(
            instruments.GetProperty("items").EnumerateArray(),
            i => Assert.Equal(64, i.GetProperty("inForce").GetProperty("contentHash").GetString()!.Length)
        );
    }

    [Theory]
    [InlineData("/api/authorities", "code")]
    [InlineData("/api/instruments", "id")]
    [InlineData("/api/instruments/iosco-mmou/parties", "authority")]
    public async Task Pages_give_everything_once_and_in_order(string path, string key)
    {
        var all = Keys(await GetAsync(registry.Officer, $"{path}?size=500"), key);
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = await GetAsync(registry.Officer, $"{path}?size=2&after={after}");
            paged.AddRange(Keys(page, key));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        } while (after is not null);

        Assert.True(all.Count > 2);
        Assert.Equal(all, paged);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Theory]
    [InlineData("/api/authorities?size=0")]
    [InlineData("/api/authorities?after=no-cursor")]
    [InlineData("/api/instruments?size=501")]
    [InlineData("/api/registry/proposals?stage=unheard-of")]
    public async Task A_wrong_page_is_explained(string path)
    {
        using var answer = await registry.Officer.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("invalid-input", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instrument_is_readable_term_by_term()
    {
        var instrument = await GetAsync(registry.Officer, "/api/instruments/iosco-mmou");
        var terms = instrument.GetProperty("terms").EnumerateArray().ToList();

        Assert.NotEmpty(terms);
        Assert.All(terms, t => Assert.NotEqual(0, t.GetProperty("cites").GetArrayLength()));
        Assert.All(
            terms,
            t => Assert.Equal(t.GetProperty("id").GetString(), t.GetProperty("says").GetProperty("id").GetString())
        );
        Assert.Equal(
            instrument.GetProperty("contentHash").GetString(),
            TreatyLaw.CanonicalJson.Hash(instrument.GetProperty("canonicalText").GetString()!)
        );
    }

    [Fact]
    public async Task A_version_is_found_by_its_hash()
    {
        var current = await GetAsync(registry.Officer, "/api/instruments/mar");
        var hash = current.GetProperty("contentHash").GetString();
        var version = await GetAsync(registry.Officer, $"/api/instruments/mar/versions/{hash}");

        Assert.Equal(current.ToString(), version.ToString());
    }

    [Theory]
    [InlineData("/api/authorities/XA-SMA")]
    [InlineData("/api/instruments/mar")]
    public async Task Who_has_the_version_is_not_sent_it_again(string path)
    {
        using var first = await registry.Officer.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await registry.Officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/authorities/XX-NONE")]
    [InlineData("/api/instruments/no-such")]
    [InlineData("/api/instruments/mar/versions/0000")]
    [InlineData("/api/instruments/no-such/versions/0000")]
    [InlineData("/api/instruments/no-such/parties")]
    [InlineData("/api/registry/proposals/01960000-0000-7000-8000-000000000009")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await registry.Officer.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Only_those_who_were_filtered_for_are_listed()
    {
        var committed = await GetAsync(registry.Officer, "/api/instruments/iosco-mmou/parties?status=committed");
        var prosecutors = await GetAsync(registry.Officer, "/api/authorities?kind=prosecutor&jurisdiction=MSA");

        Assert.Equal(["XC-FSC"], Keys(committed, "authority"));
        Assert.Equal(["MSA-PPO"], Keys(prosecutors, "code"));
    }

    [Fact]
    public async Task Nobody_reads_without_a_token()
    {
        using var answer = await registry.Anonymous().GetAsync(new Uri("/api/authorities", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static List<string> Keys(JsonElement page, string key) =>
        [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(key).GetString()!)];
}
