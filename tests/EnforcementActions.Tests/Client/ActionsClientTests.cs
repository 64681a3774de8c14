using CaseCoordination.Client;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Client;

/// <summary>Agencies' systems plan, arm, stop and follow an action with the typed client alone.</summary>
public sealed class ActionsClientTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] Groups = ["digital-assets"];

    [Fact]
    public async Task An_action_is_planned_tried_proposed_answered_held_and_aborted()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", Roles.Officer);
        using var approver = Of("XA-SMA", Roles.Approver);
        using var partner = Of("MSA-FMA", Roles.Officer);
        using var decider = Of("MSA-FMA", Roles.Approver);
        using var decliner = Of("XB-DAC", Roles.Approver);
        var id = (await officer.Actions.DraftAsync(Draft())).Id;
        var draft = (await officer.Actions.FindAsync(id))!;
        await officer.Actions.ReviseAsync(id, Draft("Freeze at Delta, revised").Plan, draft.Version);
        var tried = await officer.Actions.TryAsync(id);
        Assert.Equal(["MSA-FMA", "XB-DAC"], tried.Select(t => t.Authority));
        await approver.Actions.ProposeAsync(id);

        await SeenAsync(partner, id, a => a.State == "proposed");
        await partner.Actions.RecordTitleAsync(id, new("m2", "12/26", "District court", "2026-03-02", 30));
        await decider.Actions.DeclareReadyAsync(id);
        await SeenAsync(decliner, id, a => a.State == "proposed");
        await decliner.Actions.DeclineAsync(id, "negligible-impact", "Nobody here trades there.");
        await officer.Actions.RecordTitleAsync(id, new("m1", "7/26", "High court", "2026-03-02"));
        await approver.Actions.DeclareReadyAsync(id);
        var armed = await SeenAsync(
            officer,
            id,
            a => a.WillRelease && a.Stand("MSA-FMA")?.Receipt is { Standing: "armed", Effect: "held" }
        );
        Assert.Equal(("armed", "Freeze at Delta, revised"), (armed.State, armed.Plan!.Title));
        Assert.Equal(
            ("declined", "negligible-impact"),
            (armed.Stand("XB-DAC")!.Vote!.Readiness, armed.Stand("XB-DAC")!.Vote!.Ground)
        );
        Assert.Contains(
            await ListAsync(partner.Actions.ListAsync(new() { State = "armed", Lead = "XA-SMA" })),
            a => a.Id == id
        );

        var board = (await officer.Actions.BoardAsync(id))!;
        Assert.Equal(("armed", armed.Plan.Schedule.ReleaseAt), (board.Board.State, board.Board.ReleaseAt));

        await decider.Actions.HoldAsync(id, "The account is empty.");
        await SeenAsync(officer, id, a => a.State == "standstill");
        await approver.Actions.AbortAsync(id, "The account is empty.");
        var aborted = await SeenAsync(
            officer,
            id,
            a => a.Stands.All(s => s.Receipt is { Standing: "aborted", Effect: "stopped" })
        );
        Assert.Equal("aborted", aborted.State);
        await officer.Actions.ConcludeAsync(id, "Nothing to freeze.");
        Assert.Equal("concluded", (await officer.Actions.FindAsync(id))!.State);
    }

    [Fact]
    public async Task A_measure_that_went_out_is_confirmed_followed_up_lifted_and_registered()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", Roles.Officer);
        using var approver = Of("XA-SMA", Roles.Approver);
        var draft = Draft("Fine for Delta");
        var fine = new ActionMeasure("m1", "XA-SMA", "fine", ["t1"], "own decision", null, new("1000", "EUR"));
        var id = (
            await officer.Actions.DraftAsync(
                draft with
                {
                    Plan = draft.Plan with { Measures = [fine], Participants = ["XA-SMA"] },
                }
            )
        ).Id;
        await approver.Actions.ProposeAsync(id);
        await officer.Actions.RecordTitleAsync(id, new("m1", "7/26", "Board", "2026-03-02"));
        await approver.Actions.DeclareReadyAsync(id);
        node.Clock.Advance(TimeSpan.FromMinutes(30));
        var released = await SeenAsync(officer, id, a => a.Release is not null);
        Assert.False(released.Release!.ByHand);

        await officer.Measures.RecordOutcomeAsync(id, "m1", new("executed", Number: "F-1"));
        await officer.Measures.SetFollowUpAsync(id, "m1", "Is it paid?", "2099-01-05");
        var own = Assert.Single(await ListAsync(officer.Measures.ListAsync("executed")), m => m.ActionId == id);
        Assert.Equal(("m1", "F-1"), (own.Measure, own.Number));
        var outcomes = (await officer.Measures.OutcomesAsync(id))!;
        Assert.Equal(1000m, Assert.Single(outcomes.Payable).Amount);
        Assert.Contains(
            await ListAsync(officer.Measures.RegisterAsync(new() { Kind = "fine", State = "executed" })),
            m => m.ActionId == id
        );
        await approver.Measures.LiftAsync(id, "m1", "Annulled by the court.");
        Assert.Equal("lifted", Assert.Single((await officer.Measures.OutcomesAsync(id))!.Measures).State);
        Assert.Null(await officer.Measures.OutcomesAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_disagreement_goes_to_its_body_and_the_result_is_followed()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", Roles.Officer);
        using var approver = Of("XA-SMA", Roles.Approver);
        using var partner = Of("MSA-FMA", Roles.Approver);
        var id = (await officer.Actions.DraftAsync(Draft("Disputed"))).Id;
        await approver.Actions.ProposeAsync(id);
        await SeenAsync(partner, id, a => a.State == "proposed");

        await partner.Actions.RaiseDisputeAsync(id, "plan", "A warning would do.");
        await SeenAsync(approver, id, a => a.Disputes is [{ N: 1, Dispute.About: "plan" }]);
        await approver.Actions.RecordDisputeResultAsync(id, 1, "dismissed", "It would not.", "JC 1/26");
        await SeenAsync(partner, id, a => a.Disputes is [{ Result: { Result: "dismissed", Reference: "JC 1/26" } }]);
        await partner.Actions.FollowDisputeResultAsync(id, 1, true);
        await SeenAsync(
            approver,
            id,
            a => a.Disputes[0].Followings.Any(f => f is { Authority: "MSA-FMA", Follows: true })
        );
    }

    [Fact]
    public async Task What_the_rules_forbid_is_a_problem_with_its_code_and_the_same_key_drafts_once()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", Roles.Officer);
        using var approver = Of("XA-SMA", Roles.Approver);
        var draft = Draft();
        var drafted = await officer.Actions.DraftAsync(draft, "once");
        Assert.Equal(drafted, await officer.Actions.DraftAsync(draft, "once"));
        var id = drafted.Id;

        await RefusedAsync("not-proposed", () => approver.Actions.DeclareReadyAsync(id));
        await RefusedAsync("nothing-held", () => approver.Actions.WithholdAsync(id, "Not now."));
        await RefusedAsync("before-release", () => approver.Actions.ReleaseAsync(id));
        await RefusedAsync("role-missing", () => officer.Actions.ProposeAsync(id));
        await RefusedAsync(
            "invalid-input",
            () => officer.Actions.DraftAsync(Draft() with { Plan = Draft().Plan with { Measures = [] } })
        );
        using var other = Of("MSA-FMA", Roles.Officer);
        Assert.Null(await other.Actions.FindAsync(id));
    }

    private CooperationClient Of(string authority, string role) =>
        new(node.As(authority, $"{authority}-{role}", [role], Groups));

    private NewAction Draft(string title = "Freeze at Delta")
    {
        var now = node.Clock.GetUtcNow();
        return new NewAction
        {
            CaseId = EnforcementFixture.CaseId,
            Plan = new ActionPlan
            {
                Title = title,
                Purpose = "Stop the venue before customers' assets leave it.",
                Matter = new("manipulation", "crypto-derivatives", "yes"),
                Instrument = "test-pact",
                Assistance = ["info.files"],
                Fields = ["facts-and-purpose"],
                Targets = [new("t1", "entity", "Delta", [new("lei", "529900T8BM49AURSDO55")])],
                Measures =
                [
                    new("m1", "XA-SMA", "freeze", ["t1"], "court order"),
                    new("m2", "MSA-FMA", "freeze", ["t1"], "court order"),
                    new("m3", "XB-DAC", "warning", ["t1"], "own decision"),
                ],
                Participants = ["XA-SMA", "MSA-FMA", "XB-DAC"],
                Rule = new("consensus"),
                Schedule = new(now.AddMinutes(10), now.AddMinutes(20), now.AddMinutes(30), 600),
            },
        };
    }

    private async Task<ActionFile> SeenAsync(CooperationClient client, Guid id, Func<ActionFile, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await node.CarryAsync();
                    return await client.Actions.FindAsync(id);
                },
                file => file is not null && holds(file),
                "the action"
            )
        )!;

    private static async Task RefusedAsync(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<ApiProblemException>(act)).Code);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> lines) => await lines.ToListAsync();
}
