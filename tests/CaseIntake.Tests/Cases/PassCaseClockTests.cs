using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class PassCaseClockTests
{
    private static readonly string Key = ClockKeys.Answer(Other);
    private static readonly ClockWarned Warned = new(Key, Other, WorkingDays(5), WorkingDays(5));
    private static readonly ClockFailed Failed = new(Key, Other, WorkingDays(10), WorkingDays(10));

    [Fact]
    public void An_unanswered_invitation_warns_then_is_overdue_in_the_invited_authoritys_working_days()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), WorkingDays(5));
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero), WorkingDays(10));
        new Given<Case, CaseEvent>(Open).When(c => Pass(c, DeadlineStage.Warn, WorkingDays(5))).Then(Warned);
        new Given<Case, CaseEvent>([.. Open, Warned])
            .When(c => Pass(c, DeadlineStage.Fail, WorkingDays(10)))
            .Then(Failed);
    }

    [Fact]
    public void An_answer_stops_the_clock() =>
        new Given<Case, CaseEvent>(TwoJoined).When(c => Pass(c, DeadlineStage.Warn, WorkingDays(5))).ThenNothing();

    [Fact]
    public void A_stale_deadline_passes_nothing() =>
        new Given<Case, CaseEvent>(Open).When(c => Pass(c, DeadlineStage.Warn, Noon)).ThenNothing();

    [Fact]
    public void No_clock_runs_while_the_investigation_is_suspended() =>
        new Given<Case, CaseEvent>([.. Open, new CaseSuspended(1, "Court", Officer, Noon)])
            .When(c => Pass(c, DeadlineStage.Fail, WorkingDays(10)))
            .ThenNothing();

    [Fact]
    public void No_clock_runs_in_a_closed_case() =>
        Assert.Empty(
            PassCaseClock.Running(
                new Given<Case, CaseEvent>([.. Open, new CaseClosed("settled", "", Officer, Noon)]).State
            )
        );

    [Fact]
    public void An_offer_of_the_lead_ends_with_its_clock_on_both_sides()
    {
        var lapse = WorkingDays(5).AddDays(7);
        var lead = new Given<Case, CaseEvent>(Offered)
            .When(c => PassCaseClock.Decide(c, new(CaseId, ClockKeys.LeadOffer, DeadlineStage.Fail, lapse), lapse))
            .ThenOnce(new ClockFailed(ClockKeys.LeadOffer, ThePartner, lapse, lapse));
        var partner = new Given<Case, CaseEvent>(PartnerOffered)
            .When(c =>
                PassCaseClock.Decide(
                    c,
                    new(CaseId, ClockKeys.LeadAnswer, DeadlineStage.Fail, WorkingDays(5)),
                    WorkingDays(5)
                )
            )
            .ThenOnce(new ClockFailed(ClockKeys.LeadAnswer, ThePartner, WorkingDays(5), WorkingDays(5)));

        Assert.Null(lead.Offer);
        Assert.Null(partner.Offer);
        Assert.DoesNotContain(ClockKeys.LeadOffer, lead.Clocks.Keys);
    }

    [Fact]
    public void A_received_invitation_is_to_be_acknowledged_in_own_working_days()
    {
        var running = PassCaseClock.Running(new Given<Case, CaseEvent>(Samples.PartnerInvited).State);

        Assert.Equal([new OpenDeadline("acknowledgement", WorkingDays(3), WorkingDays(5))], running);
    }

    private static Decider.Decision<CaseEvent> Pass(Case current, DeadlineStage stage, DateTimeOffset now) =>
        PassCaseClock.Decide(current, new PassedDeadline(CaseId, Key, stage, now), now);
}
