using System.Net;
using System.Text;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class ProblemTests(ToyFixture toy)
{
    [Theory]
    [InlineData("""{"note":""", "$.note", "an unfinished text")]
    [InlineData("""{"note":7}""", "$.note", "a value of another kind")]
    [InlineData("""{"note":"a","colour":"red"}""", "$.colour", "an unknown member")]
    [InlineData("""{"note":"a","note":"b"}""", "$.note", "a member twice")]
    [InlineData("""{"hearer":"XA-SMA"}""", "$", "a member missing")]
    [InlineData("""[]""", "$", "another shape")]
    public async Task A_body_that_is_not_the_json_wanted_is_told_with_its_place(string body, string place, string what)
    {
        using var answer = await PostTextAsync(body, "application/json");
        Assert.True(await Answers.CodeAsync(answer) == "body-malformed", what);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"field\":\"{place}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_told()
    {
        using var answer = await PostTextAsync("note=a", "text/plain");
        Assert.Equal("media-type-unsupported", await Answers.CodeAsync(answer));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_one_at_the_limit_is_read()
    {
        const int limit = 1024 * 1024;
        var frame = """{"note":""}""".Length;
        using var over = await PostTextAsync(
            $"{{\"note\":\"{new string('a', limit - frame + 1)}\"}}",
            "application/json"
        );
        Assert.Equal("body-too-large", await Answers.CodeAsync(over));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, over.StatusCode);
        using var within = await PostTextAsync(
            $"{{\"note\":\"{new string('a', limit - frame)}\"}}",
            "application/json"
        );
        Assert.Equal("invalid-input", await Answers.CodeAsync(within));
    }

    [Fact]
    public async Task A_wrong_input_names_its_fields()
    {
        using var answer = await PostTextAsync("""{"note":" "}""", "application/json");
        Assert.Equal("invalid-input", await Answers.CodeAsync(answer));
        Assert.Contains(
            """
            "errors":[{"field":"note","code":"required"
            """.Trim(),
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_broken_rule_is_a_conflict_that_says_which_rule()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "full", Limit = 0 });
        using var officer = toy.Officer();
        using var answer = await PostAsync(officer, $"/api/counters/{counter}/counts");
        Assert.Equal("counter-full", await Answers.CodeAsync(answer));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("It counts to 0.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", "not-found", 404)]
    [InlineData("GET", "/api/counters/not-an-id", "not-found", 404)]
    [InlineData("DELETE", "/api/counters/fault", "method-not-allowed", 405)]
    [InlineData("GET", "/api/counters/fault", "internal-fault", 500)]
    public async Task Whatever_goes_wrong_has_the_same_form(string method, string path, string code, int status)
    {
        using var officer = toy.Officer();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await officer.SendAsync(request);
        Assert.Equal(code, await Answers.CodeAsync(answer));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("nobody outside", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_without_a_token_a_role_or_a_home_here_is_told_which()
    {
        using var nobody = toy.Anonymous();
        using var missing = await nobody.GetAsync(new Uri("/api/counters/fault", UriKind.Relative));
        Assert.Equal("token-missing", await Answers.CodeAsync(missing));
        Assert.Equal("Bearer", missing.Headers.WwwAuthenticate.Single().Scheme);
        using var auditor = toy.As(Home, "auditor", [Roles.Auditor]);
        using var forbidden = await auditor.GetAsync(new Uri("/api/counters/fault", UriKind.Relative));
        Assert.Equal("role-missing", await Answers.CodeAsync(forbidden));
        using var guest = toy.Officer("XZ-FAR");
        using var away = await guest.GetAsync(new Uri("/api/counters/fault", UriKind.Relative));
        Assert.Equal("authority-not-hosted", await Answers.CodeAsync(away));
    }

    [Fact]
    public async Task Nothing_of_an_authoritys_counters_shows_to_another()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "between us" });
        using var owner = toy.AsEveryRole(Home);
        using var stranger = toy.AsEveryRole("XB-DAC");
        var exercised = await new TenantIsolation
        {
            Routes = toy.Routes,
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["counterId"] = counter.ToString() },
            Secrets = ["between us", counter.ToString()],
            Queries = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["POST /api/counters/{counterId:guid}/contested-counts"] = "losses=0",
            },
        }.HoldsAsync();
        Assert.Equal(4, exercised.Count);
    }

    private async Task<HttpResponseMessage> PostTextAsync(string body, string type)
    {
        using var officer = toy.Officer();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/counters");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new StringContent(body, Encoding.UTF8, type);
        return await officer.SendAsync(request);
    }
}
