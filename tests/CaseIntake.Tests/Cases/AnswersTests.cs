using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

/// <summary>What an invited authority answers.</summary>
public sealed class AnswersTests
{
    private static readonly InvitationDeclined Declined = new("not-needed", "We see no case.", Officer, Noon);
    private static readonly InvitationTakenBack TakenBack = new(Lead, Noon);
    private static readonly DeclineInvitation Decline = new("not-needed", "We see no case.");

    [Fact]
    public void A_person_acknowledges() =>
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(c => AcknowledgeInvitation.Decide(c, Turn()))
            .Then(
                new InvitationAcknowledged(Officer, Noon),
                Answer(LetterKinds.Acknowledgement, new AcknowledgementLetter { Round = 1 }, closing: true)
            );

    [Fact]
    public void An_own_case_has_no_invitation_to_acknowledge() =>
        new Given<Case, CaseEvent>(Draft).When(c => AcknowledgeInvitation.Decide(c, Turn())).ThenRefused("not-invited");

    [Fact]
    public void The_authority_joins() =>
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(c => JoinInvestigation.Decide(c, Turn()))
            .Then(
                new InvestigationJoined(Officer, Noon),
                Answer(LetterKinds.Joining, new JoiningLetter { Round = 1 }, closing: false)
            );

    [Fact]
    public void An_own_case_is_not_joined() =>
        new Given<Case, CaseEvent>(Draft).When(c => JoinInvestigation.Decide(c, Turn())).ThenRefused("not-invited");

    [Fact]
    public void A_withdrawn_invitation_is_not_joined() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerInvited, TakenBack])
            .When(c => JoinInvestigation.Decide(c, Turn()))
            .ThenRefused("invitation-withdrawn");

    [Fact]
    public void A_declined_invitation_is_not_joined() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerInvited, Declined])
            .When(c => JoinInvestigation.Decide(c, Turn()))
            .ThenRefused("invitation-answered");

    [Fact]
    public void The_authority_declines_on_a_ground() =>
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(c => DeclineInvitation.Decide(c, Decline, Turn()))
            .Then(
                Declined,
                Answer(LetterKinds.Declining, (DecliningLetter)Letters.All[LetterKinds.Declining], closing: true)
            );

    [Fact]
    public void Who_joined_leaves_instead_of_declining() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => DeclineInvitation.Decide(c, Decline, Turn()))
            .ThenRefused("already-joined");

    [Fact]
    public void A_withdrawn_invitation_is_not_declined() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerInvited, TakenBack])
            .When(c => DeclineInvitation.Decide(c, Decline, Turn()))
            .ThenRefused("invitation-answered");

    [Fact]
    public void An_own_case_is_not_declined() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => DeclineInvitation.Decide(c, Decline, Turn()))
            .ThenRefused("not-invited");

    [Fact]
    public void A_partner_leaves() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => LeaveInvestigation.Decide(c, new("No capacity."), Turn()))
            .Then(
                new InvestigationLeft("No capacity.", Officer, Noon),
                Answer(LetterKinds.Leaving, new LeavingLetter { Reason = "No capacity." }, closing: true)
            );

    [Fact]
    public void The_lead_hands_over_before_it_leaves() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => LeaveInvestigation.Decide(c, new("No capacity."), Turn()))
            .ThenRefused("lead-cannot-leave");

    [Fact]
    public void Who_has_not_joined_does_not_leave() =>
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(c => LeaveInvestigation.Decide(c, new("No capacity."), Turn()))
            .ThenRefused("not-joined");

    [Fact]
    public void After_the_lead_closed_there_is_nothing_to_leave() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new LeadClosed(Lead, "settled", "Paid.", Noon)])
            .When(c => LeaveInvestigation.Decide(c, new("No capacity."), Turn()))
            .ThenRefused("lead-closed");

    private static LetterWritten Answer<T>(string kind, T content, bool closing)
        where T : LetterContent => Letter(Lead, kind, content, InvitationId, Turn(), closing: closing);
}
