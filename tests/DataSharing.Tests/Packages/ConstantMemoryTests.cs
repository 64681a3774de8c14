using System.Net;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Tests.Api;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>What is allocated is counted for the whole process, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Large contents cost no more memory than small ones.</summary>
[Collection(nameof(Alone))]
public sealed class ConstantMemoryTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] Ids = ["id"];
    private static readonly string[] Recipients = ["XA-SMA"];
    private static readonly string[] Preparer = ["officer", "data-steward"];
    private static readonly string[] Approver = ["approver"];
    private static readonly string[] Groups = ["market-abuse"];

    [Fact]
    public async Task Two_hundred_megabytes_go_through_upload_filter_and_fetch_in_constant_memory()
    {
        const long Size = 200_000_000;
        const long Most = 64 * 1024 * 1024;
        await node.TeachAsync();
        using var steward = new PackageClient(new RequestClient(node.As("MSA-FMA", "msa-steward", Preparer, Groups)));
        using var asker = new PackageClient(new RequestClient(node.As("XA-SMA", "xa-officer", Preparer, Groups)));
        var id = await steward.PrepareAsync(
            new
            {
                title = "Large",
                recipients = Recipients,
                occasion = PackageClient.Occasion,
                personalDataReason = "To name the traders.",
            }
        );
        await steward.Requests.DoAsync($"/api/packages/{id}/items", PackageClient.Csv(Size));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using (var stored = await steward.PutAsync(id, 1, new StreamContent(new EndlessCsv(Size))))
        {
            Assert.True(stored.StatusCode == HttpStatusCode.OK, await stored.Content.ReadAsStringAsync());
        }

        var uploaded = GC.GetTotalAllocatedBytes(precise: true);
        await steward.Requests.DoAsync($"/api/packages/{id}/items/1/filter", new { leaveOut = Ids });
        var filtered = GC.GetTotalAllocatedBytes(precise: true);
        using var approver = new PackageClient(new RequestClient(node.As("MSA-FMA", "msa-approver", Approver, Groups)));
        using (var approved = await approver.ApproveAsync(id))
        {
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        }

        await steward.ReleaseAsync(id);
        await node.CarryAsync(id, PackageLetterKinds.Release);
        var sheet = await asker.StateAsync(id, "retrieved");
        var fetched = GC.GetTotalAllocatedBytes(precise: true);
        TestContext.Current.SendDiagnosticMessage(
            $"allocated: upload {uploaded - before}, filter {filtered - uploaded}, fetch {fetched - filtered}"
        );
        Assert.InRange(sheet.Items[0].Size, Size / 2, Size);
        Assert.InRange(uploaded - before, 0, Most);
        Assert.InRange(filtered - uploaded, 0, Most);
        Assert.InRange(fetched - filtered, 0, Most);
    }
}
