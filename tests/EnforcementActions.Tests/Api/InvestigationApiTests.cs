using System.Net;
using System.Net.Http.Json;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.EnforcementActions.Disputes.Questions;
using CaseCoordination.EnforcementActions.Statements.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>What surrounds an action: the investigation it is on, other measures, the joint statement, disputes.</summary>
public sealed class InvestigationApiTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>, IDisposable
{
    private readonly ActionSide _lead = new(node, "XA-SMA");
    private readonly ActionSide _second = new(node, "MSA-FMA");
    private readonly ActionSide _third = new(node, "XB-DAC");

    [Fact]
    public async Task An_action_is_drafted_by_the_lead_on_an_open_investigation_with_those_who_joined()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow());
        var others = Guid.CreateVersion7();
        await node.InvestigateAsync(others, "MSA-FMA", ["XA-SMA"]);
        Assert.Equal("not-the-lead", await DraftCodeAsync(_lead, others, plan));
        Assert.Equal("investigation-unknown", await DraftCodeAsync(_lead, Guid.CreateVersion7(), plan));

        var alone = Guid.CreateVersion7();
        await node.InvestigateAsync(alone, "XA-SMA", ["MSA-FMA"]);
        Assert.Equal("participant-not-joined", await DraftCodeAsync(_lead, alone, plan));
    }

    [Fact]
    public async Task An_investigation_that_the_caller_may_not_know_answers_as_one_that_is_not_there()
    {
        await node.TeachAsync();
        var plan = Plans.Of(node.Clock.GetUtcNow());
        var hidden = Guid.CreateVersion7();
        await node.InvestigateAsync(hidden, "XA-SMA", ["MSA-FMA", "XB-DAC"], "inner-circle");
        var unknown = Guid.CreateVersion7();
        Assert.Equal(await AnswerAsync(_lead, unknown, plan), await AnswerAsync(_lead, hidden, plan));

        // Another authority on the same database knows nothing of it either.
        using var stranger = new ActionSide(node, "MSB-KNA", "inner-circle");
        Assert.Equal(await AnswerAsync(stranger, unknown, plan), await AnswerAsync(stranger, hidden, plan));

        using var insider = new ActionSide(node, "XA-SMA", "inner-circle");
        using var drafted = await ActionSide.PostAsync(
            insider.Officer,
            "/api/actions",
            new DraftAction.Body(hidden, plan)
        );
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
    }

    [Fact]
    public async Task A_proposal_is_seen_by_those_who_work_on_the_own_case()
    {
        await node.TeachAsync();
        var caseId = Guid.CreateVersion7();
        await node.InvestigateAsync(caseId, "XA-SMA", ["MSA-FMA", "XB-DAC"], "task-force");
        using var lead = new ActionSide(node, "XA-SMA", "task-force");
        using var drafted = await ActionSide.PostAsync(
            lead.Officer,
            "/api/actions",
            new DraftAction.Body(caseId, Plans.Of(node.Clock.GetUtcNow()))
        );
        var id = Guid.Parse(drafted.Headers.Location!.ToString().Split('/')[^1]);
        await ActionSide.DoAsync(lead.Approver, id, "proposal");
        using var insider = new ActionSide(node, "XB-DAC", "task-force");
        Assert.Equal(["task-force"], (await insider.StateAsync(id, "proposed")).Groups);
        Assert.Null(await _third.FindAsync(id));
    }

    [Fact]
    public async Task Other_measures_against_the_same_target_are_found_here_and_at_those_who_take_part()
    {
        await node.TeachAsync();
        var first = await HiddenMeasureAsync();
        var id = await _lead.ProposeAsync(PlanOn("529900HIDDENVENUE065", "XONE"));
        var sheet = await _lead.WaitAsync(id, s => s.Deconfliction.Count == 3, "the answers");
        Assert.Equal(
            [("XA-SMA", "own", "no-hit"), ("MSA-FMA", "plan", "hit"), ("XB-DAC", "plan", "no-hit")],
            sheet.Deconfliction.Select(l => (l.Authority, l.About, l.Outcome))
        );
        var hit = Assert.Single(sheet.Deconfliction[1].Hits);
        Assert.Equal(("t1", "inner-circle"), (hit.Target, Assert.Single(hit.Contacts)));
        using var shown = await _lead.Officer.GetAsync($"/api/actions/{id}");
        Assert.DoesNotContain(first.ToString(), await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var again = await _lead.DraftAsync(PlanOn("529900HIDDENVENUE065", "XTWO"));
        var own = Assert.Single((await _lead.FindAsync(again))!.Deconfliction);
        Assert.Equal(("own", "hit"), (own.About, own.Outcome));
    }

    [Fact]
    public async Task An_authority_outside_the_plan_is_asked_and_answers_by_itself()
    {
        await node.TeachAsync();
        var plan = PlanOn("529900OUTSIDEVENUE90", "XSIX") with
        {
            Participants = ["MSA-FMA"],
            Measures = [Plans.Measure("m1", "XA-SMA", place: "XSIX"), Plans.Measure("m2", "MSA-FMA")],
        };
        var id = await _lead.DraftAsync(plan);
        await ActionSide.RefusedAsync(_lead.Officer, "invalid-input", id, "deconfliction", new AskOthers.Body([]));
        await ActionSide.RefusedAsync(
            _lead.Officer,
            "takes-part",
            id,
            "deconfliction",
            new AskOthers.Body(["MSA-FMA"])
        );
        await ActionSide.RefusedAsync(
            _lead.Officer,
            "not-entitled",
            id,
            "deconfliction",
            new AskOthers.Body(["MSB-KNA"])
        );
        await ActionSide.DoAsync(_lead.Officer, id, "deconfliction", new AskOthers.Body(["XB-DAC"]));
        var sheet = await _lead.WaitAsync(
            id,
            s => s.Deconfliction.Any(l => l is { About: "inquiry", At: not null }),
            "the answer"
        );
        Assert.Equal("no-hit", sheet.Deconfliction.Single(l => l.About == "inquiry").Outcome);
        Assert.Null(await _third.FindAsync(id));
        await InquiryIsShownAsync(id);

        // The asked authority may take part later: its file begins with the proposal as any other.
        using (var revised = await _lead.ReviseAsync(id, PlanOn("529900OUTSIDEVENUE90", "XSIX")))
        {
            Assert.Equal(HttpStatusCode.OK, revised.StatusCode);
        }

        await ActionSide.DoAsync(_lead.Approver, id, "proposal");
        await _third.StateAsync(id, "proposed");
    }

    [Fact]
    public async Task A_joint_statement_that_all_agreed_to_goes_out_at_its_embargo_in_every_file()
    {
        await node.TeachAsync();
        var now = node.Clock.GetUtcNow();
        var plan = Plans.Of(now) with
        {
            Instrument = "test-mou",
            Matter = new("manipulation", "derivatives", "yes"),
            Statement = new("The three of us have acted.", Plans.Instant(now.AddMinutes(60)), "by-all"),
        };
        var id = await _lead.ProposeAsync(plan);
        foreach (var side in (ActionSide[])[_lead, _second, _third])
        {
            await side.GetReadyAsync(id);
            await ActionSide.RefusedAsync(
                side.Officer,
                "role-missing",
                id,
                "statement/agreement",
                new { agree = true }
            );
            await ActionSide.RefusedAsync(
                side.Approver,
                "invalid-input",
                id,
                "statement/agreement",
                new { agree = false }
            );
            await ActionSide.DoAsync(side.Approver, id, "statement/agreement", new { agree = true });
        }

        await _lead.WaitAsync(id, s => s.Statement!.Words.Count == 3, "three words");
        foreach (var side in (ActionSide[])[_lead, _second, _third])
        {
            await side.StateAsync(id, "armed");
        }

        node.Clock.Advance(TimeSpan.FromMinutes(21));
        await _third.WaitAsync(id, s => s.Statement!.Order is { Publish: true }, "the order to publish");
        node.Clock.Advance(TimeSpan.FromMinutes(9));
        foreach (var side in (ActionSide[])[_lead, _second, _third])
        {
            await side.StateAsync(id, "released");
            Assert.Null((await side.FindAsync(id))!.Statement!.Published);
        }

        node.Clock.Advance(TimeSpan.FromMinutes(30));
        foreach (var side in (ActionSide[])[_lead, _second, _third])
        {
            var sheet = await side.WaitAsync(id, s => s.Statement!.Published is not null, "publication");
            Assert.True(sheet.Statement!.Published!.At >= sheet.Plan!.Statement!.EmbargoUntil);
        }

        // Who may not know the file does not see the text, embargo or not.
        using var outsider = new ActionSide(node, "XB-DAC", "elsewhere");
        Assert.Null(await outsider.FindAsync(id));
    }

    [Fact]
    public async Task An_instrument_that_publishes_by_decision_only_is_kept_to()
    {
        await node.TeachAsync();
        var now = node.Clock.GetUtcNow();
        var plan = Plans.Of(now) with { Statement = new("Done.", Plans.Instant(now.AddMinutes(60)), "by-all") };
        Assert.Equal("statement-by-decision-only", await DraftCodeAsync(_lead, EnforcementFixture.CaseId, plan));
    }

    [Fact]
    public async Task A_dispute_goes_to_the_body_of_the_instrument_and_its_result_is_followed()
    {
        await node.TeachAsync();
        var id = await _lead.ProposeAsync(Plans.Of(node.Clock.GetUtcNow()));
        await _third.StateAsync(id, "proposed");
        await ActionSide.RefusedAsync(
            _third.Officer,
            "role-missing",
            id,
            "disputes",
            new { about = "plan", reason = "No." }
        );
        await ActionSide.RefusedAsync(
            _third.Counsel,
            "invalid-input",
            id,
            "disputes",
            new { about = "weather", reason = "No." }
        );
        await ActionSide.DoAsync(
            _third.Counsel,
            id,
            "disputes",
            new
            {
                about = "measure",
                reason = "Too wide.",
                concerning = "m1",
            }
        );
        var raised = await DisputeAsync(_second, id, _ => true);
        Assert.Equal(
            ("XB-DAC", "joint-committee", "test-pact"),
            (raised.Dispute.Raiser, raised.Dispute.Body, raised.Dispute.Basis)
        );

        var result = new
        {
            result = "opinion",
            statement = "Narrow it.",
            reference = "JC 4/26",
        };
        await ActionSide.RefusedAsync(_second.Counsel, "not-the-lead-or-raiser", id, "disputes/1/result", result);
        await ActionSide.RefusedAsync(_second.Counsel, "not-found", id, "disputes/2/result", result);
        await ActionSide.DoAsync(_lead.Approver, id, "disputes/1/result", result);
        await DisputeAsync(_third, id, d => d.Result is not null);
        await ActionSide.DoAsync(_third.Approver, id, "disputes/1/following", new { follows = true });
        var seen = await DisputeAsync(_second, id, d => d.Followings.Count == 1);
        Assert.Equal(("opinion", "XB-DAC"), (seen.Result!.Result, seen.Followings[0].Authority));
        Assert.Contains(await _second.TimelineAsync(id), e => e.What == "dispute-told");
    }

    public void Dispose()
    {
        _lead.Dispose();
        _second.Dispose();
        _third.Dispose();
    }

    private static async Task<DisputeSheet> DisputeAsync(ActionSide side, Guid id, Func<DisputeSheet, bool> holds) =>
        (await side.WaitAsync(id, s => s.Disputes.Any(holds), "the dispute")).Disputes.Single();

    private static async Task<string?> DraftCodeAsync(ActionSide side, Guid caseId, PlanBody plan)
    {
        using var answer = await ActionSide.PostAsync(side.Officer, "/api/actions", new DraftAction.Body(caseId, plan));
        return await Answers.CodeAsync(answer);
    }

    private static async Task<(HttpStatusCode, string)> AnswerAsync(ActionSide side, Guid caseId, PlanBody plan)
    {
        using var answer = await ActionSide.PostAsync(side.Officer, "/api/actions", new DraftAction.Body(caseId, plan));
        var text = await answer.Content.ReadAsStringAsync();
        var trace = text.IndexOf("\"traceId\"", StringComparison.Ordinal);
        return (answer.StatusCode, trace < 0 ? text : text[..trace]);
    }

    private PlanBody PlanOn(string lei, string place)
    {
        var plan = Plans.Of(node.Clock.GetUtcNow());
        return plan with
        {
            Instrument = "test-mou",
            Matter = new("manipulation", "derivatives", "yes"),
            Targets = [new("t1", "entity", "A venue", [new("lei", lei)])],
            Measures =
            [
                Plans.Measure("m1", "XA-SMA", place: place),
                Plans.Measure("m2", "MSA-FMA"),
                Plans.Measure("m3", "XB-DAC"),
            ],
        };
    }

    // The groups to which inquiries are shown see what was asked, their auditors what was answered, other auditors who asked when.
    private async Task InquiryIsShownAsync(Guid action)
    {
        const string Key = "lei:529900OUTSIDEVENUE90";
        var audited = Assert.Single(await InquiriesAsync("XB-DAC", action, "market-abuse", Roles.Auditor));
        Assert.Equal(("XA-SMA", 1, false), (audited.Asker, audited.Number, audited.IsOutline));
        Assert.Equal([Key], audited.Sought);
        Assert.Equal(["XSIX"], audited.Places);
        Assert.Equal(("no-hit", (string?)null), (audited.Answer?.Outcome, audited.Answer?.Declined));

        var read = Assert.Single(await InquiriesAsync("XB-DAC", action, "market-abuse", Roles.Officer));
        Assert.Equal([Key], read.Sought);
        Assert.Null(read.Answer);

        Assert.Empty(await InquiriesAsync("XB-DAC", action, "others", Roles.Officer));
        Assert.Empty(await InquiriesAsync("MSB-KNA", action, "market-abuse", Roles.Auditor));
        Assert.Empty(await InquiriesAsync("XA-SMA", action, "market-abuse", Roles.Auditor));

        using var outsider = node.As("XB-DAC", "outsider", [Roles.Auditor], ["others"]);
        var outline = await outsider.GetStringAsync("/api/deconfliction/inquiries");
        var lines = await outsider.GetFromJsonAsync<Page<InquiryLine>>("/api/deconfliction/inquiries?asker=XA-SMA");
        Assert.All(lines!.Items, l => Assert.True(l is { IsOutline: true, Asker: "XA-SMA", Answer: null }));
        Assert.Contains(lines.Items, l => l.Id == audited.Id);
        Assert.DoesNotContain(Key, outline, StringComparison.Ordinal);
        Assert.DoesNotContain(action.ToString(), outline, StringComparison.Ordinal);
        var others = await outsider.GetFromJsonAsync<Page<InquiryLine>>("/api/deconfliction/inquiries?asker=MSA-FMA");
        Assert.Empty(others!.Items);
    }

    private async Task<List<InquiryLine>> InquiriesAsync(string authority, Guid action, string group, string role)
    {
        using var reader = node.As(authority, "reader", [role], [group]);
        var found = new List<InquiryLine>();
        string? next = null;
        do
        {
            var page = await reader.GetFromJsonAsync<Page<InquiryLine>>(
                $"/api/deconfliction/inquiries?size=1{(next is null ? "" : $"&cursor={next}")}"
            );
            found.AddRange(page!.Items);
            next = page.Next;
        } while (next is not null);

        return [.. found.Where(l => l.ActionId == action)];
    }

    // A measure of MSA-FMA alone, on an investigation that only its inner circle knows.
    private async Task<Guid> HiddenMeasureAsync()
    {
        var caseId = Guid.CreateVersion7();
        await node.InvestigateAsync(caseId, "MSA-FMA", ["MSB-KNA"], "inner-circle");
        using var insider = new ActionSide(node, "MSA-FMA", "inner-circle");
        var plan = PlanOn("529900HIDDENVENUE065", "XONE");
        using var drafted = await ActionSide.PostAsync(
            insider.Officer,
            "/api/actions",
            new DraftAction.Body(caseId, plan with { Participants = [], Measures = [Plans.Measure("m1", "MSA-FMA")] })
        );
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        return Guid.Parse(drafted.Headers.Location!.ToString().Split('/')[^1]);
    }
}
