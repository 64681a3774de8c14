using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>Input that is not right, repeats, edits that cross, lists.</summary>
public sealed class CommandTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] Nobody = ["market-abuse", ""];
    private static readonly string[] Twice = ["MSA-FMA", "MSA-FMA"];
    private static readonly string[] Poetry = ["poetry"];

    private RequestClient Officer(string group = "market-abuse", string authority = "XA-SMA") =>
        new(node.As(authority, $"officer-{group}", ["officer"], [group]));

    [Fact]
    public async Task Everything_wrong_with_a_draft_is_said_at_once()
    {
        using var officer = Officer();
        using var answer = await officer.PostAsync(
            "/api/requests",
            new
            {
                to = Twice,
                groups = Nobody,
                content = new
                {
                    title = "",
                    matters = new[]
                    {
                        new
                        {
                            code = "murder",
                            over = "tulips",
                            conductFrom = "2020-02-30",
                        },
                    },
                    assistance = Poetry,
                    pinned = true,
                    oral = true,
                    language = "EN",
                    fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["poem"] = "x" },
                    subjects = new[]
                    {
                        new
                        {
                            kind = "ghost",
                            name = "X",
                            identifiers = new[] { new { scheme = "lei", value = "529900T8BM49AURSDO56" } },
                        },
                    },
                    tlp = "TLP:BLACK",
                },
            }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [
                ("content.assistance[0]", "not-in-list"),
                ("content.fields.poem", "not-in-list"),
                ("content.instrument", "required"),
                ("content.language", "not-a-language"),
                ("content.matters[0].code", "not-in-list"),
                ("content.matters[0].conductFrom", "not-a-date"),
                ("content.matters[0].over", "not-in-list"),
                ("content.subjects[0].identifiers[0].value", "check-digits-wrong"),
                ("content.subjects[0].kind", "not-in-list"),
                ("content.title", "required"),
                ("content.tlp", "not-in-list"),
                ("content.urgent", "required"),
                ("groups[1]", "required"),
                ("to", "named-twice"),
            ],
            (await RequestClient.ErrorsAsync(answer)).Order()
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"to":"MSA-FMA"}""")]
    [InlineData("""{"to":["MSA-FMA"],"colour":"red"}""")]
    public async Task A_body_that_is_no_draft_is_refused(string body)
    {
        using var officer = Officer();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await officer.Http.SendAsync(request);

        Assert.Equal("body-malformed", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task Whom_nobody_knows_is_not_asked_and_nothing_is_stored()
    {
        await node.TeachAsync();
        using var officer = Officer("whom");
        foreach (var (to, code) in new[] { ("ZZ-NONE", "authority-unknown"), ("XA-SMA", "asking-oneself") })
        {
            using var answer = await officer.PostAsync("/api/requests", RequestClient.Draft("x", "MSA-FMA", to));
            Assert.Equal([("to[1]", code)], await RequestClient.ErrorsAsync(answer));
        }

        Assert.Empty((await officer.PageAsync<RequestLine>("/api/requests")).Items);
    }

    [Fact]
    public async Task A_request_without_legal_basis_is_told_so_before_anything_is_sent()
    {
        await node.TeachAsync();
        using var officer = Officer();
        var id = await officer.DraftAsync(RequestClient.Draft("No basis", "MSB-KNA"));
        await officer.RefusedAsync("no-basis", $"/api/requests/{id}/submission", new { });
        using var tried = await officer.PostAsync($"/api/requests/{id}/submission/dry-run");
        var plan = await tried.Content.ReadFromJsonAsync<JsonObject>();
        Assert.False((bool)plan!["allowed"]!);
        Assert.Equal("no-basis", (string)plan["parts"]![0]!["stopReason"]!);
        Assert.Equal("draft", (await officer.FindAsync(id))!.State);
    }

    [Fact]
    public async Task An_edit_needs_what_was_seen()
    {
        await node.TeachAsync();
        using var officer = Officer();
        var id = await officer.DraftAsync();
        var edit = new { content = RequestClient.Content("Better") };
        using var blind = await officer.PutAsync($"/api/requests/{id}", edit);
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        using var shown = await officer.Http.GetAsync($"/api/requests/{id}");
        using var good = await officer.PutAsync($"/api/requests/{id}", edit, shown.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var late = await officer.PutAsync($"/api/requests/{id}", edit, shown.Headers.ETag.Tag);
        Assert.Equal("version-changed", await Answers.CodeAsync(late));
        Assert.Equal("Better", (await officer.FindAsync(id))!.Content!.Title);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/requests/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", good.Headers.ETag!.Tag);
        using var unchanged = await officer.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_list_is_filtered_and_paged()
    {
        await node.TeachAsync();
        using var officer = Officer("lists");
        var sent = await officer.AskAsync(RequestClient.Draft("Submitted one"));
        foreach (var title in new[] { "First draft", "Second draft" })
        {
            await officer.DraftAsync(RequestClient.Draft(title, "XB-DAC"));
        }

        Assert.Equal([sent], await IdsAsync(officer, "state=submitted"));
        Assert.Equal([sent], await IdsAsync(officer, "partner=MSA-FMA&side=asker"));
        Assert.Equal([sent], await IdsAsync(officer, "waitsOn=MSA-FMA"));
        Assert.Equal([sent], await IdsAsync(officer, "dueBefore=2099-01-01"));
        Assert.Empty(await IdsAsync(officer, "dueBefore=2000-01-01"));
        Assert.Empty(await IdsAsync(officer, "side=asked"));
        Assert.Empty(await IdsAsync(officer, "instrument=no-such"));
        Assert.Equal(2, (await IdsAsync(officer, "q=draft")).Count);
        var page = await officer.PageAsync<RequestLine>("/api/requests?size=2");
        var rest = await officer.PageAsync<RequestLine>($"/api/requests?size=2&cursor={page.Next}");
        Assert.Equal([2, 1], new[] { page.Items.Count, rest.Items.Count });
        Assert.Null(rest.Next);
        Assert.Equal(3, page.Items.Concat(rest.Items).Select(l => l.Id).Distinct().Count());
        using var waiting = await officer.Http.GetAsync("/api/requests/waiting");
        Assert.Equal(
            ["acknowledgement", "answer"],
            (await waiting.Content.ReadFromJsonAsync<List<WaitingCount>>())!
                .Select(w => w.Awaits)
                .Order(StringComparer.Ordinal)
        );
        using var bad = await officer.Http.GetAsync("/api/requests?state=lost&dueBefore=soon&size=0&cursor=x");
        Assert.Equal(
            ["cursor", "dueBefore", "size", "state"],
            (await RequestClient.ErrorsAsync(bad)).Select(e => e.Field).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_api_is_described()
    {
        using var http = node.Anonymous();
        var described = await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json");
        var operations = described!["paths"]!
            .AsObject()
            .Where(p => p.Key.StartsWith("/api/request", StringComparison.Ordinal))
            .SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Value)))
            .ToList();

        Assert.Equal(node.RoutesOf("/api/requests").Count + 2, operations.Count);
        Assert.All(operations, o => Assert.False(string.IsNullOrWhiteSpace((string?)o.Value!["summary"]), o.Key));
    }

    private static async Task<IReadOnlyList<Guid>> IdsAsync(RequestClient client, string query) =>
        [.. (await client.PageAsync<RequestLine>($"/api/requests?{query}")).Items.Select(l => l.Id)];
}
