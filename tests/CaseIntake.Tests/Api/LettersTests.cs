using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>What the bus does to letters: doubles them, reorders them, brings news of failure, and lets clocks run out.</summary>
public sealed class LettersTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private CaseClient Officer(string authority) =>
        new(node.As(authority, $"{authority}-officer", ["officer"], ["digital-assets"]));

    private async Task<Guid> FileAsync(CaseClient lead, params string[] authorities)
    {
        await node.RegisterAsync();
        var id = await lead.PrepareAsync();
        await lead.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing(authorities));
        return id;
    }

    [Fact]
    public async Task A_letter_delivered_many_times_has_one_effect_and_is_told_as_retrieved()
    {
        using var lead = Officer("XA-SMA");
        using var partner = Officer("MSA-FMA");
        var id = await FileAsync(lead, "MSA-FMA");
        var letter = await node.DispatchedAsync(id, LetterKinds.Invitation);
        var same = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => node.DeliverAsync(letter, i < 3 ? same : null)));

        await partner.StageAsync(id, "invited");
        await Eventually.HoldsAsync(
            () => node.Bus.Heard<LetterRetrieved>().Any(r => r.LetterId == letter.LetterId),
            "the letter to be retrieved"
        );
        await node.DeliverAsync(letter);
        await partner.DoAsync($"/api/cases/{id}/acknowledgement");
        await node.CarryAsync(id, LetterKinds.Acknowledgement);
        await lead.PartnerAsync(id, "MSA-FMA", "acknowledged");
        var timeline = await partner.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline");
        Assert.Single(timeline.Items, e => e.What == "letter-taken");
        Assert.Single(timeline.Items, e => e.What == "invitation-received");
        Assert.Single(node.Bus.Heard<LetterRetrieved>(), r => r.LetterId == letter.LetterId);
    }

    [Fact]
    public async Task Letters_that_overtake_their_cause_wait_for_it()
    {
        using var lead = Officer("XA-SMA");
        using var partner = Officer("XB-DAC");
        var id = await FileAsync(lead, "XB-DAC");
        var invitation = await node.DispatchedAsync(id, LetterKinds.Invitation);
        await lead.DoAsync($"/api/cases/{id}/invitations/XB-DAC/withdrawal");
        var withdrawal = await node.DispatchedAsync(id, LetterKinds.Withdrawal);
        await node.DeliverAsync(withdrawal);
        await Eventually.HoldsAsync(
            async () =>
                await node.Node.SqlAsync(
                    "case-intake",
                    "select count(*) from store.mt_doc_parkedmessage where data ->> 'reason' = 'invitation-not-yet-here'"
                )
                    is > 0L,
            "the withdrawal to wait"
        );
        await node.DeliverAsync(invitation);
        await partner.StageAsync(id, "invited");
        await node.DeliverAsync(withdrawal);

        await partner.StageAsync(id, "withdrawn");
        await partner.RefusedAsync("invitation-withdrawn", $"/api/cases/{id}/joining");
    }

    [Fact]
    public async Task A_rejected_invitation_says_why_and_can_be_repeated()
    {
        using var lead = Officer("XA-SMA");
        var id = await FileAsync(lead, "MSA-FMA", "XB-DAC");
        var letter = await node.DispatchedAsync(id, LetterKinds.Invitation, "XB-DAC");
        await node.TellAsync(letter, LetterStates.Rejected, "no-basis");
        var sheet = await lead.PartnerAsync(id, "XB-DAC", "rejected");

        Assert.Equal("no-basis", sheet.Partners.Single(p => p.Authority == "XB-DAC").Reason);
        Assert.Equal("requested", sheet.Partners.Single(p => p.Authority == "MSA-FMA").State);
        Assert.DoesNotContain(sheet.Waits, w => w.On == "XB-DAC");
        await lead.DoAsync($"/api/cases/{id}/invitations", new { invite = new[] { new { authority = "XB-DAC" } } });
        await lead.PartnerAsync(id, "XB-DAC", "requested");
    }

    [Fact]
    public async Task A_letter_from_a_stranger_is_set_aside_and_seen_in_the_timeline()
    {
        using var lead = Officer("XA-SMA");
        var id = await FileAsync(lead, "MSA-FMA");
        var invitation = await node.DispatchedAsync(id, LetterKinds.Invitation);
        await node.DeliverAsync(
            invitation with
            {
                LetterId = Guid.CreateVersion7(),
                Sender = "MSB-KNA",
                Recipient = "XA-SMA",
                Kind = LetterKinds.Joining,
                Content = """{"version":1,"round":1}""",
            }
        );

        await Eventually.HoldsAsync(
            async () =>
                (await lead.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline")).Items.Any(e =>
                    e is { What: "letter-set-aside", About: "MSB-KNA", Detail: "sender-not-a-partner" }
                ),
            "the letter to be set aside"
        );
    }

    [Fact]
    public async Task An_unanswered_invitation_becomes_overdue_and_counts_as_waiting()
    {
        using var lead = new CaseClient(node.As("MSB-KNA", "waiting", ["officer"], ["waiting"]));
        var id = await FileAsync(lead, "XB-DAC");
        Assert.Equal(
            [("XB-DAC", "invitation-answer", 1, 0)],
            (await WaitingAsync(lead)).Select(w => (w.On, w.Awaits, w.Count, w.Overdue))
        );
        node.Clock.Advance(TimeSpan.FromDays(20));
        try
        {
            await lead.WaitAsync(id, s => s.Waits.Any(w => w.State == "overdue"), "the invitation to be overdue");
        }
        finally
        {
            node.Clock.Advance(TimeSpan.FromDays(-20));
        }

        Assert.Equal(1, Assert.Single(await WaitingAsync(lead)).Overdue);
        var timeline = await lead.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline");
        Assert.Equal(
            ["clock-warned", "clock-failed"],
            timeline.Items.Where(e => e.What.StartsWith("clock-", StringComparison.Ordinal)).Select(e => e.What)
        );
    }

    [Fact]
    public async Task A_pause_and_a_leaving_reach_the_other_side()
    {
        using var lead = Officer("XA-SMA");
        using var partner = Officer("MSA-FMA");
        var id = await FileAsync(lead, "MSA-FMA");
        await node.CarryAsync(id, LetterKinds.Invitation);
        await partner.StageAsync(id, "invited");
        await partner.DoAsync($"/api/cases/{id}/joining");
        await node.CarryAsync(id, LetterKinds.Joining);
        await node.CarryAsync(id, LetterKinds.Roster);
        await lead.DoAsync($"/api/cases/{id}/suspension", new { reason = "A court decides first." });
        await node.CarryAsync(id, LetterKinds.Suspension);
        await partner.StageAsync(id, "suspended");
        await lead.DoAsync($"/api/cases/{id}/resumption");
        await node.CarryAsync(id, LetterKinds.Resumption);
        await partner.StageAsync(id, "open");
        await partner.DoAsync($"/api/cases/{id}/leaving", new { reason = "No capacity." });
        await node.CarryAsync(id, LetterKinds.Leaving);
        await lead.PartnerAsync(id, "MSA-FMA", "left");

        await partner.DoAsync($"/api/cases/{id}/allegations", new { text = "Found on our own." });
        await partner.DoAsync(
            $"/api/cases/{id}/closure",
            new { outcome = "no-breach-found", summary = "Our own end." }
        );
        Assert.Equal("closed", (await partner.FindAsync(id))!.Stage);
    }

    private static async Task<IReadOnlyList<WaitingCount>> WaitingAsync(CaseClient client) =>
        (
            await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<WaitingCount>>(
                client.Http,
                "/api/cases/waiting"
            )
        )!;
}
