using System.Net;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>
/// Two readers of one authority get answers that differ in nothing but what they may know: whatever can be read is compared byte
/// for byte, also with the answers before there was anything to hide.
/// </summary>
public sealed class TwoReadersTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private static readonly Guid Exhibit = Guid.CreateVersion7();
    private static readonly string[] EveryRole =
    [
        Roles.Officer,
        Roles.DataSteward,
        Roles.Approver,
        Roles.Counsel,
        Roles.System,
    ];

    [Fact]
    public async Task Whoever_may_not_know_of_a_case_is_told_what_was_told_without_it_and_whoever_may_the_same()
    {
        await node.RegisterAsync();
        using var insider = node.As("XA-SMA", "insider", EveryRole, ["digital-assets"]);
        using var another = node.As("XA-SMA", "another", EveryRole, ["digital-assets"]);
        using var colleague = node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]);
        await new CaseClient(colleague).OpenAsync("Seen by the colleague");
        var before = await Everything().OfAsync(colleague, [Guid.CreateVersion7()]);
        Guid[] hidden = [await HideAsync(new CaseClient(insider))];
        Readings.AreSame(before, await Everything().OfAsync(colleague, hidden));

        // News of letters may come between: what is compared is what stood still meanwhile.
        var (first, between) = (
            await Everything().OfAsync(insider, hidden),
            await Everything().OfAsync(another, hidden)
        );
        await Eventually.HoldsAsync(
            async () =>
            {
                var last = await Everything().OfAsync(insider, hidden);
                var stood = Readings.Differing(first, last).Count == 0;
                (first, between) = stood ? (first, between) : (last, await Everything().OfAsync(another, hidden));
                return stood;
            },
            "the file to stand still"
        );
        Readings.AreSame(first, between);
        foreach (var path in (string[])["", "/{id:guid}", "/{id:guid}/timeline", "/{id:guid}/plan", "/waiting"])
        {
            Assert.Contains(
                Readings.Differing(before, first),
                k => k.StartsWith($"GET /api/cases{path}?", StringComparison.Ordinal)
            );
        }
    }

    private Readings Everything() =>
        new()
        {
            Routes = [.. node.Routes.Where(r => r.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))],
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["exhibitId"] = Exhibit.ToString() },
            Queries = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["GET /api/cases"] = ["q=silent", "stage=open", "partner=XB-DAC", "size=1"],
            },
        };

    /// <summary>A filed case with a stored exhibit.</summary>
    private async Task<Guid> HideAsync(CaseClient officer)
    {
        var id = await officer.PrepareAsync("Silent Harbour Exchange");
        await officer.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing("XB-DAC"));
        await node.DispatchedAsync(id, LetterKinds.Invitation);
        await officer.DoAsync($"/api/cases/{id}/exhibits", ExhibitTests.Hello(Exhibit));
        using var stored = await officer.Http.PutAsync(
            $"/api/cases/{id}/exhibits/{Exhibit}/content",
            new ByteArrayContent("hello"u8.ToArray())
        );
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        return id;
    }
}
