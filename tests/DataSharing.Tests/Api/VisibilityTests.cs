using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>Who may not know of a request learns nothing of it: not by any route, list, count, search or edit.</summary>
public sealed class VisibilityTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
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
    private static readonly string[] AuditorToo = [.. EveryRole, Roles.Auditor];
    private static readonly string[] Groups = ["market-abuse"];
    private static readonly string[] Counsel = ["counsel-1"];

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("XB-DAC", "stranger", AuditorToo, Groups));

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("MSA-FMA", "colleague", EveryRole, ["digital-assets"]));

    [Fact]
    public async Task Lists_and_counts_are_the_same_with_and_without_a_hidden_request()
    {
        using var colleague = new RequestClient(node.As("MSA-FMA", "colleague", EveryRole, ["hidden-from"]));
        var before = await LookAsync(colleague);
        await ShownAsync();
        Assert.Equal(before, await LookAsync(colleague));
        using var officer = new RequestClient(node.As("MSA-FMA", "officer", EveryRole, Groups));
        Assert.NotEqual(before, await LookAsync(officer));
    }

    [Fact]
    public async Task An_auditor_sees_how_far_a_request_is_and_not_what_it_says()
    {
        var id = await ShownAsync();
        using var auditor = new RequestClient(node.As("MSA-FMA", "auditor", [Roles.Auditor], []));
        var sheet = await auditor.FindAsync(id);
        var text =
            await auditor.Http.GetStringAsync($"/api/requests/{id}")
            + await auditor.Http.GetStringAsync($"/api/requests/{id}/timeline")
            + await auditor.Http.GetStringAsync("/api/requests");

        Assert.True(sheet!.IsOutline);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Which accounts?", text, StringComparison.Ordinal);
        Assert.Contains("request-received", text, StringComparison.Ordinal);
        Assert.DoesNotContain((await auditor.PageAsync<RequestLine>("/api/requests?q=silent")).Items, r => r.Id == id);
        await auditor.RefusedAsync("role-missing", $"/api/requests/{id}/acceptance", new { });
    }

    [Fact]
    public async Task Who_is_let_in_later_sees_the_request()
    {
        var id = await ShownAsync();
        using var officer = new RequestClient(node.As("MSA-FMA", "officer", EveryRole, Groups));
        using var counsel = new RequestClient(node.As("MSA-FMA", "counsel-1", [Roles.Counsel], []));
        Assert.Null(await counsel.FindAsync(id));

        // A clock may pass between reading and editing; whoever edits reads again.
        await Eventually.HoldsAsync(
            async () =>
            {
                using var shown = await officer.Http.GetAsync($"/api/requests/{id}");
                using var changed = await officer.PutAsync(
                    $"/api/requests/{id}/access",
                    new { groups = Groups, members = Counsel },
                    shown.Headers.ETag!.Tag
                );
                return changed.StatusCode == HttpStatusCode.OK;
            },
            "the edit"
        );
        Assert.NotNull(await counsel.FindAsync(id));
    }

    private async Task NothingIsLearntAsync(HttpClient stranger)
    {
        var id = await ShownAsync();
        using var owner = node.As("MSA-FMA", "msa-officer", AuditorToo, Groups);
        using var http = stranger;
        var isolation = new TenantIsolation
        {
            Routes = node.RoutesOf("/api/requests"),
            Owner = owner,
            Stranger = http,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id.ToString(),
                ["number"] = "1",
            },
            Secrets = [Secret, id.ToString()],
            Bodies = Bodies(),
        };

        Assert.True((await isolation.HoldsAsync()).Count >= 22);
    }

    /// <summary>A request that arrived at MSA-FMA, with a question open.</summary>
    private async Task<Guid> ShownAsync()
    {
        await node.TeachAsync();
        using var asker = new RequestClient(node.As("XA-SMA", "xa-officer", ["officer"], Groups));
        using var asked = new RequestClient(node.As("MSA-FMA", "msa-officer", ["officer"], Groups));
        var id = await asker.AskAsync(RequestClient.Draft(Secret));
        await node.CarryAsync(id, LetterKinds.Submission);
        await asked.StateAsync(id, "delivered");
        await asked.DoAsync($"/api/requests/{id}/clarifications", new { question = "Which accounts?" });
        return id;
    }

    private static async Task<string> LookAsync(RequestClient client) =>
        string.Join(
            '\n',
            await client.Http.GetStringAsync("/api/requests"),
            await client.Http.GetStringAsync("/api/requests?q=silent"),
            await client.Http.GetStringAsync("/api/requests?state=delivered"),
            await client.Http.GetStringAsync("/api/requests?partner=XA-SMA"),
            await client.Http.GetStringAsync("/api/requests?waitsOn=XA-SMA"),
            await client.Http.GetStringAsync("/api/requests/waiting")
        );

    private static Dictionary<string, Func<HttpContent>> Bodies()
    {
        var bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal);
        Add("PUT /api/requests/{id:guid}", new { content = RequestClient.Content() });
        Add("PUT /api/requests/{id:guid}/access", new { groups = Groups });
        Post("consultation/reply", new { advice = "fit", comment = "Good." });
        Post("submission", new { });
        Post("confirmation", new { statement = "So." });
        Post("clarifications", new { question = "Which?" });
        Post("clarifications/{number:int}/reply", new { reply = "Those." });
        Post("acceptance", new { });
        Post("part-answers", new { text = "A part." });
        Post("answer", new { text = "All." });
        Post("duties", new { duty = "consult", note = "By telephone." });
        Post("refusal", new { ground = "security", reason = "No." });
        Post("extension", new { until = "2030-01-02", reason = "Later." });
        Post("withdrawal", new { reason = "Settled." });
        Post("escalation", new { level = "mediation", reason = "No." });
        Post("escalation/result", new { result = "granted", statement = "Yes." });
        Post("closure", new { timeliness = 1, usefulness = 1 });
        return bodies;

        void Post(string command, object body) => Add($"POST /api/requests/{{id:guid}}/{command}", body);
        void Add(string route, object body) => bodies[route] = () => JsonContent.Create(body);
    }
}
