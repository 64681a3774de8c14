using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>Input that is not right, repeats, edits that cross, lists, and what the law says before anything is sent.</summary>
public sealed class CommandTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>, IDisposable
{
    private readonly ActionSide _lead = new(node, "XA-SMA");

    [Fact]
    public async Task Everything_wrong_with_a_plan_is_said_at_once()
    {
        await node.TeachAsync();
        var now = node.Clock.GetUtcNow();
        var plan = Plans.Of(now, "") with
        {
            Matter = new("murder", "tulips"),
            Kind = "narrow",
            AlertOn = "2026-02-30",
            Assistance = ["poetry"],
            Fields = ["poem"],
            Targets =
            [
                new("T1", "ghost", "X", [new("lei", "529900T8BM49AURSDO56")]),
                new("t2", "entity", "Y"),
                new("t2", "entity", ""),
            ],
            Measures =
            [
                new("m1", "MSB-KNA", "scold", ["t9"], ""),
                new("m2", "MSA-FMA", "fine", ["t2"], "decision", Offsets: [new("MSA-FMA", "m2", "1")]),
                new("m3", "XB-DAC", "freeze", ["t2"], "order", Fine: new("-1", "EURO")),
                new("m4", "XA-SMA", "fine", ["t2"], "decision", null, new("10", "EUR"), [new("XB-DAC", "m5", "21")]),
                new("m5", "XB-DAC", "fine", ["t2"], "decision", null, new("20", "USD")),
            ],
            Participants = ["MSA-FMA", "XB-DAC", "ZZ-NONE"],
            Rule = new("quorum", 9, ["MSB-KNA"]),
            Schedule = new("soon", Plans.Instant(now.AddMinutes(20)), Plans.Instant(now.AddMinutes(20.5)), 90_000),
            Statement = new("", Plans.Instant(now.AddMinutes(10)), "by-chance"),
            Tlp = "TLP:BLACK",
        };
        using var answer = await ActionSide.PostAsync(_lead.Officer, "/api/actions", new DraftAction.Body(null, plan));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [
                ("caseId", "required"),
                ("plan.alertOn", "not-a-date"),
                ("plan.assistance[0]", "not-in-list"),
                ("plan.fields[0]", "not-in-list"),
                ("plan.kind", "not-in-list"),
                ("plan.matter.code", "not-in-list"),
                ("plan.matter.over", "not-in-list"),
                ("plan.measures[0].authority", "not-a-participant"),
                ("plan.measures[0].kind", "not-in-list"),
                ("plan.measures[0].targets[0]", "target-unknown"),
                ("plan.measures[0].titleNeeded", "required"),
                ("plan.measures[1].fine", "required"),
                ("plan.measures[1].offsets[0].measure", "fine-unknown"),
                ("plan.measures[2].fine", "not-a-fine"),
                ("plan.measures[2].fine.amount", "not-an-amount"),
                ("plan.measures[2].fine.currency", "wrong-length"),
                ("plan.measures[3].offsets[0].measure", "currency-differs"),
                ("plan.measures[3].offsets[0].upTo", "more-than-the-fine"),
                ("plan.participants[2]", "authority-unknown"),
                ("plan.rule.essentials[0]", "not-a-participant"),
                ("plan.rule.quorum", "out-of-range"),
                ("plan.schedule.readyBy", "not-an-instant"),
                ("plan.schedule.releaseAt", "too-close-to-cut-off"),
                ("plan.schedule.window", "out-of-range"),
                ("plan.statement.embargoUntil", "before-release"),
                ("plan.statement.mode", "not-in-list"),
                ("plan.statement.text", "required"),
                ("plan.targets[0].id", "not-a-name"),
                ("plan.targets[0].identifiers[0].value", "check-digits-wrong"),
                ("plan.targets[0].kind", "not-in-list"),
                ("plan.targets[2].id", "twice"),
                ("plan.targets[2].name", "required"),
                ("plan.title", "required"),
                ("plan.tlp", "not-in-list"),
            ],
            (await ActionSide.ErrorsAsync(answer)).Order()
        );
    }

    [Theory]
    [InlineData("2026-03-02T12:00:00")]
    [InlineData("2026-03-02")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("tomorrow")]
    public async Task An_instant_without_its_offset_is_none(string given)
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow());
        plan = plan with { Schedule = plan.Schedule! with { ReleaseAt = given } };
        using var answer = await ActionSide.PostAsync(
            _lead.Officer,
            "/api/actions",
            new DraftAction.Body(EnforcementFixture.CaseId, plan)
        );
        Assert.Equal([("plan.schedule.releaseAt", "not-an-instant")], await ActionSide.ErrorsAsync(answer));
    }

    [Fact]
    public async Task The_instants_come_in_their_order_and_in_time_to_come()
    {
        await node.TeachAsync();
        var now = node.Clock.GetUtcNow();
        var plan = Plans.Of(now) with
        {
            Schedule = new(
                Plans.Instant(now.AddMinutes(-1)),
                Plans.Instant(now.AddMinutes(-2)),
                Plans.Instant(now.AddYears(11))
            ),
        };
        using var answer = await ActionSide.PostAsync(
            _lead.Officer,
            "/api/actions",
            new DraftAction.Body(EnforcementFixture.CaseId, plan)
        );
        Assert.Equal(
            [
                ("plan.schedule.cutOff", "before-ready-by"),
                ("plan.schedule.readyBy", "in-the-past"),
                ("plan.schedule.releaseAt", "too-far"),
            ],
            (await ActionSide.ErrorsAsync(answer)).Order()
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"plan":[]}""")]
    [InlineData("""{"caseId":"019cad00-0000-7000-8000-000000000001","colour":"red"}""")]
    public async Task A_body_that_is_no_draft_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/actions");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _lead.Officer.SendAsync(request);
        Assert.Equal("body-malformed", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task Acts_say_what_is_missing_at_its_field()
    {
        await node.TeachAsync();
        var id = await _lead.ProposeAsync(Plans.Of(node.Clock.GetUtcNow()));
        await WrongAsync(_lead.Officer, id, "hold", new { reason = " " }, ("reason", "required"));
        await WrongAsync(_lead.Approver, id, "abort", new { }, ("reason", "required"));
        await WrongAsync(_lead.Counsel, id, "withhold", new { reason = new string('x', 4001) }, ("reason", "too-long"));
        await WrongAsync(_lead.Officer, id, "conclusion", new { }, ("summary", "required"));
        await WrongAsync(
            _lead.Counsel,
            id,
            "decline",
            new { ground = "boredom", facts = new Dictionary<string, string> { ["security"] = "maybe" } },
            ("facts.security", "not-in-list"),
            ("ground", "not-in-list"),
            ("reason", "required")
        );
        await WrongAsync(
            _lead.Officer,
            id,
            "titles",
            new
            {
                measure = "m1",
                issuedOn = "yesterday",
                maximumDays = 0,
            },
            ("issuedBy", "required"),
            ("issuedOn", "not-a-date"),
            ("maximumDays", "out-of-range"),
            ("number", "required")
        );
    }

    [Fact]
    public async Task A_draft_is_for_its_group_and_a_repeated_one_is_the_same()
    {
        await node.TeachAsync();
        var body = new DraftAction.Body(EnforcementFixture.CaseId, Plans.Of(node.Clock.GetUtcNow()));
        var key = Guid.CreateVersion7().ToString();
        using var first = await ActionSide.PostAsync(_lead.Officer, "/api/actions", body, key);
        using var second = await ActionSide.PostAsync(_lead.Officer, "/api/actions", body, key);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        using var excluded = await ActionSide.PostAsync(
            _lead.Officer,
            "/api/actions",
            body with
            {
                Groups = ["others"],
            }
        );
        Assert.Equal([("groups", "opener-excluded")], await ActionSide.ErrorsAsync(excluded));
        using var approver = await ActionSide.PostAsync(_lead.Approver, "/api/actions", body);
        Assert.Equal("role-missing", await Answers.CodeAsync(approver));
    }

    [Fact]
    public async Task An_edit_needs_what_was_seen()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow(), "Better");
        var id = await _lead.DraftAsync(Plans.Of(node.Clock.GetUtcNow()));
        using var shown = await _lead.Officer.GetAsync($"/api/actions/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/actions/{id}/plan");
        request.Content = JsonContent.Create(new RevisePlan.Body(plan));
        using var blind = await _lead.Officer.SendAsync(request);
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        using var good = await _lead.ReviseAsync(id, plan);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        using var late = await _lead.ReviseAsync(id, plan, shown.Headers.ETag!.Tag);
        Assert.Equal("version-changed", await Answers.CodeAsync(late));
        var sheet = await _lead.FindAsync(id);
        Assert.Equal(("Better", 1), (sheet!.Plan!.Title, sheet.Plan.Version));
    }

    [Fact]
    public async Task A_dry_run_tells_for_each_whether_it_can_be_asked_and_what_the_law_says_of_its_measures()
    {
        await node.TeachAsync();
        var id = await _lead.DraftAsync(Plans.Of(node.Clock.GetUtcNow()));
        using var answer = await ActionSide.PostAsync(_lead.Officer, $"/api/actions/{id}/proposal/dry-run");
        var tried = (await answer.Content.ReadFromJsonAsync<List<TriedProposal>>(ActionSide.Json))!;
        Assert.Equal(["MSA-FMA", "XB-DAC"], tried.Select(t => t.Authority));
        Assert.All(tried, t => Assert.True(t.Allowed));
        Assert.All(tried, t => Assert.Equal("test-pact", t.Instrument));
        var measure = Assert.Single(tried[0].Measures);
        Assert.Equal(("m2", "freeze.assets", true), (measure.Measure, measure.InLaw, measure.Held));
        Assert.Contains("P §4", measure.Citations);
        Assert.Contains("digital-assets", tried[0].Sees, StringComparison.Ordinal);
        Assert.Equal("draft", (await _lead.FindAsync(id))!.State);
    }

    [Fact]
    public async Task A_dry_run_tells_what_is_missing_under_another_instrument()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow()) with
        {
            Instrument = "test-mou",
            Matter = new("manipulation", "derivatives", "yes"),
            Fields = [],
        };
        var id = await _lead.DraftAsync(plan);
        using var answer = await ActionSide.PostAsync(_lead.Officer, $"/api/actions/{id}/proposal/dry-run");
        var tried = (await answer.Content.ReadFromJsonAsync<List<TriedProposal>>(ActionSide.Json))!;
        Assert.All(tried, t => Assert.Equal((false, "content-incomplete"), (t.Allowed, t.StopReason)));
        Assert.Equal(["facts-and-purpose"], tried[0].Supply);
        Assert.Null(tried[0].Measures.Single().Held);
    }

    [Fact]
    public async Task A_list_is_filtered_and_paged()
    {
        await node.TeachAsync();
        await node.InvestigateAsync(Case, "XA-SMA", ["MSA-FMA", "XB-DAC"], "lists");
        using var lists = new ActionSide(node, "XA-SMA", "lists");
        var ids = new List<Guid>();
        foreach (var title in new[] { "First plan", "Second plan", "Third thing" })
        {
            using var answer = await ActionSide.PostAsync(
                lists.Officer,
                "/api/actions",
                new DraftAction.Body(Case, Plans.Of(node.Clock.GetUtcNow(), title))
            );
            ids.Add(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
        }

        await ActionSide.DoAsync(lists.Approver, ids[0], "proposal");
        Assert.Equal([ids[0]], await IdsAsync(lists, "state=proposed"));
        Assert.Equal([ids[1], ids[0]], await IdsAsync(lists, "q=PLAN"));
        Assert.Equal(3, (await IdsAsync(lists, "q=529900T8BM49AURSDO55")).Count);
        Assert.Equal(3, (await IdsAsync(lists, $"lead=XA-SMA&case={Case}")).Count);
        Assert.Empty(await IdsAsync(lists, "lead=MSA-FMA"));
        Assert.Empty(await IdsAsync(lists, $"case={EnforcementFixture.CaseId}"));
        var page = await PageAsync(lists, "size=2");
        var rest = await PageAsync(lists, $"size=2&cursor={page.Next}");
        Assert.Equal([2, 1], new[] { page.Items.Count, rest.Items.Count });
        Assert.Null(rest.Next);
        Assert.Equal(3, page.Items.Concat(rest.Items).Select(l => l.Id).Distinct().Count());
        var waiting = (
            await lists.Officer.GetFromJsonAsync<List<WaitingCount>>("/api/actions/waiting", ActionSide.Json)
        )!;
        Assert.Equal(2, waiting.Single(w => w is { On: "XA-SMA", Awaits: "proposal" }).Count);
        Assert.Equal(1, waiting.Single(w => w is { On: "XB-DAC", Awaits: "readiness" }).Count);
        using var bad = await lists.Officer.GetAsync("/api/actions?state=lost&size=0&cursor=x");
        Assert.Equal(
            ["cursor", "size", "state"],
            (await ActionSide.ErrorsAsync(bad)).Select(e => e.Field).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_auditor_sees_how_far_an_action_is_and_not_what_it_says()
    {
        await node.TeachAsync();
        var id = await _lead.ProposeAsync(Plans.Of(node.Clock.GetUtcNow(), "Silent Harbour"));
        await ActionSide.DoAsync(_lead.Officer, id, "hold", new { reason = "Silent reason." });
        using var auditor = node.As("XA-SMA", "auditor", [Roles.Auditor], []);
        var sheet = (await auditor.GetFromJsonAsync<ActionSheet>($"/api/actions/{id}", ActionSide.Json))!;
        var text =
            await auditor.GetStringAsync($"/api/actions/{id}")
            + await auditor.GetStringAsync($"/api/actions/{id}/timeline")
            + await auditor.GetStringAsync("/api/actions")
            + await auditor.GetStringAsync("/api/actions/waiting");
        Assert.True(sheet.IsOutline);
        Assert.DoesNotContain("Silent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Delta", text, StringComparison.Ordinal);
        Assert.Contains("action-proposed", text, StringComparison.Ordinal);
        var found = await auditor.GetFromJsonAsync<Page<ActionLine>>("/api/actions?q=silent");
        Assert.DoesNotContain(found!.Items, a => a.Id == id);
    }

    [Fact]
    public async Task The_api_is_described()
    {
        using var http = node.Anonymous();
        var described = await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json");
        var operations = described!["paths"]!
            .AsObject()
            .Where(p => p.Key.StartsWith("/api/actions", StringComparison.Ordinal))
            .SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Value)))
            .ToList();
        Assert.Equal(node.RoutesOf("/api/actions").Count, operations.Count);
        Assert.All(operations, o => Assert.False(string.IsNullOrWhiteSpace((string?)o.Value!["summary"]), o.Key));
    }

    public void Dispose() => _lead.Dispose();

    private static Guid Case { get; } = Guid.Parse("019cad00-0000-7000-8000-000000000077");

    private static async Task WrongAsync(
        HttpClient person,
        Guid id,
        string act,
        object body,
        params (string Field, string Code)[] errors
    )
    {
        using var answer = await ActionSide.PostAsync(person, $"/api/actions/{id}/{act}", body);
        Assert.Equal(errors, (await ActionSide.ErrorsAsync(answer)).Order());
    }

    private static async Task<Page<ActionLine>> PageAsync(ActionSide side, string query) =>
        (await side.Officer.GetFromJsonAsync<Page<ActionLine>>($"/api/actions?{query}"))!;

    private static async Task<IReadOnlyList<Guid>> IdsAsync(ActionSide side, string query) =>
        [.. (await PageAsync(side, query)).Items.Select(l => l.Id)];
}
