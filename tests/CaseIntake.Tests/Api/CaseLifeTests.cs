using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>The life of a joint investigation of three authorities, through the API and the bus.</summary>
public sealed class CaseLifeTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private CaseClient Officer(string authority) =>
        new(node.As(authority, $"{authority}-officer", ["officer"], ["digital-assets"]));

    [Fact]
    public async Task Three_authorities_run_a_joint_investigation()
    {
        await node.RegisterAsync();
        using var lead = Officer("XA-SMA");
        using var partner = Officer("MSA-FMA");
        using var other = Officer("XB-DAC");
        var id = await lead.PrepareAsync();
        await lead.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing("MSA-FMA", "XB-DAC"));
        await node.DispatchedAsync(id, LetterKinds.Invitation, "MSA-FMA");
        await node.CarryAsync(id, LetterKinds.Invitation, "XB-DAC");

        var invited = await partner.StageAsync(id, "invited");
        Assert.Equal("partner", invited.Role);
        Assert.Equal("XA-SMA", invited.Lead);
        Assert.Equal("529900T8BM49AURSDO55", Assert.Single(Assert.Single(invited.Subjects).Identifiers).Value);
        Assert.Equal("iosco-mmou", (await lead.PartnerAsync(id, "MSA-FMA", "delivered")).Partners[0].Basis?.Instrument);

        await partner.DoAsync($"/api/cases/{id}/acknowledgement");
        await node.CarryAsync(id, LetterKinds.Acknowledgement);
        await lead.PartnerAsync(id, "MSA-FMA", "acknowledged");
        await partner.DoAsync($"/api/cases/{id}/joining");
        await node.CarryAsync(id, LetterKinds.Joining);
        await lead.PartnerAsync(id, "MSA-FMA", "joined");
        await other.StageAsync(id, "invited");
        await other.DoAsync(
            $"/api/cases/{id}/declining",
            new { ground = "prejudice-own-investigation", reason = "We look at the same venue." }
        );
        await node.CarryAsync(id, LetterKinds.Declining);
        var declined = await lead.PartnerAsync(id, "XB-DAC", "declined");
        Assert.Equal("prejudice-own-investigation", declined.Partners.Single(p => p.Authority == "XB-DAC").Ground);
        await node.CarryAsync();

        await HandOverAsync(id, lead, partner, "MSA-FMA");
        await HandOverAsync(id, partner, lead, "XA-SMA");
        Assert.Equal("XA-SMA", (await lead.FindAsync(id))!.Lead);

        await lead.DoAsync($"/api/cases/{id}/closure", new { outcome = "settled", summary = "Penalty paid." });
        await node.CarryAsync(id, LetterKinds.Closure, "MSA-FMA");
        var told = await partner.WaitAsync(id, s => s.LeadOutcome == "settled", "the lead's outcome");
        Assert.Equal("open", told.Stage);
        await partner.DoAsync($"/api/cases/{id}/closure", new { outcome = "warned", summary = "Public warning." });
        await node.CarryAsync(id, LetterKinds.Closure, "XA-SMA");
        var end = await lead.PartnerAsync(id, "MSA-FMA", "closed");
        Assert.Equal(("closed", "settled"), (end.Stage, end.Outcome));

        await EveryLetterWasRetrievedAsync(id);
        var timeline = await lead.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline?size=500");
        Assert.Equal(
            Enumerable.Range(1, timeline.Items.Count).Select(i => (long)i),
            timeline.Items.Select(e => e.Version)
        );
        Assert.Contains(timeline.Items, e => e is { What: "partner-declined", About: "XB-DAC", Who: "XB-DAC" });
    }

    private async Task HandOverAsync(Guid id, CaseClient from, CaseClient to, string code)
    {
        await from.DoAsync($"/api/cases/{id}/lead-offer", new { to = code });
        await node.CarryAsync(id, LetterKinds.LeadOffer, code);
        await to.WaitAsync(id, s => s.LeadOffer is not null, "the offer of the lead");
        await to.DoAsync($"/api/cases/{id}/lead-acceptance");
        await node.CarryAsync(id, LetterKinds.LeadAcceptance);
        var former = await from.WaitAsync(id, s => s.Lead == code, "the lead to pass");
        Assert.Equal("partner", former.Role);
        Assert.Equal("lead", (await to.FindAsync(id))!.Role);
        await node.CarryAsync(id, LetterKinds.Roster, code);
    }

    private async Task EveryLetterWasRetrievedAsync(Guid id)
    {
        var sent = node
            .Bus.Heard<DispatchLetter>()
            .Where(l => l.ConversationId == id)
            .Select(l => l.LetterId)
            .ToHashSet();
        await Eventually.HoldsAsync(
            () => sent.IsSubsetOf(node.Bus.Heard<LetterRetrieved>().Select(r => r.LetterId)),
            "every letter to be retrieved"
        );
        Assert.Equal(sent.Count, node.Bus.Heard<DispatchLetter>().Count(l => l.ConversationId == id));
    }
}
