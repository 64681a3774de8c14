using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Platform.Messaging;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class InvestigationAnnouncementsTests
{
    [Fact]
    public void An_opened_case_tells_who_may_see_it_in_a_lane_of_its_own()
    {
        var announcement = Assert.Single(Announce(Opened, Lead, 1));
        Assert.Equal((Lead, "investigations"), (announcement.RoutingKey, announcement.Lane));
        var told = Assert.IsType<InvestigationChanged>(announcement.Contract);
        Assert.Equal(
            (CaseId, Lead, 1L, "opened", Lead),
            (told.CaseId, told.Authority, told.Number, told.Change, told.Lead)
        );
        Assert.Equal((Opened.Matter.Code, Opened.Matter.Over), (told.Matter, told.Over));
        Assert.Equal(Opened.Groups, told.Groups);
        Assert.Equal(Opened.Members, told.MembersWithAccess);
    }

    [Fact]
    public void A_lead_tells_that_it_filed_who_joined_and_that_it_passed_the_lead()
    {
        var told = Joined.Append(new LeadPassed(ThePartner, Noon)).SelectMany((e, i) => Told(e, Lead, i + 1)).ToList();
        Assert.Equal(["opened", "filed", "partner-joined", "lead-passed"], told.Select(t => t.Change));
        Assert.Equal(told.OrderBy(t => t.Number), told);
        Assert.Equal((ThePartner, ThePartner), (told[2].Partner, told[3].Lead));
    }

    [Fact]
    public void A_partner_tells_of_the_invitation_that_it_joined_and_who_is_in()
    {
        var roster = new RosterReceived(Lead, 0, 1, [ThePartner, Other], 2, true, Noon);
        var told = Samples.PartnerJoined.Append(roster).SelectMany((e, i) => Told(e, ThePartner, i + 1)).ToList();
        Assert.Equal(["invited", "joined", "roster"], told.Select(t => t.Change));
        Assert.Equal((Lead, Lead), (told[0].Lead, told[2].Lead));
        Assert.Equal((2, true), (told[2].Pauses, told[2].IsSuspended));
        Assert.Equal([ThePartner, Other], told[2].Members);
    }

    [Fact]
    public void Pauses_and_ends_are_told()
    {
        CaseEvent[] events =
        [
            new CaseSuspended(1, "Court.", Officer, Noon),
            new CaseResumed(2, Officer, Noon),
            new PartnerLeft(Other, "Done.", Noon),
            new PartnerClosed(ThePartner, "settled", "Done.", Noon),
            new LeadTaken(Officer, Noon),
            new InvestigationLeft("Done.", Officer, Noon),
            new CaseClosed("settled", "Done.", Officer, Noon),
            new CasePurged(Officer, Noon),
        ];
        Assert.Equal(
            ["paused", "paused", "partner-left", "partner-left", "lead-taken", "left", "closed", "purged"],
            events.SelectMany((e, i) => Told(e, Lead, i + 1)).Select(t => t.Change)
        );
    }

    [Fact]
    public void Neither_letters_nor_what_the_file_says_are_told() =>
        Assert.Empty(
            AllAnswered
                .Where(e => e is LetterWritten or LetterTaken or SubjectAdded or AllegationAdded)
                .SelectMany(e => Announce(e, Lead, 1))
        );

    private static IEnumerable<Announcement> Announce(CaseEvent @event, string authority, long version) =>
        InvestigationAnnouncements.Announce(new AnnouncedEvent(@event, authority, CaseId, version));

    private static IEnumerable<InvestigationChanged> Told(CaseEvent @event, string authority, long version) =>
        Announce(@event, authority, version).Select(a => (InvestigationChanged)a.Contract);
}
