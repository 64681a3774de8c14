using System.Net;
using System.Net.Http.Json;
using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>What became of measures, as people record it, letters carry it and registers show it.</summary>
public sealed class OutcomeLifeTests(MeasuresFixture node) : IClassFixture<MeasuresFixture>, IDisposable
{
    private readonly ActionSide _lead = new(node, "XA-SMA");
    private readonly ActionSide _second = new(node, "MSA-FMA");
    private readonly ActionSide _third = new(node, "XB-DAC");

    [Fact]
    public async Task An_outcome_reaches_the_lead_and_by_the_board_everybody()
    {
        var id = await ReleasedAsync();
        await ConfirmAsync(_second, id, "m2", new { state = "executed", number = "MSA/B/2" });
        var row = (await RegisterAsync(_third, id, r => RowOf(r, "m2").State == "executed")).Measures;
        Assert.Equal("MSA/B/2", row.Single(m => m.Measure == "m2").Number);
        Assert.Equal("under-way", row.Single(m => m.Measure == "m1").State);

        await ConfirmAsync(_second, id, "m2", new { state = "failed", reason = "Annulled." });
        await RegisterAsync(_lead, id, r => RowOf(r, "m2").State == "failed");
        var told = await Eventually.GetAsync(
            () => Task.FromResult(node.Bus.Heard<MeasureExecuted>().Where(m => m.ActionId == id).ToList()),
            m => m.Count > 0,
            "the measure to be made known"
        );
        Assert.Equal(("MSA-FMA", "m2", "fine"), (told[0].Authority, told[0].Measure, told[0].Kind));
        Assert.Single(told);
        var timeline = await _second.TimelineAsync(id);
        Assert.Equal(2, timeline.Count(e => e.What == "outcome-recorded"));
    }

    [Fact]
    public async Task Fines_that_count_on_each_other_are_shown_with_what_is_payable()
    {
        var id = await ReleasedAsync();
        var register = await RegisterAsync(_lead, id, _ => true);
        Assert.Equal([50m, 50m], register.Payable.Select(p => p.Amount));
        Assert.Equal(100m, register.Totals["USD"]);
        Assert.Empty(register.Warnings);
    }

    [Fact]
    public async Task Fines_that_do_not_count_on_each_other_are_noted_while_the_plan_is_drafted()
    {
        await node.TeachAsync();
        var plan = PlanAt(node.Clock.GetUtcNow());
        var id = await _lead.DraftAsync(
            plan with
            {
                Measures = [.. plan.Measures!.Select(m => m! with { Offsets = null })],
            }
        );
        var warning = Assert.Single((await _lead.FindAsync(id))!.Warnings);
        Assert.Equal(["XA-SMA", "MSA-FMA"], warning.Measures.Select(m => m.Authority));
    }

    [Fact]
    public async Task Own_measures_are_listed_by_what_is_due_next_and_the_register_by_what_it_is_asked_for()
    {
        var id = await ReleasedAsync();
        await ConfirmAsync(_third, id, "m3", new { state = "executed" });
        await ActionSide.DoAsync(
            _third.Officer,
            id,
            "measures/m3/follow-ups",
            new { text = "Ask the venue.", due = DayIn(3) }
        );
        var own = await ListAsync<MeasureLine>(_third, "/api/measures?size=200");
        var line = own.Single(m => m.ActionId == id);
        Assert.Equal(("m3", "executed"), (line.Measure, line.State));
        Assert.Equal(line.FollowUps.Single().DueAt, line.DueAt);
        Assert.Equal(
            own.Select(m => m.DueAt ?? DateTimeOffset.MaxValue).Order(),
            own.Select(m => m.DueAt ?? DateTimeOffset.MaxValue)
        );
        await ActionSide.DoAsync(_third.Officer, id, "measures/m3/follow-ups/1/done", new { note = "Done." });

        var lei = await ListAsync<OutcomeRow>(
            _third,
            "/api/outcomes?scheme=lei&value=529900T8BM49AURSDO55&kind=freeze&state=executed&authority=XB-DAC&size=200"
        );
        Assert.Contains(lei, r => r.ActionId == id);
        Assert.All(lei, r => Assert.Equal(("freeze", "XB-DAC", "executed"), (r.Kind, r.Authority, r.State)));
        Assert.Empty(
            await ListAsync<OutcomeRow>(_third, "/api/outcomes?scheme=lei&value=5493001KJTIIGC8Y1R12&size=200")
        );
    }

    [Fact]
    public async Task The_register_is_read_page_by_page_without_gap_or_double()
    {
        await ReleasedAsync();
        var all = await ListAsync<OutcomeRow>(_lead, "/api/outcomes?size=200");
        List<OutcomeRow> paged = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await _lead.Officer.GetFromJsonAsync<Page<OutcomeRow>>(
                $"/api/outcomes?size=2&cursor={cursor}",
                ActionSide.Json
            );
            paged.AddRange(page!.Items);
            cursor = page.Next;
        }

        Assert.Equal(all.Select(r => (r.ActionId, r.Measure)), paged.Select(r => (r.ActionId, r.Measure)));
        Assert.True(all.Count >= 3);
    }

    [Fact]
    public async Task Who_may_not_know_the_action_knows_nothing_of_its_measures()
    {
        var id = await ReleasedAsync();
        using var stranger = node.As("XA-SMA", "xa-stranger", [Roles.Officer], ["insurance"]);
        using var auditor = node.As("XA-SMA", "xa-auditor", [Roles.Auditor], []);
        foreach (var reader in (HttpClient[])[stranger, auditor])
        {
            using var shown = await reader.GetAsync($"/api/actions/{id}/outcomes");
            Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
            Assert.Empty((await reader.GetFromJsonAsync<Page<OutcomeRow>>("/api/outcomes", ActionSide.Json))!.Items);
            Assert.Empty((await reader.GetFromJsonAsync<Page<MeasureLine>>("/api/measures", ActionSide.Json))!.Items);
        }

        foreach (var act in (string[])["outcome", "extension", "lifting", "follow-ups", "follow-ups/1/done"])
        {
            using var all = node.As("XA-SMA", "xa-stranger", [Roles.Officer, Roles.Approver], ["insurance"]);
            using var answer = await ActionSide.PostAsync(all, $"/api/actions/{id}/measures/m1/{act}", Valid(act));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Whatever_is_wrong_is_told_at_its_field()
    {
        var id = Guid.CreateVersion7();
        await WrongAsync(
            id,
            "outcome",
            new
            {
                state = "done",
                amountFrozen = new { amount = "-1", currency = "EUR" },
                fine = new { amount = "1.23456", currency = "EURO" },
            },
            "state",
            "reason",
            "amountFrozen.amount",
            "fine.amount",
            "fine.currency"
        );
        await WrongAsync(id, "outcome", new { state = "failed" }, "reason");
        await WrongAsync(
            id,
            "extension",
            new { number = "", issuedOn = "2026-02-30" },
            "number",
            "issuedBy",
            "issuedOn",
            "until"
        );
        await WrongAsync(id, "lifting", new { }, "reason");
        await WrongAsync(id, "follow-ups", new { text = " ", due = "soon" }, "text", "due");
        foreach (
            var path in (string[])
                ["outcomes?kind=x", "outcomes?state=x", "outcomes?scheme=lei", "measures?state=x", "measures?size=0"]
        )
        {
            using var answer = await _lead.Officer.GetAsync($"/api/{path}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_title_names_a_connection_that_the_authority_has()
    {
        var id = Guid.CreateVersion7();
        var title = Plans.Title("m1") with { Connector = "venue" };
        using var known = await ActionSide.PostAsync(_lead.Officer, $"/api/actions/{id}/titles", title);
        Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
        using var unknown = await ActionSide.PostAsync(_second.Officer, $"/api/actions/{id}/titles", title);
        Assert.Equal([("connector", "connector-unknown")], await ActionSide.ErrorsAsync(unknown));
    }

    public void Dispose()
    {
        _lead.Dispose();
        _second.Dispose();
        _third.Dispose();
    }

    private async Task<Guid> ReleasedAsync()
    {
        await node.TeachAsync();
        var id = await _lead.ProposeAsync(PlanAt(node.Clock.GetUtcNow()));
        ActionSide[] all = [_lead, _second, _third];
        foreach (var side in all)
        {
            await side.GetReadyAsync(id);
        }

        foreach (var side in all)
        {
            await side.StateAsync(id, "armed");
        }

        node.Clock.Advance(TimeSpan.FromMinutes(31));
        foreach (var side in all)
        {
            await side.WaitAsync(id, s => s.Stands.All(x => x.Release is not null), "everybody's release");
        }

        return id;
    }

    // Two fines that count on each other, and a freeze.
    private static PlanBody PlanAt(DateTimeOffset now) =>
        Plans.Of(now) with
        {
            Measures =
            [
                Plans.Measure("m1", "XA-SMA", "fine") with
                {
                    Fine = new("100", "USD"),
                    Offsets = [new("MSA-FMA", "m2", "50")],
                },
                Plans.Measure("m2", "MSA-FMA", "fine") with
                {
                    Fine = new("100", "USD"),
                    Offsets = [new("XA-SMA", "m1", "50")],
                },
                Plans.Measure("m3", "XB-DAC"),
            ],
        };

    private async Task<OutcomeRegister> RegisterAsync(ActionSide side, Guid id, Func<OutcomeRegister, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await node.CarryAsync();
                    return await side.Officer.GetFromJsonAsync<OutcomeRegister>(
                        $"/api/actions/{id}/outcomes",
                        ActionSide.Json
                    );
                },
                register => register is not null && holds(register),
                $"the register at {side.Authority}"
            )
        )!;

    private static OutcomeRow RowOf(OutcomeRegister register, string measure) =>
        register.Measures.Single(m => m.Measure == measure);

    private static Task<CommandResult> ConfirmAsync(ActionSide side, Guid id, string measure, object body) =>
        ActionSide.DoAsync(side.Officer, id, $"measures/{measure}/outcome", body);

    private static async Task<IReadOnlyList<T>> ListAsync<T>(ActionSide side, string path) =>
        (await side.Officer.GetFromJsonAsync<Page<T>>(path, ActionSide.Json))!.Items;

    private async Task WrongAsync(Guid id, string act, object body, params string[] fields)
    {
        using var all = node.As("XA-SMA", "xa-both", [Roles.Officer, Roles.Approver], ["digital-assets"]);
        using var answer = await ActionSide.PostAsync(all, $"/api/actions/{id}/measures/m1/{act}", body);
        Assert.Equal(fields, (await ActionSide.ErrorsAsync(answer)).Select(e => e.Field));
    }

    private string DayIn(int days) =>
        node.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private object Valid(string act) =>
        act switch
        {
            "outcome" => new { state = "executed" },
            "extension" => new
            {
                number = "n",
                issuedBy = "c",
                issuedOn = "2026-03-01",
                maximumDays = 10,
            },
            "lifting" => new { reason = "r" },
            "follow-ups/1/done" => new { note = "n" },
            _ => new { text = "t", due = DayIn(3) },
        };
}
