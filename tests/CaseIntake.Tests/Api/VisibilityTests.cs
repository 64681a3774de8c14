using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>Who may not know of a case learns nothing of it: not by any route, list, count, search or edit.</summary>
public sealed class VisibilityTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private const string Secret = "Silent Harbour Exchange";
    private static readonly string[] EveryRole =
    [
        Roles.Officer,
        Roles.DataSteward,
        Roles.Approver,
        Roles.Counsel,
        Roles.System,
    ];
    private static readonly string[] Groups = ["digital-assets"];
    private static readonly string[] AuditorToo = [.. EveryRole, Roles.Auditor];

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("XB-DAC", "stranger", AuditorToo, ["digital-assets"]));

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]));

    [Fact]
    public async Task An_edit_does_not_tell_a_hidden_case_from_none()
    {
        var id = await ShownAsync();
        using var colleague = new CaseClient(node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]));
        var body = new
        {
            title = "New",
            matter = new { code = "manipulation", over = "crypto-derivatives" },
            groups = new[] { "x" },
        };
        foreach (var tag in new[] { "\"1\"", "\"999\"" })
        {
            using var hidden = await colleague.PutAsync($"/api/cases/{id}", body, tag);
            using var absent = await colleague.PutAsync($"/api/cases/{Guid.CreateVersion7()}", body, tag);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(await Answers.StableAsync(absent), await Answers.StableAsync(hidden));
        }
    }

    [Fact]
    public async Task Lists_counts_and_search_are_the_same_with_and_without_a_hidden_case()
    {
        using var colleague = new CaseClient(node.As("MSB-KNA", "colleague", EveryRole, ["market-abuse"]));
        await colleague.OpenAsync("Seen by the colleague");
        var before = await LookAsync(colleague);
        using var officer = new CaseClient(node.As("MSB-KNA", "officer", ["officer"], ["digital-assets"]));
        await node.RegisterAsync();
        var id = await officer.PrepareAsync(Secret);
        await officer.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing("XB-DAC"));
        await officer.WaitAsync(id, s => s.Waits.Count == 1, "something to wait for");

        Assert.Equal(before, await LookAsync(colleague));
        Assert.NotEqual(before, await LookAsync(officer));
    }

    [Fact]
    public async Task An_auditor_sees_how_far_a_case_is_and_not_what_it_says()
    {
        var id = await ShownAsync();
        using var auditor = new CaseClient(node.As("XA-SMA", "auditor", ["auditor"], []));
        var text = await auditor.Http.GetStringAsync($"/api/cases/{id}");
        var timeline = await auditor.Http.GetStringAsync($"/api/cases/{id}/timeline");
        var sheet = await auditor.FindAsync(id);

        Assert.True(sheet!.IsOutline);
        Assert.DoesNotContain(Secret, text + timeline, StringComparison.Ordinal);
        Assert.Contains("case-opened", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain((await auditor.PageAsync<CaseLine>("/api/cases?q=silent")).Items, c => c.Id == id);
        Assert.Contains(
            (await auditor.PageAsync<CaseLine>($"/api/cases?q={sheet.Reference}")).Items,
            c => c.Id == id && c.Title is null
        );
        await auditor.RefusedAsync(
            "role-missing",
            $"/api/cases/{id}/closure",
            new { outcome = "settled", summary = "x" }
        );
    }

    [Fact]
    public async Task A_member_sees_the_case_without_being_of_its_groups()
    {
        using var officer = new CaseClient(node.As("XA-SMA", "xa-officer", ["officer"], ["digital-assets"]));
        var opening = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(CaseClient.Opening()))!;
        opening["members"] = new JsonArray("counsel-1");
        opening["groups"] = new JsonArray("digital-assets");
        var id = await officer.OpenAsync(body: opening);
        using var counsel = new CaseClient(node.As("XA-SMA", "counsel-1", ["counsel"], []));
        using var other = new CaseClient(node.As("XA-SMA", "counsel-2", ["counsel"], []));

        Assert.NotNull(await counsel.FindAsync(id));
        Assert.Null(await other.FindAsync(id));
    }

    [Fact]
    public async Task An_opener_cannot_open_a_case_that_is_hidden_from_it()
    {
        using var officer = new CaseClient(node.As("XA-SMA", "xa-officer", ["officer"], ["digital-assets"]));
        var opening = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(CaseClient.Opening()))!;
        opening["groups"] = new JsonArray("market-abuse");

        await officer.RefusedAsync("invalid-input", "/api/cases", opening);
    }

    private async Task NothingIsLearntAsync(HttpClient stranger)
    {
        var id = await ShownAsync();
        using var owner = node.As("XA-SMA", "xa-officer", AuditorToo, ["digital-assets"]);
        using var http = stranger;
        var exhibit = (await new CaseClient(owner).FindAsync(id))!.Exhibits[0];
        var isolation = new TenantIsolation
        {
            Routes = node.CaseRoutes(),
            Owner = owner,
            Stranger = http,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id.ToString(),
                ["exhibitId"] = exhibit.Id.ToString(),
                ["authority"] = "XB-DAC",
            },
            Secrets = [Secret, id.ToString()],
            Bodies = Bodies(),
        };

        Assert.True((await isolation.HoldsAsync()).Count >= 22);
    }

    /// <summary>A filed case with a stored exhibit.</summary>
    private async Task<Guid> ShownAsync()
    {
        await node.RegisterAsync();
        using var officer = new CaseClient(node.As("XA-SMA", "xa-officer", ["officer"], ["digital-assets"]));
        var id = await officer.PrepareAsync(Secret);
        await officer.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing("XB-DAC"));
        await node.DispatchedAsync(id, LetterKinds.Invitation);
        var exhibit = Guid.CreateVersion7();
        await officer.DoAsync($"/api/cases/{id}/exhibits", ExhibitTests.Hello(exhibit));
        using var stored = await officer.Http.PutAsync(
            $"/api/cases/{id}/exhibits/{exhibit}/content",
            new ByteArrayContent("hello"u8.ToArray())
        );
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        return id;
    }

    private static async Task<string> LookAsync(CaseClient client) =>
        string.Join(
            '\n',
            await client.Http.GetStringAsync("/api/cases"),
            await client.Http.GetStringAsync("/api/cases?q=silent"),
            await client.Http.GetStringAsync("/api/cases?stage=open"),
            await client.Http.GetStringAsync("/api/cases?partner=XB-DAC"),
            await client.Http.GetStringAsync("/api/cases/waiting")
        );

    private static Dictionary<string, Func<HttpContent>> Bodies()
    {
        var bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal);
        Add(
            "PUT /api/cases/{id:guid}",
            new
            {
                title = "New",
                matter = new { code = "fraud", over = "securities" },
                groups = Groups,
            }
        );
        Add("POST /api/cases/{id:guid}/subjects", new { kind = "person", name = "N. N." });
        Add("POST /api/cases/{id:guid}/allegations", new { text = "Something." });
        Add("POST /api/cases/{id:guid}/exhibits", ExhibitTests.Hello(Guid.CreateVersion7()));
        Add("POST /api/cases/{id:guid}/filing", CaseClient.Filing("MSA-FMA"));
        Add("POST /api/cases/{id:guid}/filing/dry-run", CaseClient.Filing("MSA-FMA"));
        Add("POST /api/cases/{id:guid}/invitations", new { invite = new[] { new { authority = "MSA-FMA" } } });
        Add("POST /api/cases/{id:guid}/declining", new { ground = "not-needed", reason = "No." });
        Add("POST /api/cases/{id:guid}/leaving", new { reason = "No." });
        Add("POST /api/cases/{id:guid}/lead-offer", new { to = "MSA-FMA" });
        Add("POST /api/cases/{id:guid}/lead-refusal", new { reason = "No." });
        Add("POST /api/cases/{id:guid}/suspension", new { reason = "Court." });
        Add("POST /api/cases/{id:guid}/closure", new { outcome = "settled", summary = "Paid." });
        bodies["PUT /api/cases/{id:guid}/exhibits/{exhibitId:guid}/content"] = () =>
            new ByteArrayContent("hello"u8.ToArray());
        return bodies;

        void Add(string route, object body) => bodies[route] = () => JsonContent.Create(body);
    }
}
