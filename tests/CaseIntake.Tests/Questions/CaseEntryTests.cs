using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Questions;

public sealed class CaseEntryTests
{
    [Fact]
    public void The_lead_sees_every_partner_with_its_state()
    {
        var entry = EntryOf(AllAnswered);

        Assert.Equal(
            ("open", "lead", Lead, (Guid?)CaseId),
            (entry.Stage, entry.Role, entry.Sheet.Lead, entry.Sheet.JointInvestigation)
        );
        Assert.Equal(
            [(ThePartner, "joined", null), (Other, "declined", "not-needed")],
            entry.Sheet.Partners.Select(p => (p.Authority, p.State, p.Ground))
        );
        Assert.Equal([ThePartner, Other], entry.Partners);
    }

    [Fact]
    public void A_partner_sees_the_lead_and_who_is_in()
    {
        var entry = EntryOf([
            .. Samples.PartnerJoined,
            new RosterReceived(Lead, 0, 1, [ThePartner, Other], 0, false, Noon),
        ]);

        Assert.Equal(("open", "partner", Lead), (entry.Stage, entry.Role, entry.Sheet.Lead));
        Assert.Equal([Other], entry.Sheet.Partners.Select(p => p.Authority));
        Assert.Equal((InvitationId, Lead), (entry.Sheet.Invitation?.LetterId, entry.Sheet.Invitation?.From));
    }

    [Fact]
    public void A_draft_is_no_joint_investigation_yet() => Assert.Null(EntryOf(Draft).Sheet.JointInvestigation);

    [Fact]
    public void What_is_searched_is_lower_case_and_has_names_and_identifiers() =>
        Assert.Equal(
            "xa-2026-0001\nvenue without registration\ndelta derivatives exchange\n529900t8bm49aursdo55",
            EntryOf(Draft).Text
        );

    [Theory]
    [InlineData(false, false, "running")]
    [InlineData(true, false, "late")]
    [InlineData(true, true, "overdue")]
    public void A_wait_says_on_whom_for_what_and_how_late(bool warned, bool failed, string state)
    {
        CaseEvent[] events = Joined;
        events = warned ? [.. events, new ClockWarned(ClockKeys.Answer(Other), Other, Noon, Noon)] : events;
        events = failed ? [.. events, new ClockFailed(ClockKeys.Answer(Other), Other, Noon, Noon)] : events;

        Assert.Equal(
            [new WaitLine(Other, "invitation-answer", Noon, WorkingDays(10), state)],
            EntryOf(events).Sheet.Waits
        );
    }

    [Fact]
    public void An_acknowledged_invitation_waits_for_this_authoritys_answer()
    {
        var waits = EntryOf([.. Samples.PartnerInvited, new InvitationAcknowledged(Officer, Noon)]).Sheet.Waits;

        Assert.Equal([new WaitLine(ThePartner, "invitation-answer", Noon, null, "running")], waits);
        Assert.Empty(EntryOf(Samples.PartnerJoined).Sheet.Waits);
    }

    [Fact]
    public void A_suspended_case_waits_without_its_clocks() =>
        Assert.Equal("paused", EntryOf([.. Joined, new CaseSuspended(1, "Court", Officer, Noon)]).Sheet.Waits[0].State);

    [Fact]
    public void The_outline_says_nothing_of_what_the_case_is_about()
    {
        var outline = EntryOf([.. AllAnswered, TheExhibit, new CaseClosed("settled", "Penalty paid.", Officer, Noon)])
            .Sheet.Outline();
        var text = System.Text.Json.JsonSerializer.Serialize(outline);

        Assert.True(outline.IsOutline);
        Assert.DoesNotContain("Delta", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wash", text, StringComparison.Ordinal);
        Assert.DoesNotContain("registration", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Order book", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Penalty", text, StringComparison.Ordinal);
        Assert.DoesNotContain("We see no case", text, StringComparison.Ordinal);
        Assert.Equal(("XA-2026-0001", "closed", "settled"), (outline.Reference, outline.Stage, outline.Outcome));
    }

    [Fact]
    public void A_purged_case_is_in_nobodys_list()
    {
        var entry = EntryOf([.. Draft, new CaseClosed("warned", "x", Officer, Noon), new CasePurged(Officer, Noon)]);

        Assert.Empty(entry.Groups);
        Assert.Empty(entry.Members);
        Assert.Equal("xa-2026-0001\n", entry.Text);
    }

    [Fact]
    public void Waits_are_counted_per_authority_and_act()
    {
        var counts = WaitingCount.Of([
            new(Other, "invitation-answer", Noon.AddDays(1), null, "overdue"),
            new(Other, "invitation-answer", Noon, null, "running"),
            new(ThePartner, "acknowledgement", Noon.AddDays(-1), null, "late"),
        ]);

        Assert.Equal(
            [
                new WaitingCount(ThePartner, "acknowledgement", 1, 0, Noon.AddDays(-1)),
                new WaitingCount(Other, "invitation-answer", 2, 1, Noon),
            ],
            counts
        );
    }

    private static CaseEntry EntryOf(CaseEvent[] events) =>
        CaseEntry.Of(new Given<Case, CaseEvent>(events).State, new StreamFacts(CaseId, Lead, events.Length, Noon));
}
