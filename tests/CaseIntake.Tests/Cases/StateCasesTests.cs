using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class StateCasesTests
{
    [Fact]
    public void A_lead_states_who_joined_and_who_may_see_it() =>
        new Given<Case, CaseEvent>(TwoJoined)
            .When(c => StateCases.Decide(c, "operator", Noon))
            .ThenOnce(Stated(Lead, [ThePartner, Other], "open"));

    [Fact]
    public void A_partner_states_the_lead_and_the_others()
    {
        var roster = new RosterReceived(Lead, 0, 1, [ThePartner, Other], 2, true, Noon);
        var file = Fold.Of<Case>([.. Samples.PartnerJoined, roster]);
        var stated = Assert.IsType<CaseStated>(Assert.Single(Happened(file)));
        Assert.Equal(("suspended", Lead, 2), (stated.State, stated.Lead, stated.Pauses));
        Assert.Equal([Lead, Other], stated.Joined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_says_where_the_file_stands()
    {
        Assert.Equal("draft", StateOf(Draft));
        Assert.Equal("invited", StateOf(Samples.PartnerInvited));
        Assert.Equal("left", StateOf([.. Samples.PartnerJoined, new InvestigationLeft("Done.", Officer, Noon)]));
        Assert.Equal("suspended", StateOf([.. Joined, new CaseSuspended(1, "Court.", Officer, Noon)]));
        Assert.Equal("closed", StateOf([.. Joined, new CaseClosed("settled", "Done.", Officer, Noon)]));
    }

    [Fact]
    public void What_is_not_there_or_was_purged_is_not_stated()
    {
        new Given<Case, CaseEvent>().When(c => StateCases.Decide(c, "operator", Noon)).ThenNothing();
        new Given<Case, CaseEvent>([.. Joined, new CasePurged(Officer, Noon)])
            .When(c => StateCases.Decide(c, "operator", Noon))
            .ThenNothing();
    }

    [Fact]
    public void Nothing_of_the_case_changes()
    {
        var file = Fold.Of<Case>(TwoJoined);
        Assert.Same(file, file.Evolve(Stated(Lead, [ThePartner, Other], "open")));
    }

    [Fact]
    public void It_is_told_whole_in_the_lane_of_investigations()
    {
        var stated = Stated(Lead, [ThePartner], "open") with { Members = ["head"], Pauses = 2 };
        var announcement = Assert.Single(
            InvestigationAnnouncements.Announce(new AnnouncedEvent(stated, Lead, CaseId, 9))
        );
        Assert.Equal((Lead, "investigations"), (announcement.RoutingKey, announcement.Lane));
        Assert.Equivalent(
            new InvestigationChanged
            {
                CaseId = CaseId,
                Authority = Lead,
                Number = 9,
                Change = "stated",
                State = "open",
                Lead = Lead,
                Members = [ThePartner],
                Pauses = 2,
                Matter = Opened.Matter.Code,
                Over = Opened.Matter.Over,
                Groups = Opened.Groups,
                MembersWithAccess = ["head"],
                At = Noon,
            },
            announcement.Contract,
            strict: true
        );
    }

    private static CaseStated Stated(string lead, string[] joined, string state) =>
        new(
            state,
            lead,
            joined,
            0,
            Opened.Matter.Code,
            Opened.Matter.Over,
            Opened.Groups,
            Opened.Members,
            "operator",
            Noon
        );

    private static string StateOf(CaseEvent[] events) =>
        ((CaseStated)Assert.Single(Happened(Fold.Of<Case>(events)))).State;

    private static IReadOnlyList<CaseEvent> Happened(Case file) =>
        Assert.IsType<Events<CaseEvent>>(StateCases.Decide(file, "operator", Noon)).Happened;
}
