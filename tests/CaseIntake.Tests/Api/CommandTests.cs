using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>Input that is not right, repeats, and edits that cross.</summary>
public sealed class CommandTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private static readonly string[] BadGroups = ["digital-assets", ""];
    private static readonly string[] BadFields = ["poem"];

    private CaseClient Officer() => new(node.As("XA-SMA", "xa-officer", ["officer"], ["digital-assets"]));

    [Fact]
    public async Task Everything_wrong_with_an_opening_is_said_at_once()
    {
        using var officer = Officer();
        using var answer = await officer.PostAsync(
            "/api/cases",
            new
            {
                title = "",
                matter = new
                {
                    code = "murder",
                    over = "tulips",
                    financialInstrument = "perhaps",
                    conductFrom = "2020-02-30",
                },
                groups = BadGroups,
            }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [
                ("groups[1]", "required"),
                ("matter.code", "not-in-list"),
                ("matter.conductFrom", "not-a-date"),
                ("matter.financialInstrument", "not-in-list"),
                ("matter.over", "not-in-list"),
                ("title", "required"),
            ],
            (await CaseClient.ErrorsAsync(answer)).Order()
        );
    }

    [Fact]
    public async Task Conduct_does_not_end_before_it_begins()
    {
        using var officer = Officer();
        var opening = JsonSerializer.SerializeToNode(CaseClient.Opening())!;
        opening["matter"]!["conductTo"] = "2018-12-31";
        using var answer = await officer.PostAsync("/api/cases", opening);

        Assert.Equal([("matter.conductTo", "before-start")], await CaseClient.ErrorsAsync(answer));
    }

    [Theory]
    [InlineData("lei", "529900T8BM49AURSDO56", "identifiers[0].value", "check-digits-wrong")]
    [InlineData("passport", "X", "identifiers[0].scheme", "scheme-unknown")]
    [InlineData("caip-10", "eip155:1:0x0000000000000000000000000000000000000z00", "identifiers[0].value", null)]
    public async Task A_wrong_identifier_is_refused_and_explained(
        string scheme,
        string value,
        string field,
        string? code
    )
    {
        using var officer = Officer();
        var id = await officer.OpenAsync();
        using var answer = await officer.PostAsync(
            $"/api/cases/{id}/subjects",
            new
            {
                kind = "entity",
                name = "X",
                identifiers = new[] { new { scheme, value } },
            }
        );

        var error = Assert.Single(await CaseClient.ErrorsAsync(answer));
        Assert.Equal(field, error.Field);
        Assert.Equal(code ?? error.Code, error.Code);
        Assert.Empty((await officer.FindAsync(id))!.Subjects);
    }

    [Theory]
    [InlineData("{", "body-malformed")]
    [InlineData("[]", "body-malformed")]
    [InlineData("""{"title":7}""", "body-malformed")]
    [InlineData("""{"title":"x","colour":"red"}""", "body-malformed")]
    [InlineData("""{"title":"x","title":"y"}""", "body-malformed")]
    public async Task A_body_that_is_no_opening_is_refused(string body, string code)
    {
        using var officer = Officer();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cases");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await officer.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task Bad_filings_store_nothing()
    {
        await node.RegisterAsync();
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var version = (await officer.FindAsync(id))!.Version;
        await officer.RefusedAsync(
            "authority-unknown",
            $"/api/cases/{id}/filing",
            CaseClient.Filing("MSA-FMA", "ZZ-NONE")
        );
        await officer.RefusedAsync("inviting-oneself", $"/api/cases/{id}/filing", CaseClient.Filing("XA-SMA"));
        await officer.RefusedAsync("invited-twice", $"/api/cases/{id}/filing", CaseClient.Filing("MSA-FMA", "MSA-FMA"));
        await officer.RefusedAsync("invalid-input", $"/api/cases/{id}/filing", CaseClient.Filing());
        await officer.RefusedAsync(
            "invalid-input",
            $"/api/cases/{id}/filing",
            new { invite = new[] { new { authority = "MSA-FMA", pinned = true } }, message = "x" }
        );
        await officer.RefusedAsync(
            "invalid-input",
            $"/api/cases/{id}/filing",
            new
            {
                invite = new[] { new { authority = "MSA-FMA" } },
                message = "x",
                facts = new { raining = "yes" },
                contentFields = BadFields,
            }
        );

        var sheet = (await officer.FindAsync(id))!;
        Assert.Equal((version, "draft"), (sheet.Version, sheet.Stage));
        Assert.Empty(sheet.Letters);
    }

    [Fact]
    public async Task The_same_key_opens_one_case()
    {
        using var officer = new CaseClient(node.As("XA-SMA", "twice", ["officer"], ["twice"]));
        using var first = await officer.PostAsync("/api/cases", CaseClient.Opening(), "key-1");
        using var second = await officer.PostAsync("/api/cases", CaseClient.Opening(), "key-1");
        using var other = await officer.PostAsync("/api/cases", CaseClient.Opening("Another"), "key-1");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal("idempotency-key-reused", await Answers.CodeAsync(other));
        Assert.Single((await officer.PageAsync<CaseLine>("/api/cases")).Items);
    }

    [Fact]
    public async Task A_post_needs_a_key_and_an_edit_needs_what_was_seen()
    {
        using var officer = Officer();
        var id = await officer.OpenAsync();
        using var keyless = await officer.Http.PostAsJsonAsync("/api/cases", CaseClient.Opening());
        Assert.Equal("idempotency-key-missing", await Answers.CodeAsync(keyless));

        var edit = new
        {
            title = "A better title",
            matter = new
            {
                code = "manipulation",
                over = "crypto-derivatives",
                financialInstrument = "yes",
            },
            groups = new[] { "digital-assets" },
        };
        using var blind = await officer.PutAsync($"/api/cases/{id}", edit);
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        using var shown = await officer.Http.GetAsync($"/api/cases/{id}");
        using var good = await officer.PutAsync($"/api/cases/{id}", edit, shown.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var late = await officer.PutAsync($"/api/cases/{id}", edit, shown.Headers.ETag.Tag);
        Assert.Equal("version-changed", await Answers.CodeAsync(late));
        Assert.Equal("A better title", (await officer.FindAsync(id))!.Title);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/cases/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", good.Headers.ETag!.Tag);
        using var unchanged = await officer.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task References_count_per_authority_and_year_also_when_many_open_at_once()
    {
        using var officer = new CaseClient(node.As("XB-DAC", "many", ["officer"], ["many"]));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => officer.OpenAsync($"Case {i}")));
        var references = (await officer.PageAsync<CaseLine>("/api/cases")).Items.Select(c => c.Reference).ToList();

        Assert.Equal(20, references.Distinct(StringComparer.Ordinal).Count());
        Assert.All(references, r => Assert.Matches(@"^XB-\d{4}-\d{4}$", r));
    }

    [Fact]
    public async Task An_archived_case_is_purged_when_its_time_has_come_and_nobody_finds_it_any_more()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync("To be forgotten");
        var exhibit = Guid.CreateVersion7();
        await officer.DoAsync($"/api/cases/{id}/exhibits", ExhibitTests.Hello(exhibit));
        using var stored = await officer.Http.PutAsync(
            $"/api/cases/{id}/exhibits/{exhibit}/content",
            new ByteArrayContent("hello"u8.ToArray())
        );
        await officer.RefusedAsync("case-not-closed", $"/api/cases/{id}/archive");
        await officer.DoAsync($"/api/cases/{id}/closure", new { outcome = "discontinued", summary = "Nothing found." });
        await officer.RefusedAsync("case-closed", $"/api/cases/{id}/allegations", new { text = "More." });
        await officer.RefusedAsync("case-not-archived", $"/api/cases/{id}/purge");
        await officer.DoAsync($"/api/cases/{id}/archive");
        await officer.RefusedAsync("retention-runs", $"/api/cases/{id}/purge");
        node.Clock.Advance(TimeSpan.FromDays(1900));
        try
        {
            await officer.DoAsync($"/api/cases/{id}/purge");
        }
        finally
        {
            node.Clock.Advance(TimeSpan.FromDays(-1900));
        }

        Assert.Null(await officer.FindAsync(id));
        Assert.False(Directory.Exists(Path.Combine(node.Exhibits, "XA-SMA", id.ToString("N"))));
        Assert.DoesNotContain((await officer.PageAsync<CaseLine>("/api/cases?q=forgotten")).Items, c => c.Id == id);
        using var auditor = new CaseClient(node.As("XA-SMA", "auditor", ["auditor"], ["digital-assets"]));
        var rest = await auditor.FindAsync(id);
        Assert.Equal(("purged", true), (rest!.Stage, rest.IsOutline));
        Assert.Empty(rest.Subjects);
        Assert.Equal(
            0L,
            await node.Node.SqlAsync(
                "case-intake",
                $"select count(*) from store.mt_doc_caseentry where id = '{id}' and data::text like '%orgotten%'"
            )
        );
    }

    [Fact]
    public async Task The_api_is_described()
    {
        using var http = node.Anonymous();
        var described = await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json");
        var operations = described!["paths"]!
            .AsObject()
            .Where(p => p.Key.StartsWith("/api/cases", StringComparison.Ordinal))
            .SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Value)))
            .ToList();

        Assert.Equal(node.CaseRoutes().Count, operations.Count);
        Assert.All(operations, o => Assert.False(string.IsNullOrWhiteSpace((string?)o.Value!["summary"]), o.Key));
    }
}
