using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Holdings;
using CaseCoordination.DataSharing.Tests.Packages;
using CaseCoordination.DataSharing.Tests.Webhooks;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>
/// Two readers of one authority get answers that differ in nothing but what they may know: whatever can be read is compared byte
/// for byte, also with the answers before there was anything to hide.
/// </summary>
public sealed partial class TwoReadersTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
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

    [Fact]
    public async Task Who_may_not_know_is_told_what_was_told_when_there_was_nothing_to_know()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var insider = Reader("insider", ItemWorld.Groups);
        using var colleague = Reader("colleague", ["others"]);
        using var other = new PackageClient(new(colleague));
        await other.Requests.DraftAsync();
        await other.AddAsync(await other.PrepareUnaskedAsync(to: "MSA-FMA"), PackageClient.Plain(2), "ab");
        await other.Requests.DoAsync("/api/notices", new { content = Notice("A licence refused") });
        var webhook = await RegisterAsync(insider, receiver);

        Guid[] absent = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()), webhook];
        var before = await Everything().OfAsync(colleague, absent);
        Guid[] hidden = [.. await HideAsync(insider, receiver), webhook];
        Readings.AreSame(before, await Everything().OfAsync(colleague, hidden));

        // Otherwise nothing would have been hidden.
        var differing = Readings.Differing(before, await Everything().OfAsync(insider, hidden));
        foreach (
            var path in (string[])
                [
                    "/api/requests",
                    "/api/requests/{id:guid}",
                    "/api/requests/{id:guid}/timeline",
                    "/api/requests/waiting",
                    "/api/packages",
                    "/api/packages/{id:guid}",
                    "/api/packages/{id:guid}/items/{number:int}/content",
                    "/api/holdings",
                    "/api/holdings/{id:guid}",
                    "/api/consents",
                    "/api/consents/{id:guid}",
                    "/api/trails/{packageId:guid}",
                    "/api/notices",
                    "/api/notices/{id:guid}",
                    "/api/events",
                    "/api/events/stream",
                    "/api/statistics/requests",
                    "/api/webhooks/{id:guid}/attempts",
                ]
        )
        {
            Assert.Contains(differing, k => k.StartsWith($"GET {path}?", StringComparison.Ordinal));
        }

        await RemoveAsync(insider, webhook);
    }

    [Fact]
    public async Task Who_may_know_the_same_is_told_the_same()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var insider = Reader("insider", ItemWorld.Groups);
        using var another = Reader("another", ItemWorld.Groups);
        var webhook = await RegisterAsync(insider, receiver);
        Guid[] ids = [.. await HideAsync(insider, receiver), webhook];

        // News of letters and clocks may come between: what is compared is what stood still meanwhile.
        var (first, between) = (await Everything().OfAsync(insider, ids), await Everything().OfAsync(another, ids));
        await Eventually.HoldsAsync(
            async () =>
            {
                var last = await Everything().OfAsync(insider, ids);
                var stood = Readings.Differing(first, last).Count == 0;
                (first, between) = stood ? (first, between) : (last, await Everything().OfAsync(another, ids));
                return stood;
            },
            "the files to stand still"
        );
        Readings.AreSame(first, between);
        await RemoveAsync(insider, webhook);
    }

    private HttpClient Reader(string subject, string[] groups) => node.As("XA-SMA", subject, EveryRole, groups);

    private Readings Everything() =>
        new()
        {
            Routes = node.RoutesOf("/api/"),
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["number"] = "1",
                ["category"] = "trades",
                ["instrument"] = "iosco-emmou",
            },
            Queries = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["GET /api/requests"] =
                [
                    "q=silent",
                    "state=delivered",
                    "partner=MSA-FMA",
                    "waitsOn=MSA-FMA",
                    "side=asker&size=1",
                    "ask={id}",
                ],
                ["GET /api/packages"] = ["q=silent", "state=prepared", "side=sender&size=1", "request={id}"],
                ["GET /api/holdings"] =
                [
                    "package={id}",
                    "request={id}",
                    "originator=MSA-FMA",
                    "waiting=true",
                    "size=1",
                ],
                ["GET /api/consents"] = ["holding={id}", "side=asked", "waiting=true", "size=1"],
                ["GET /api/notices"] = ["q=silent", "hit=false", "state=offered", "size=1"],
                ["GET /api/events"] = ["limit=1", "limit=500"],
                ["GET /api/events/stream"] = ["after=start"],
                ["GET /api/statistics/requests"] = ["partner=MSA-FMA", "side=asker"],
            },
            Blank = RandomCursor(),
        };

    /// <summary>One of everything that the insiders alone may know: request, package, holding, consent, trail and notice.</summary>
    private async Task<Guid[]> HideAsync(HttpClient insider, Receiver receiver)
    {
        var officer = new PackageClient(new(insider));
        var request = await officer.Requests.AskAsync(RequestClient.Draft(Secret));
        await node.CarryAsync(request, LetterKinds.Submission);
        await officer.Requests.StateAsync(request, "delivered");
        var package = await officer.PrepareUnaskedAsync(Secret, "MSA-FMA");
        await officer.AddAsync(package, PackageClient.Plain(2, "silent.bin"), "cd");
        var notice = (await officer.Requests.DoAsync("/api/notices", new { content = Notice(Secret) })).Id;
        await officer.Requests.DoAsync($"/api/notices/{notice}/offer", new { });
        await node.CarryAsync(notice, NoticeLetterKinds.Offer);
        using var world = await ItemWorld.OpenAsync(node, i => i with { Name = "Silent Harbour.csv" });
        await world.PassOnAsync();
        var consent = await world.Third.DoAsync(
            $"/api/holdings/{world.Onward}/consents",
            new
            {
                kind = "use",
                purpose = "tax",
                reason = "Whispered.",
            }
        );
        await world.ConsentAsync(world.Holder, consent.Id, c => c.WaitsForUs);
        await Eventually.HoldsAsync(
            () => receiver.All.Any(g => g.Type == "request.delivered" && g.Subject == request),
            "a delivery of what is hidden"
        );
        return [request, package, world.Item, consent.Id, world.OnwardPackage, notice];
    }

    private static async Task<Guid> RegisterAsync(HttpClient steward, Receiver receiver)
    {
        using var answer = await new RequestClient(steward).PostAsync(
            "/api/webhooks",
            new { url = receiver.Url, description = "Ours" }
        );
        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    // A receiver that is gone would be tried again while the next test compares.
    private static async Task RemoveAsync(HttpClient steward, Guid webhook)
    {
        using var answer = await steward.DeleteAsync(new Uri($"/api/webhooks/{webhook}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal static object Notice(string title) =>
        new
        {
            kind = "licence-refused",
            title,
            text = "Its owners could not be established.",
            matter = new { code = "manipulation", over = "derivatives" },
            subjects = new[]
            {
                new
                {
                    kind = "entity",
                    name = "Delta Derivatives Exchange",
                    identifiers = new[] { new { scheme = "lei", value = "529900T8BM49AURSDO55" } },
                },
            },
            effective = "2026-03-01",
        };

    // Where a page ends is written anew each time, so that it tells nothing of what was passed over.
    [GeneratedRegex("\"next\":\"[A-Za-z0-9_-]{22}\"|: alive\nid: \\S+", RegexOptions.None, 1000)]
    private static partial Regex RandomCursor();
}
