using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class PauseTests
{
    private static readonly CaseSuspended Suspended = new(1, "A court decides first.", Officer, Noon);

    [Fact]
    public void Everyone_who_is_in_learns_of_the_suspension_and_nobody_else() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => SuspendCase.Decide(c, new(Suspended.Reason), Turn()))
            .Then(
                Suspended,
                Letter(
                    ThePartner,
                    LetterKinds.Suspension,
                    new SuspensionLetter
                    {
                        Term = 0,
                        Number = 1,
                        Reason = Suspended.Reason,
                    },
                    InvitationId,
                    Turn()
                )
            );

    [Fact]
    public void Nothing_is_suspended_while_the_lead_is_offered() =>
        new Given<Case, CaseEvent>(Offered)
            .When(c => SuspendCase.Decide(c, new("Court"), Turn()))
            .ThenRefused("lead-offer-open");

    [Fact]
    public void A_draft_is_not_suspended() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => SuspendCase.Decide(c, new("Court"), Turn()))
            .ThenRefused("not-filed");

    [Fact]
    public void A_partner_suspends_nothing() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => SuspendCase.Decide(c, new("Court"), Turn()))
            .ThenRefused("not-the-lead");

    [Fact]
    public void After_a_pause_as_many_working_days_are_left_as_before()
    {
        // Suspended on Monday with nine full working days after the first left; resumed a fortnight later.
        var later = Turn(hours: 24 * 14);
        var state = new Given<Case, CaseEvent>([.. Joined, Suspended])
            .When(c => ResumeCase.Decide(c, later, TheCalendars))
            .ThenOnce(
                new CaseResumed(2, Officer, later.Now),
                new ClockMoved(
                    ClockKeys.Answer(Other),
                    WorkingDays(5).AddDays(14),
                    WorkingDays(10).AddDays(14),
                    later.Now
                ),
                Letter(
                    ThePartner,
                    LetterKinds.Resumption,
                    new ResumptionLetter { Term = 0, Number = 2 },
                    InvitationId,
                    later
                )
            );

        Assert.Equal(CaseStage.Open, state.Stage);
    }

    [Fact]
    public void What_is_not_suspended_is_not_resumed() =>
        new Given<Case, CaseEvent>(Joined).When(c => ResumeCase.Decide(c, Turn(), TheCalendars)).ThenNothing();

    [Fact]
    public void A_partner_resumes_nothing() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => ResumeCase.Decide(c, Turn(), TheCalendars))
            .ThenRefused("not-the-lead");
}
