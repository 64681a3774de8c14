using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Measures;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>Who may not know of an action learns nothing of it: not by any route, list, count, search or edit.</summary>
public sealed partial class VisibilityTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] EveryRole =
    [
        Roles.Officer,
        Roles.DataSteward,
        Roles.Approver,
        Roles.Counsel,
        Roles.System,
    ];
    private static readonly string[] AuditorToo = [.. EveryRole, Roles.Auditor];
    private static readonly string[] Roots = ["/api/actions", "/api/measures", "/api/outcomes", "/api/deconfliction"];
    private static readonly string[] Groups = ["digital-assets"];

    // Of each test its own: actions of the others may have been proposed and carried meanwhile.
    private readonly string _secret = $"Silent Harbour {Guid.CreateVersion7():N}";

    [Fact]
    public async Task Another_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(
            node.As("MSB-KNA", "stranger", AuditorToo, Groups),
            await DraftedAsync(),
            "/disputes/",
            "/measures/"
        );

    [Fact]
    public async Task Another_authority_finds_nothing_of_what_went_out() =>
        await NothingIsLearntAsync(node.As("MSB-KNA", "stranger", AuditorToo, Groups), await ReleasedAsync());

    [Fact]
    public async Task A_participant_of_whom_the_plan_is_not_yet_known_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(
            node.As("MSA-FMA", "partner", AuditorToo, Groups),
            await DraftedAsync(),
            "/disputes/",
            "/measures/"
        );

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_on_any_route() =>
        await NothingIsLearntAsync(
            node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]),
            await DraftedAsync(),
            "/disputes/",
            "/measures/"
        );

    [Fact]
    public async Task Another_group_of_the_same_authority_finds_nothing_of_what_went_out() =>
        await NothingIsLearntAsync(node.As("XA-SMA", "colleague", EveryRole, ["market-abuse"]), await ReleasedAsync());

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

    [Fact]
    public async Task Two_readers_differ_in_nothing_but_what_they_may_know_of_what_went_out()
    {
        await node.TeachAsync();
        using var insider = node.As("XA-SMA", "insider", EveryRole, Groups);
        using var another = node.As("XA-SMA", "another", EveryRole, Groups);
        using var colleague = node.As("XA-SMA", "colleague", EveryRole, ["others"]);
        var before = await Everything().OfAsync(colleague, [Guid.CreateVersion7()]);
        Guid[] hidden = [await ReleasedAsync()];
        Readings.AreSame(before, await Everything().OfAsync(colleague, hidden));

        // A look at the clock may come between: what is compared is what stood still meanwhile.
        var (told, between) = (
            await Everything().OfAsync(insider, hidden),
            await Everything().OfAsync(another, hidden)
        );
        await Eventually.HoldsAsync(
            async () =>
            {
                var last = await Everything().OfAsync(insider, hidden);
                var stood = Readings.Differing(told, last).Count == 0;
                (told, between) = stood ? (told, between) : (last, await Everything().OfAsync(another, hidden));
                return stood;
            },
            "the file to stand still"
        );
        Readings.AreSame(told, between);
        var differing = Readings.Differing(before, told);
        foreach (
            var path in (string[])
                [
                    "/api/actions",
                    "/api/actions/{id:guid}",
                    "/api/actions/{id:guid}/timeline",
                    "/api/actions/{id:guid}/board",
                    "/api/actions/{id:guid}/outcomes",
                    "/api/measures",
                    "/api/outcomes",
                ]
        )
        {
            Assert.Contains(differing, k => k.StartsWith($"GET {path}?", StringComparison.Ordinal));
        }

        var sheet = told["GET /api/actions/{id:guid}? #0"];
        Assert.Contains("\"state\":\"released\"", sheet, StringComparison.Ordinal);
        Assert.Contains("Statement of the harbour", sheet, StringComparison.Ordinal);
        Assert.Contains("Too wide a harbour", sheet, StringComparison.Ordinal);
    }

    private Readings Everything() =>
        new()
        {
            Routes = node.RoutesOf(Roots),
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

    private async Task NothingIsLearntAsync(HttpClient stranger, Guid id, params string[] without)
    {
        using var owner = node.As("XA-SMA", "xa-all", AuditorToo, Groups);
        using var http = stranger;
        var isolation = new TenantIsolation
        {
            // What is about a measure that went out, or about a dispute, needs one.
            Routes =
            [
                .. node.RoutesOf(Roots)
                    .Where(r => !without.Any(w => r.RoutePattern.RawText!.Contains(w, StringComparison.Ordinal))),
            ],
            Owner = owner,
            Stranger = http,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id.ToString(),
                ["measure"] = "m1",
                ["number"] = "1",
                ["n"] = "1",
            },
            Secrets = [_secret, id.ToString()],
            Bodies = Bodies(),
        };

        Assert.True((await isolation.HoldsAsync()).Count >= (without.Length > 0 ? 20 : 27));
    }

    private async Task<Guid> DraftedAsync()
    {
        await node.TeachAsync();
        using var lead = new ActionSide(node, "XA-SMA");
        return await lead.DraftAsync(Plans.Of(node.Clock.GetUtcNow(), _secret));
    }

    /// <summary>A measure that went out and has an outcome and something to follow up; a statement agreed to; a dispute.</summary>
    private async Task<Guid> ReleasedAsync()
    {
        await node.TeachAsync();
        using var lead = new ActionSide(node, "XA-SMA");
        var now = node.Clock.GetUtcNow();
        var id = await lead.ProposeAsync(
            Plans.Of(now, _secret) with
            {
                Instrument = "test-mou",
                Matter = new("manipulation", "derivatives", "yes"),
                Participants = ["XA-SMA"],
                Measures = [Plans.Measure("m1", "XA-SMA")],
                // Not far ahead: the clock that is moved is the one by which the readers' tokens end.
                Schedule = new(
                    Plans.Instant(now.AddMinutes(1)),
                    Plans.Instant(now.AddMinutes(2)),
                    Plans.Instant(now.AddMinutes(4)),
                    600
                ),
                Statement = new("Statement of the harbour.", Plans.Instant(now.AddMinutes(60)), "by-all"),
            }
        );
        await lead.GetReadyAsync(id);
        await ActionSide.DoAsync(lead.Approver, id, "statement/agreement", new { agree = true });
        await ActionSide.DoAsync(lead.Counsel, id, "disputes", new { about = "plan", reason = "Too wide a harbour." });
        node.Clock.Advance(TimeSpan.FromMinutes(4));
        await lead.StateAsync(id, "released");
        await ActionSide.DoAsync(lead.Officer, id, "measures/m1/outcome", new { state = "executed" });
        var followUp = new { text = "Is the harbour shut?", due = "2099-01-05" };
        await ActionSide.DoAsync(lead.Officer, id, "measures/m1/follow-ups", followUp);
        return id;
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
        Post("disputes/{n:int}/result", new { result = "settled", statement = "Settled." });
        Post("disputes/{n:int}/following", new { follows = true });
        Post("measures/{measure}/outcome", new { state = "executed" });
        Post("measures/{measure}/extension", new ExtendMeasure.Body("8/26", "District court", "2026-03-03", 400));
        Post("measures/{measure}/lifting", new { reason = "No." });
        Post("measures/{measure}/follow-ups", new { text = "Look.", due = "2099-01-06" });
        Post("measures/{measure}/follow-ups/{number:int}/done", new { note = "Done." });
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
