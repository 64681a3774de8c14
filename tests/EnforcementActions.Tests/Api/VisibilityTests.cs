using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>Who may not know of an action learns nothing of it: not by any route, list, count, search or edit.</summary>
public sealed partial class VisibilityTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private const string Secret = "Silent Harbour";
    private static readonly string[] EveryRole =
    [
        Roles.Officer,
        Roles.DataSteward,
        Roles.Approver,
        Roles.Counsel,
        Roles.System,
    ];
    private static readonly string[] AuditorToo = [.. EveryRole, Roles.Auditor];
    private static readonly string[] Groups = ["digital-assets"];

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("MSB-KNA", "stranger", AuditorToo, Groups));

    [Fact]
    public async Task A_participant_of_whom_the_plan_is_not_yet_known_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("MSA-FMA", "partner", AuditorToo, Groups));

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]));

    [Fact]
    public async Task Two_readers_differ_in_nothing_but_what_they_may_know()
    {
        await node.TeachAsync();
        using var insider = node.As("XA-SMA", "insider", EveryRole, Groups);
        using var another = node.As("XA-SMA", "another", EveryRole, Groups);
        using var colleague = node.As("XA-SMA", "colleague", EveryRole, ["others"]);
        var before = await Everything().OfAsync(colleague, [Guid.CreateVersion7()]);
        Guid[] hidden = [await DraftedAsync()];
        Readings.AreSame(before, await Everything().OfAsync(colleague, hidden));

        // Otherwise nothing would have been hidden. A draft stands still: no letter and no clock changes it.
        var told = await Everything().OfAsync(insider, hidden);
        var differing = Readings.Differing(before, told);
        foreach (
            var path in (string[])
                [
                    "/api/actions",
                    "/api/actions/waiting",
                    "/api/actions/{id:guid}",
                    "/api/actions/{id:guid}/timeline",
                    "/api/actions/{id:guid}/board",
                ]
        )
        {
            Assert.Contains(differing, k => k.StartsWith($"GET {path}?", StringComparison.Ordinal));
        }

        Readings.AreSame(told, await Everything().OfAsync(another, hidden));
    }

    private Readings Everything() =>
        new()
        {
            Routes = node.RoutesOf("/api/actions", "/api/measures", "/api/outcomes"),
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["measure"] = "m1", ["number"] = "1" },
            Queries = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["GET /api/actions"] =
                [
                    "q=silent",
                    "state=draft",
                    "lead=XA-SMA",
                    $"case={EnforcementFixture.CaseId}",
                    "size=1",
                ],
            },
            Blank = Passing(),
        };

    private async Task NothingIsLearntAsync(HttpClient stranger)
    {
        await node.TeachAsync();
        var id = await DraftedAsync();
        using var owner = node.As("XA-SMA", "xa-all", AuditorToo, Groups);
        using var http = stranger;
        var isolation = new TenantIsolation
        {
            // What is about a measure is tested where measures are: a draft has none that went out.
            Routes =
            [
                .. node.RoutesOf("/api/actions")
                    .Where(r => !r.RoutePattern.RawText!.Contains("/measures/", StringComparison.Ordinal))
                    .Where(r => !r.RoutePattern.RawText!.Contains("/disputes/", StringComparison.Ordinal))
                    .Where(r => !r.RoutePattern.RawText!.EndsWith("/board/events", StringComparison.Ordinal)),
            ],
            Owner = owner,
            Stranger = http,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() },
            Secrets = [Secret, id.ToString()],
            Bodies = Bodies(),
        };

        Assert.True((await isolation.HoldsAsync()).Count >= 19);
    }

    private async Task<Guid> DraftedAsync()
    {
        await node.TeachAsync();
        using var lead = new ActionSide(node, "XA-SMA");
        return await lead.DraftAsync(Plans.Of(node.Clock.GetUtcNow(), Secret));
    }

    private Dictionary<string, Func<HttpContent>> Bodies()
    {
        var bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal);
        var plan = new RevisePlan.Body(Plans.Of(node.Clock.GetUtcNow()) with { Participants = Everybody });
        bodies["PUT /api/actions/{id:guid}/plan"] = () => JsonContent.Create(plan);
        Post("titles", Plans.Title("m1"));
        Post("decline", new { ground = "security", reason = "No." });
        Post("hold", new { reason = "Wait." });
        Post("abort", new { reason = "No." });
        Post("withhold", new { reason = "No." });
        Post("conclusion", new { summary = "Done." });
        Post("deconfliction", new { authorities = Known });
        Post("statement/agreement", new { agree = true });
        Post("statement/publication", new { publish = true });
        Post("disputes", new { about = "plan", reason = "No." });
        return bodies;

        void Post(string act, object body) =>
            bodies[$"POST /api/actions/{{id:guid}}/{act}"] = () => JsonContent.Create(body);
    }

    private static readonly string[] Known = ["MSB-KNA"];

    // A plan is read as the caller's own: without the lead's name among them its measure would be refused before the action is looked up.
    private static readonly string[] Everybody = ["MSA-FMA", "XA-SMA", "XB-DAC"];

    // Where a page ends is written anew each time; the time of day differs from answer to answer.
    [GeneratedRegex(
        "\"next\":\"[A-Za-z0-9_-]+\"|\"serverTime\":\"[^\"]*\"|\"serverClock\":\\{[^}]*\\}|: alive\nid: \\S+",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Passing();
}
