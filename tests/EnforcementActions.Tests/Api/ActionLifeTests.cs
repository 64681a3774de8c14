using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>Three authorities, their people, and letters between them: from the draft to T-0, and the ways to stop before.</summary>
public sealed class ActionLifeTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>, IDisposable
{
    private readonly ActionSide _lead = new(node, "XA-SMA");
    private readonly ActionSide _second = new(node, "MSA-FMA");
    private readonly ActionSide _third = new(node, "XB-DAC");

    private ActionSide[] All => [_lead, _second, _third];

    [Fact]
    public async Task All_are_ready_hold_their_order_and_release_at_T_0()
    {
        var id = await ArmedAsync();
        node.Clock.Advance(TimeSpan.FromMinutes(21));
        var dispatched = node.Bus.Heard<DispatchLetter>().Count(l => l.ConversationId == id && IsOrder(l));
        node.Clock.Advance(TimeSpan.FromMinutes(9));
        foreach (var side in All)
        {
            var sheet = await side.StateAsync(id, "released");
            Assert.True(sheet.Release!.At >= sheet.Plan!.Schedule.ReleaseAt);
            Assert.False(sheet.Release.ByHand);
        }

        foreach (var side in All)
        {
            var sheet = await side.WaitAsync(id, s => s.Stands.All(x => x.Release is not null), "everybody's release");
            Assert.All(sheet.Stands, s => Assert.NotNull(s.Release));
            Assert.Single(await side.TimelineAsync(id), e => e.What == "action-released");
        }

        Assert.Equal(dispatched, node.Bus.Heard<DispatchLetter>().Count(l => l.ConversationId == id && IsOrder(l)));
        var summary = new { summary = "Carried out." };
        await ActionSide.RefusedAsync(_third.Officer, "measures-under-way", id, "conclusion", summary);
        await ActionSide.DoAsync(_third.Officer, id, "measures/m3/outcome", new { state = "executed" });
        await ActionSide.DoAsync(_third.Officer, id, "conclusion", summary);
        Assert.Equal("Carried out.", (await _third.StateAsync(id, "concluded")).Concluded);
    }

    [Fact]
    public async Task Who_declines_on_a_permitted_ground_stays_out_and_the_others_are_armed()
    {
        var id = await ProposedAsync();
        await _third.StateAsync(id, "proposed");
        var no = new { ground = "security", reason = "Not now." };
        await ActionSide.RefusedAsync(_third.Counsel, "ground-not-permitted", id, "decline", no);
        var yes = new { ground = "negligible-impact", reason = "Two customers live here." };
        await ActionSide.DoAsync(_third.Counsel, id, "decline", yes);
        await _lead.GetReadyAsync(id);
        await _second.GetReadyAsync(id);

        await _lead.StateAsync(id, "armed");
        var sheet = await _second.WaitAsync(
            id,
            s => s.State == "armed" && ActionSide.StandOf(s, "XB-DAC").Vote is not null,
            "the order and the board"
        );
        var told = ActionSide.StandOf(sheet, "XB-DAC").Vote!;
        Assert.Equal((Readiness.Declined, "negligible-impact", null), (told.Readiness, told.Ground, told.Reason));
        var heard = (await _lead.StandAsync(id, "XB-DAC", s => s.Vote is not null, "the vote")).Vote!;
        Assert.Equal("Two customers live here.", heard.Reason);
        Assert.Contains("P §9", heard.Citations);
        Assert.Equal("proposed", (await _third.FindAsync(id))!.State);
    }

    [Fact]
    public async Task Without_rules_on_acting_together_the_grounds_of_the_basis_decide()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow()) with
        {
            Instrument = "test-mou",
            Matter = new("manipulation", "derivatives", "yes"),
        };
        var id = await _lead.ProposeAsync(plan);
        await _third.StateAsync(id, "proposed");
        var no = new { ground = "negligible-impact", reason = "Small." };
        await ActionSide.RefusedAsync(_third.Counsel, "ground-not-permitted", id, "decline", no);
        var yes = new { ground = "public-or-national-interest", reason = "It would unsettle the market." };
        await ActionSide.DoAsync(_third.Counsel, id, "decline", yes);
        Assert.Contains("T §6", ActionSide.StandOf((await _third.FindAsync(id))!, "XB-DAC").Vote!.Citations);
    }

    [Fact]
    public async Task A_hold_stands_everybody_still_until_it_is_lifted()
    {
        var id = await ArmedAsync();
        await ActionSide.DoAsync(_second.Officer, id, "hold", new { reason = "The court asks for a day." });
        Assert.False((await _second.FindAsync(id))!.WillRelease);
        await _third.StateAsync(id, "standstill");
        var shown = await _lead.StandAsync(id, "XB-DAC", s => s.Receipt?.Effect == OrderEffect.Stopped, "standstill");
        Assert.Equal(Standing.Standstill, shown.Receipt!.Standing);

        await ActionSide.DoAsync(_second.Approver, id, "ready");
        foreach (var side in All)
        {
            Assert.True((await side.StateAsync(id, "armed")).WillRelease);
        }
    }

    [Fact]
    public async Task An_abort_that_everybody_confirms_in_time_stops_everybody()
    {
        var id = await ArmedAsync();
        await ActionSide.DoAsync(_lead.Approver, id, "abort", new { reason = "The assets are gone." });
        foreach (var side in All)
        {
            Assert.False((await side.StateAsync(id, "aborted")).WillRelease);
        }

        await _lead.WaitAsync(id, s => s.Stands.All(x => x.Receipt?.Effect == OrderEffect.Stopped), "receipts");
        node.Clock.Advance(TimeSpan.FromMinutes(31));
        await ActionSide.RefusedAsync(_second.Approver, "action-aborted", id, "release");
        Assert.All(All, side => Assert.Null(side.FindAsync(id).GetAwaiter().GetResult()!.Release));
    }

    [Fact]
    public async Task An_abort_that_comes_too_late_for_one_is_shown_as_what_it_is()
    {
        var id = await ArmedAsync();
        node.IsUnderway = l => l.ConversationId == id && IsOrder(l) && l.Recipient == "XB-DAC";
        await ActionSide.DoAsync(_lead.Approver, id, "abort", new { reason = "The assets are gone." });
        await _lead.StandAsync(id, "MSA-FMA", s => s.Receipt?.Effect == OrderEffect.Stopped, "a receipt in time");
        node.Clock.Advance(TimeSpan.FromMinutes(21));
        var open = ActionSide.StandOf((await _lead.FindAsync(id))!, "XB-DAC");
        Assert.Equal(OrderEffect.Unconfirmed, open.Receipt!.Effect);
        await _lead.WaitAsync(id, s => s.Waits.Any(w => w is { On: "XB-DAC", Awaits: "order-receipt" }), "the wait");

        node.IsUnderway = _ => false;
        await _lead.StandAsync(id, "XB-DAC", s => s.Receipt?.Effect == OrderEffect.TooLate, "a receipt too late");
        node.Clock.Advance(TimeSpan.FromMinutes(9));
        await _third.StateAsync(id, "released");
        await _lead.StandAsync(id, "XB-DAC", s => s.Release is not null, "its release");
        Assert.Equal("aborted", (await _second.FindAsync(id))!.State);
        await ActionSide.RefusedAsync(
            _lead.Approver,
            "released-before",
            await LateAbortAsync(),
            "abort",
            new { reason = "No." }
        );
    }

    [Fact]
    public async Task A_revision_opens_the_votes_that_it_touches_and_no_others()
    {
        var id = await ProposedAsync();
        await _second.GetReadyAsync(id);
        await _third.GetReadyAsync(id);
        await _lead.WaitAsync(id, s => s.Stands.Count(x => x.Vote is not null) == 2, "two votes");
        var plan = Plans.Of(node.Clock.GetUtcNow()) with
        {
            Schedule = ScheduleOf((await _lead.FindAsync(id))!),
            Measures =
            [
                Plans.Measure("m1", "XA-SMA"),
                Plans.Measure("m2", "MSA-FMA", place: "XDLT"),
                Plans.Measure("m3", "XB-DAC"),
            ],
        };
        await _lead.RewriteAsync(id, plan);
        await ActionSide.DoAsync(_lead.Approver, id, "proposal");
        var touched = await _second.WaitAsync(id, s => s.Plan!.Version == 2, "the second version");
        Assert.Contains(touched.Waits, w => w is { On: "MSA-FMA", Awaits: "readiness" });
        await _third.WaitAsync(id, s => s.Plan!.Version == 2, "the second version");
        await _lead.GetReadyAsync(id);
        Assert.Equal("proposed", (await _lead.FindAsync(id))!.State);
        await ActionSide.DoAsync(_second.Approver, id, "ready");
        Assert.True((await _third.StateAsync(id, "armed")).WillRelease);
        Assert.Equal(1, ActionSide.StandOf((await _third.FindAsync(id))!, "XB-DAC").Vote!.Number);
    }

    [Fact]
    public async Task Who_comes_in_later_joins_because_the_instrument_says_so()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow());
        var id = await _lead.ProposeAsync(
            plan with
            {
                Participants = ["MSA-FMA"],
                Measures = [Plans.Measure("m1", "XA-SMA"), Plans.Measure("m2", "MSA-FMA")],
            }
        );
        Assert.Null(await _third.FindAsync(id));
        await _lead.RewriteAsync(id, plan);
        await ActionSide.DoAsync(_lead.Approver, id, "proposal");
        var sheet = await _third.StateAsync(id, "proposed");
        var late = sheet.Plan!.Participants.Single(p => p.Authority == "XB-DAC");
        Assert.True(late.MustJoin);
        Assert.Contains("P §6", late.Citations);
        Assert.All(sheet.Plan.Participants.Where(p => p != late), p => Assert.False(p.MustJoin));
    }

    [Fact]
    public async Task After_the_cut_off_an_authority_withholds_its_own_measures_and_may_release_them_by_hand()
    {
        var id = await ArmedAsync();
        var why = new { reason = "The judge lifted the order." };
        await ActionSide.RefusedAsync(_second.Counsel, "before-cut-off", id, "withhold", why);
        node.Clock.Advance(TimeSpan.FromMinutes(21));
        await ActionSide.RefusedAsync(_second.Approver, "cut-off-passed", id, "hold", why);
        await ActionSide.DoAsync(_second.Counsel, id, "withhold", why);
        await ActionSide.RefusedAsync(_second.Approver, "before-release", id, "release");
        node.Clock.Advance(TimeSpan.FromMinutes(9));
        await _third.StateAsync(id, "released");
        await _lead.StandAsync(id, "MSA-FMA", s => s.Unreleased == Unreleased.Withheld, "that it was withheld");
        Assert.Equal("withheld", (await _second.FindAsync(id))!.State);

        await ActionSide.DoAsync(_second.Approver, id, "release");
        var release = (await _lead.StandAsync(id, "MSA-FMA", s => s.Release is not null, "the release")).Release!;
        Assert.True(release is { ByHand: true, IsLate: true });
    }

    [Fact]
    public async Task Whoever_prepared_the_plan_or_a_title_decides_nothing_on_it()
    {
        await node.TeachAsync();
        using var both = node.As("XA-SMA", "xa-both", ["officer", "approver"], ["digital-assets"]);
        using var drafted = await ActionSide.PostAsync(
            both,
            "/api/actions",
            new DraftAction.Body(EnforcementFixture.CaseId, Plans.Of(node.Clock.GetUtcNow()))
        );
        var id = Guid.Parse(drafted.Headers.Location!.ToString().Split('/')[^1]);
        await ActionSide.RefusedAsync(both, "same-person", id, "proposal");
        await ActionSide.DoAsync(_lead.Approver, id, "proposal");
        await ActionSide.RefusedAsync(_lead.Approver, "title-missing", id, "ready");
        await ActionSide.DoAsync(_lead.Officer, id, "titles", Plans.Title("m1"));
        await ActionSide.RefusedAsync(both, "same-person", id, "ready");
        await ActionSide.RefusedAsync(_lead.Officer, "measure-unknown", id, "titles", Plans.Title("m2"));
        await ActionSide.RefusedAsync(_lead.Officer, "role-missing", id, "ready");
        await ActionSide.RefusedAsync(_lead.Officer, "role-missing", id, "proposal");
        await ActionSide.RefusedAsync(_lead.Officer, "role-missing", id, "abort", new { reason = "No." });
        await ActionSide.RefusedAsync(_lead.Approver, "role-missing", id, "titles", Plans.Title("m1"));
        await _second.StateAsync(id, "proposed");
        await ActionSide.RefusedAsync(_second.Approver, "not-the-lead", id, "proposal");
        await ActionSide.RefusedAsync(_second.Approver, "not-the-lead", id, "abort", new { reason = "No." });
        await ActionSide.RefusedAsync(_second.Approver, "not-the-lead", id, "proposal/dry-run");
    }

    [Fact]
    public async Task Titles_and_reasons_are_for_their_authority_and_the_lead()
    {
        var id = await ProposedAsync();
        await _second.StateAsync(id, "proposed");
        await ActionSide.DoAsync(_second.Officer, id, "titles", Plans.Title("m2", "Silent number 4711"));
        await ActionSide.DoAsync(_second.Approver, id, "ready");
        await ActionSide.DoAsync(_second.Counsel, id, "hold", new { reason = "Silent reason." });
        await _third.StandAsync(id, "MSA-FMA", s => s.Vote?.Readiness == Readiness.Hold, "the hold");
        var third = await TextAsync(_third.Officer, id);
        var lead = await TextAsync(_lead.Officer, id);
        Assert.DoesNotContain("Silent", third, StringComparison.Ordinal);
        Assert.Contains("Silent reason.", lead, StringComparison.Ordinal);
        Assert.Contains("Silent number 4711", await TextAsync(_second.Officer, id), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var side in All)
        {
            side.Dispose();
        }
    }

    private static bool IsOrder(DispatchLetter letter) => letter.Kind == ActionLetterKinds.Order;

    private static async Task<string> TextAsync(HttpClient reader, Guid id) =>
        await reader.GetStringAsync($"/api/actions/{id}")
        + await reader.GetStringAsync($"/api/actions/{id}/timeline?size=500")
        + await reader.GetStringAsync("/api/actions");

    private static ScheduleInput ScheduleOf(ActionSheet sheet) =>
        new(
            Plans.Instant(sheet.Plan!.Schedule.ReadyBy),
            Plans.Instant(sheet.Plan.Schedule.CutOff),
            Plans.Instant(sheet.Plan.Schedule.ReleaseAt),
            sheet.Plan.Schedule.Window
        );

    private async Task<Guid> ProposedAsync()
    {
        await node.TeachAsync();
        return await _lead.ProposeAsync(Plans.Of(node.Clock.GetUtcNow()));
    }

    /// <summary>An action whose order all three hold, as the lead's board says too.</summary>
    private async Task<Guid> ArmedAsync()
    {
        var id = await ProposedAsync();
        foreach (var side in All)
        {
            await side.GetReadyAsync(id);
        }

        foreach (var side in All)
        {
            Assert.True((await side.StateAsync(id, "armed")).WillRelease);
        }

        await _lead.WaitAsync(id, s => s.Stands.All(x => x.Receipt?.Effect == OrderEffect.Held), "every receipt");
        return id;
    }

    private async Task<Guid> LateAbortAsync()
    {
        var id = await ArmedAsync();
        node.Clock.Advance(TimeSpan.FromMinutes(30));
        await _lead.StateAsync(id, "released");
        return id;
    }
}
