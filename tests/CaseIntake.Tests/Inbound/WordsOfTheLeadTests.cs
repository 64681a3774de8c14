using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

/// <summary>What a partner takes from the lead: rosters, pauses, offers and closure.</summary>
public sealed class WordsOfTheLeadTests
{
    private static readonly CaseEvent[] Left = [.. Samples.PartnerJoined, new InvestigationLeft("Done", Officer, Noon)];

    [Fact]
    public void The_roster_says_who_is_in()
    {
        var letter = Roster(Lead, 0, 1, Lead, ThePartner, Other);
        var after = new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .ThenOnce(Taken(letter), new RosterReceived(Lead, 0, 1, [ThePartner, Other], 0, false, Noon));

        Assert.Contains(Other, after.Joined);
    }

    [Theory]
    [InlineData(1, true, CaseStage.Suspended)]
    [InlineData(2, false, CaseStage.Open)]
    [InlineData(0, true, CaseStage.Open)]
    public void The_roster_says_whether_the_investigation_is_suspended(int pauses, bool isSuspended, CaseStage stage)
    {
        var file = new Given<Case, CaseEvent>([
            .. Samples.PartnerJoined,
            new RosterReceived(Lead, 0, 1, [ThePartner], pauses, isSuspended, Noon),
        ]).State;

        Assert.Equal((stage, pauses), (file.Stage, file.PauseNumber));
        Assert.Equal(stage == CaseStage.Suspended, file.SuspendedAt is not null);
    }

    [Fact]
    public void An_older_roster_is_set_aside()
    {
        var letter = Roster(Lead, 0, 2, Lead, ThePartner);
        new Given<Case, CaseEvent>([
            .. Samples.PartnerJoined,
            new RosterReceived(Lead, 0, 3, [ThePartner], 0, false, Noon),
        ])
            .When(Reading(letter))
            .Then(SetAside(letter, "overtaken"));
    }

    [Fact]
    public void The_lead_names_its_successor()
    {
        var letter = Roster(Lead, 1, 1, Other, Lead, ThePartner);
        var after = new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .ThenOnce(Taken(letter), new RosterReceived(Other, 1, 1, [Lead, ThePartner], 0, false, Noon));

        Assert.Equal((Other, 1), (after.Lead, after.Term));
    }

    [Fact]
    public void Nobody_makes_itself_the_lead()
    {
        var letter = Roster(Other, 0, 9, Other, ThePartner);
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .Then(SetAside(letter, "sender-not-the-lead"));
    }

    [Fact]
    public void A_successor_not_yet_named_is_waited_for()
    {
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(Roster(Other, 1, 2, Other, ThePartner)))
            .ThenRefused("lead-not-yet-known");
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(Suspension(Other, 1, 1)))
            .ThenRefused("lead-not-yet-known");
        new Given<Case, CaseEvent>(Offered)
            .When(Reading(Suspension(ThePartner, 1, 1)))
            .ThenRefused("lead-not-yet-known");
    }

    [Fact]
    public void Who_left_before_the_lead_changed_tells_the_new_lead()
    {
        var letter = Roster(Lead, 1, 1, Other, Lead, ThePartner);
        var cause = Reception.TurnOf(letter, Noon);
        new Given<Case, CaseEvent>(Left)
            .When(Reading(letter))
            .Then(
                Taken(letter),
                new RosterReceived(Other, 1, 1, [Lead, ThePartner], 0, false, Noon),
                Letter(
                    Other,
                    LetterKinds.Leaving,
                    new LeavingLetter { Reason = "This authority left before the lead was handed over." },
                    null,
                    cause,
                    closing: true
                ) with
                {
                    Ask = new Ask(null, false, TheMatter, Filed.Assistance, Filed.Missing, NoFacts),
                }
            );
    }

    [Fact]
    public void Who_is_out_is_not_moved_by_rosters()
    {
        var letter = Roster(Lead, 0, 4, Lead, Other);
        new Given<Case, CaseEvent>(Left).When(Reading(letter)).Then(SetAside(letter, "not-in-the-investigation"));
    }

    [Fact]
    public void A_new_lead_takes_its_predecessors_last_roster_and_passes_news_on()
    {
        var accepted = new LeadTaken(Officer, Noon);
        var letter = Roster(Lead, 1, 1, ThePartner, Lead, "MSB-KNA");
        var state = new Given<Case, CaseEvent>([.. PartnerOffered, accepted]).State;
        var decision = Reading(letter)(state);
        var after = Decider.Fold.Onto(state, Assert.IsType<Decider.Events<CaseEvent>>(decision).Happened);

        Assert.Equal(["MSB-KNA", Lead], after.Joined);
        Assert.Equal(PartnerState.Left, after.Partners[Other].State);
        Assert.Equal(["MSB-KNA", Lead], after.Letters.Where(l => l.Kind == LetterKinds.Roster).Select(l => l.To));
    }

    [Fact]
    public void A_new_lead_hears_nobody_else_on_who_is_in()
    {
        var letter = Roster(Other, 1, 1, ThePartner, Other);
        new Given<Case, CaseEvent>([.. PartnerOffered, new LeadTaken(Officer, Noon)])
            .When(Reading(letter))
            .Then(SetAside(letter, "sender-not-the-lead"));
    }

    [Fact]
    public void A_pause_reaches_the_partners_file_and_ends()
    {
        var suspension = Suspension(Lead, 0, 1);
        var resumption = Received(Lead, LetterKinds.Resumption, new ResumptionLetter { Term = 0, Number = 2 }, 2);
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(suspension))
            .Then(Taken(suspension), new CaseSuspended(1, "Court", Lead, Noon));
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new CaseSuspended(1, "Court", Lead, Noon)])
            .When(Reading(resumption))
            .Then(Taken(resumption), new CaseResumed(2, Lead, Noon));
    }

    [Fact]
    public void A_suspension_that_its_resumption_overtook_changes_nothing()
    {
        var resumption = Received(Lead, LetterKinds.Resumption, new ResumptionLetter { Term = 0, Number = 2 }, 2);
        var after = new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(resumption))
            .ThenOnce(Taken(resumption), new CaseResumed(2, Lead, Noon));

        var late = Suspension(Lead, 0, 1);
        var decision = Assert.IsType<Decider.Events<CaseEvent>>(Reading(late)(after));
        Assert.Equal("overtaken", Assert.IsType<LetterSetAside>(decision.Happened[1]).Reason);
    }

    [Fact]
    public void A_pause_does_not_reach_who_is_out()
    {
        var letter = Suspension(Lead, 0, 1);
        new Given<Case, CaseEvent>(Left).When(Reading(letter)).Then(SetAside(letter, "not-in-the-investigation"));
    }

    [Fact]
    public void The_lead_is_offered()
    {
        var letter = OfferLetter(Lead, 0);
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .Then(
                Taken(letter),
                new LeadOfferReceived(letter.LetterId, Lead, [ThePartner, Other], 0, WorkingDays(5), Noon)
            );
    }

    [Fact]
    public void An_offer_reaches_only_who_is_in_and_in_time()
    {
        var letter = OfferLetter(Lead, 0);
        new Given<Case, CaseEvent>(Left).When(Reading(letter)).Then(SetAside(letter, "not-in-the-investigation"));
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new LeadClosed(Lead, "settled", "", Noon)])
            .When(Reading(letter))
            .Then(SetAside(letter, "lead-closed"));
        var late = Assert.IsType<Decider.Events<CaseEvent>>(
            Reading(letter, WorkingDays(6))(new Given<Case, CaseEvent>(Samples.PartnerJoined).State)
        );
        Assert.Equal("lead-offer-lapsed", Assert.IsType<LetterSetAside>(late.Happened[1]).Reason);
    }

    [Fact]
    public void An_offer_of_who_does_not_lead_is_set_aside()
    {
        var letter = OfferLetter(Other, 0);
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .Then(SetAside(letter, "sender-not-the-lead"));
    }

    [Fact]
    public void The_lead_closes_and_the_partners_file_stays_open()
    {
        var letter = Received(Lead, LetterKinds.Closure, (ClosureLetter)Letters.All[LetterKinds.Closure]);
        var after = new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(letter))
            .ThenOnce(Taken(letter), new LeadClosed(Lead, "settled", "Penalty paid.", Noon));

        Assert.Equal(CaseStage.Open, after.Stage);
        Assert.Equal("settled", after.LeadClosing?.Outcome);
    }

    [Fact]
    public void The_lead_closes_once_and_nobody_else_for_it()
    {
        var again = Received(Lead, LetterKinds.Closure, (ClosureLetter)Letters.All[LetterKinds.Closure]);
        var other = Received(Other, LetterKinds.Closure, (ClosureLetter)Letters.All[LetterKinds.Closure]);
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new LeadClosed(Lead, "settled", "", Noon)])
            .When(Reading(again))
            .Then(SetAside(again, "lead-closed-before"));
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(Reading(other))
            .Then(SetAside(other, "sender-not-the-lead"));
    }

    private static ReceivedLetter Roster(string from, int term, int sequence, string lead, params string[] members) =>
        Received(
            from,
            LetterKinds.Roster,
            new RosterLetter
            {
                Term = term,
                Sequence = sequence,
                Lead = lead,
                Members = members,
                Pauses = 0,
                IsSuspended = false,
            }
        );

    private static ReceivedLetter Suspension(string from, int term, int number) =>
        Received(
            from,
            LetterKinds.Suspension,
            new SuspensionLetter
            {
                Term = term,
                Number = number,
                Reason = "Court",
            }
        );

    private static ReceivedLetter OfferLetter(string from, int term) =>
        Received(
            from,
            LetterKinds.LeadOffer,
            new LeadOfferLetter
            {
                Term = term,
                Members = [ThePartner, Other],
                Pauses = 0,
                AnswerBy = WorkingDays(5),
            }
        );
}
