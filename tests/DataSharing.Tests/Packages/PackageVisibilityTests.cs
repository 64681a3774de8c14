using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Who may not know of a request learns nothing of its packages; no authority learns of another's.</summary>
public sealed class PackageVisibilityTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Secret = "Silent Harbour ledger";
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
    private static readonly string[] Other = ["digital-assets"];

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("XB-DAC", "stranger", AuditorToo, Groups));

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("MSA-FMA", "colleague", EveryRole, Other));

    [Fact]
    public async Task Lists_are_the_same_with_and_without_a_hidden_package()
    {
        using var colleague = new RequestClient(node.As("MSA-FMA", "colleague", EveryRole, ["hidden-from"]));
        var before = await LookAsync(colleague);
        await ShownAsync();
        Assert.Equal(before, await LookAsync(colleague));
        using var officer = new RequestClient(node.As("MSA-FMA", "officer", EveryRole, Groups));
        Assert.NotEqual(before, await LookAsync(officer));
    }

    [Fact]
    public async Task A_change_of_access_to_the_request_holds_for_its_packages_at_once()
    {
        var (request, id) = await ShownAsync();
        using var officer = new RequestClient(node.As("MSA-FMA", "msa-officer", EveryRole, Groups));
        using var counsel = new PackageClient(new(node.As("MSA-FMA", "counsel-1", [Roles.Counsel, Roles.Officer], [])));
        Assert.Null(await counsel.FindAsync(id));
        Assert.Empty((await counsel.Requests.PageAsync<PackageLine>("/api/packages")).Items);
        await Eventually.HoldsAsync(
            async () =>
            {
                // News of the request's letters may come between.
                using var shown = await officer.Http.GetAsync($"/api/requests/{request}");
                using var changed = await officer.PutAsync(
                    $"/api/requests/{request}/access",
                    new { groups = Groups, members = Words("counsel-1") },
                    shown.Headers.ETag!.Tag
                );
                return changed.StatusCode == HttpStatusCode.OK;
            },
            "the change of access"
        );
        Assert.NotNull(await counsel.FindAsync(id));
        Assert.Equal(id, Assert.Single((await counsel.Requests.PageAsync<PackageLine>("/api/packages")).Items).Id);
        Assert.Equal("ab", await counsel.ReadAsync(id, 1));
    }

    [Fact]
    public async Task An_auditor_sees_how_far_a_package_is_and_not_what_it_holds()
    {
        var (_, id) = await ShownAsync();
        using var auditor = new PackageClient(new(node.As("MSA-FMA", "auditor", [Roles.Auditor], [])));
        var sheet = await auditor.FindAsync(id);
        var text =
            await auditor.Http.GetStringAsync($"/api/packages/{id}")
            + await auditor.Http.GetStringAsync($"/api/packages/{id}/timeline")
            + await auditor.Http.GetStringAsync("/api/packages");
        Assert.True(sheet!.IsOutline);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("note.bin", text, StringComparison.Ordinal);
        Assert.Contains("package-prepared", text, StringComparison.Ordinal);
        using var content = await auditor.Http.GetAsync($"/api/packages/{id}/items/1/content");
        Assert.Equal("role-missing", await Answers.CodeAsync(content));
    }

    [Fact]
    public async Task A_request_asked_for_as_a_package_is_not_there_and_neither_is_the_other_way_round()
    {
        var (request, id) = await ShownAsync();
        using var officer = new PackageClient(new(node.As("MSA-FMA", "msa-officer", EveryRole, Groups)));
        await officer.Requests.RefusedAsync("not-found", $"/api/packages/{request}/release");
        await officer.Requests.RefusedAsync("not-found", $"/api/requests/{id}/acceptance", new { });
        using var http = node.Anonymous();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Retrieval MSA-FMA.guess");
        using var content = await http.GetAsync($"/api/contents/{request}/1");
        Assert.Equal("not-found", await Answers.CodeAsync(content));
    }

    [Fact]
    public async Task Sweeping_deletes_what_belongs_to_no_package_of_this_authority()
    {
        var (_, id) = await ShownAsync();
        using var officer = new PackageClient(new(node.As("MSA-FMA", "msa-officer", EveryRole, Groups)));
        var kept = (await officer.FindAsync(id))!.Items[0].Sha256!;
        var stray = await node.Vault.KeepAsync(
            "MSA-FMA",
            (to, ct) => to.WriteAsync("stray"u8.ToArray(), ct).AsTask(),
            default
        );
        // The same content belongs to a package of MSA-FMA only.
        await node.Vault.KeepAsync("XB-DAC", (to, ct) => to.WriteAsync("ab"u8.ToArray(), ct).AsTask(), default);
        foreach (
            var file in new DirectoryInfo(node.Settings["Packages:Vault"]!).EnumerateFiles(
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            file.LastWriteTimeUtc = file.LastWriteTimeUtc.AddDays(-8);
        }

        var sweep = node.Services.GetServices<IHostedService>().OfType<VaultSweep>().Single();
        Assert.Equal(1, await sweep.SweepAsync("MSA-FMA", default));
        Assert.Equal(1, await sweep.SweepAsync("XB-DAC", default));
        Assert.True(node.Vault.Holds("MSA-FMA", kept));
        Assert.False(node.Vault.Holds("MSA-FMA", stray.Sha256));
        Assert.False(node.Vault.Holds("XB-DAC", kept));
    }

    private async Task NothingIsLearntAsync(HttpClient stranger)
    {
        var (_, id) = await ShownAsync();
        using var owner = node.As("MSA-FMA", "msa-officer", AuditorToo, Groups);
        using var http = stranger;
        var isolation = new TenantIsolation
        {
            Routes = node.RoutesOf("/api/packages"),
            Owner = owner,
            Stranger = http,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id.ToString(),
                ["number"] = "1",
            },
            Secrets = [Secret, id.ToString()],
            Bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal)
            {
                ["POST /api/packages/{id:guid}/items"] = () => JsonContent.Create(PackageClient.Plain(1)),
                ["PUT /api/packages/{id:guid}/items/{number:int}/content"] = () =>
                    new ByteArrayContent([1]) { Headers = { { "Content-Type", "application/octet-stream" } } },
                ["POST /api/packages/{id:guid}/held-items"] = () =>
                    JsonContent.Create(
                        new
                        {
                            holding = Guid.CreateVersion7(),
                            purpose = "request-purpose",
                            note = "For your file.",
                        }
                    ),
                ["PUT /api/packages/{id:guid}"] = () => JsonContent.Create(new { title = "New" }),
            },
        };
        Assert.True((await isolation.HoldsAsync()).Count >= 12);
    }

    /// <summary>A request that arrived at MSA-FMA, with a package in preparation.</summary>
    private async Task<(Guid Request, Guid Package)> ShownAsync()
    {
        await node.TeachAsync();
        using var asker = new RequestClient(node.As("XA-SMA", "xa-officer", ["officer"], Groups));
        using var asked = new PackageClient(new(node.As("MSA-FMA", "msa-officer", ["officer"], Groups)));
        var request = await asker.AskAsync();
        await node.CarryAsync(request, LetterKinds.Submission);
        await asked.Requests.StateAsync(request, "delivered");
        var id = await asked.PrepareAsync(new { title = Secret, request });
        await asked.AddAsync(id, PackageClient.Plain(2), "ab");
        return (request, id);
    }

    private static string[] Words(params string[] words) => words;

    private static async Task<string> LookAsync(RequestClient client) =>
        string.Join(
            '\n',
            await client.Http.GetStringAsync("/api/packages"),
            await client.Http.GetStringAsync("/api/packages?q=silent"),
            await client.Http.GetStringAsync("/api/packages?state=prepared"),
            await client.Http.GetStringAsync("/api/packages?partner=XA-SMA&side=sender")
        );
}
