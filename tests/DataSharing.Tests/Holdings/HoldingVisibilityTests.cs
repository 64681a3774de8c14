using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>Who may not know of an item learns nothing of it, its trail and its consents, by any route.</summary>
public sealed class HoldingVisibilityTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Secret = "Silent Harbour Accounts.csv";

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("MSB-KNA", "stranger", Tokens.EveryRole, ItemWorld.Groups));

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(
            node.As("XA-SMA", "colleague", [.. Tokens.EveryRole.Where(r => r != Roles.Auditor)], ["others"])
        );

    [Fact]
    public async Task An_auditor_sees_where_an_item_stands_and_not_what_it_is()
    {
        using var world = await ItemWorld.OpenAsync(node, i => i with { Name = Secret });
        await world.Holder.DoAsync(
            $"/api/holdings/{world.Item}/uses",
            new { purpose = "request-purpose", note = "Whispered." }
        );
        using var auditor = new RequestClient(node.As("XA-SMA", "auditor", [Roles.Auditor], []));
        var text =
            await auditor.Http.GetStringAsync($"/api/holdings/{world.Item}")
            + await auditor.Http.GetStringAsync($"/api/holdings/{world.Item}/custody")
            + await auditor.Http.GetStringAsync("/api/holdings");

        Assert.Contains("holding-used", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Whispered.", text, StringComparison.Ordinal);
        using var maker = new RequestClient(node.As("MSA-FMA", "auditor", [Roles.Auditor], []));
        var trail = await maker.Http.GetFromJsonAsync<TrailSheet>($"/api/trails/{world.Package}");
        Assert.True(trail!.IsOutline);
        Assert.Equal("", trail.Items[0].Name);
    }

    [Fact]
    public async Task A_trail_is_for_the_releasing_authority_alone()
    {
        using var world = await ItemWorld.OpenAsync(node);
        using var answer = await world.Holder.Http.GetAsync($"/api/trails/{world.Package}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // XA-SMA holds the item, passed it on, and was asked for a consent by XB-DAC: it has one of everything.
    private async Task NothingIsLearntAsync(HttpClient stranger)
    {
        using var world = await ItemWorld.OpenAsync(node, i => i with { Name = Secret });
        await world.PassOnAsync();
        var asked = await world.Third.DoAsync(
            $"/api/holdings/{world.Onward}/consents",
            new
            {
                kind = "use",
                purpose = "tax",
                reason = "Whispered.",
            }
        );
        await world.ConsentAsync(world.Holder, asked.Id, c => c.WaitsForUs);
        using var owner = node.As("XA-SMA", "owner", Tokens.EveryRole, ItemWorld.Groups);
        using var http = stranger;
        List<string> exercised =
        [
            .. await ExerciseAsync("/api/holdings", "id", world.Item, owner, http),
            .. await ExerciseAsync("/api/consents", "id", asked.Id, owner, http),
            .. await ExerciseAsync("/api/trails", "packageId", world.OnwardPackage, owner, http),
        ];
        Assert.True(exercised.Count >= 15, string.Join(", ", exercised));
    }

    private Task<IReadOnlyList<string>> ExerciseAsync(
        string path,
        string parameter,
        Guid existing,
        HttpClient owner,
        HttpClient stranger
    ) =>
        new TenantIsolation
        {
            Routes = node.RoutesOf(path),
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { [parameter] = existing.ToString() },
            Secrets = [Secret, existing.ToString()],
            Bodies = Bodies(),
        }.HoldsAsync();

    private static Dictionary<string, Func<HttpContent>> Bodies()
    {
        var bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal);
        var (purpose, recipient, to) = ("tax", "court", "A court");
        var ask = new
        {
            kind = "disclosure",
            purpose,
            recipient,
            to,
            reason = "So.",
        };
        Add("holdings/{id:guid}/uses", new { purpose = "request-purpose", note = "So." });
        Add("holdings/{id:guid}/exports", new { purpose = "request-purpose", note = "So." });
        Add(
            "holdings/{id:guid}/disclosures",
            new
            {
                purpose,
                recipient,
                to,
                note = "So.",
            }
        );
        Add(
            "holdings/{id:guid}/plan-use",
            new
            {
                kind = "disclosure",
                purpose,
                recipient,
                to,
            }
        );
        Add("holdings/{id:guid}/consents", ask);
        Add("holdings/{id:guid}/notices", ask);
        Add("holdings/{id:guid}/deletion", new { reason = "So." });
        Add("consents/{id:guid}/grant", new { reason = "So." });
        Add("consents/{id:guid}/deny", new { reason = "So." });
        Add("trails/{packageId:guid}/recalls", new { reason = "So." });
        Add("trails/{packageId:guid}/corrections", new { text = "So." });
        return bodies;

        void Add(string route, object body) => bodies[$"POST /api/{route}"] = () => JsonContent.Create(body);
    }
}
