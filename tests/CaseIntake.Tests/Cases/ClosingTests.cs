using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class ClosingTests
{
    private static readonly CloseCase Close = new("settled", "Penalty paid.");
    private static readonly CaseClosed Closed = new("settled", "Penalty paid.", Officer, Noon);

    [Fact]
    public void The_lead_closes_tells_who_is_in_and_takes_open_invitations_back() =>
        new Given<Case, CaseEvent>(Joined)
            .When(c => CloseCase.Decide(c, Close, Turn()))
            .Then(
                Closed,
                Notice(ThePartner, InvitationId),
                new InvitationWithdrawn(Other, Officer, Noon),
                Letter(
                    Other,
                    LetterKinds.Withdrawal,
                    new WithdrawalLetter { Term = 0, Round = 1 },
                    OtherInvitationId,
                    Turn(),
                    closing: true
                )
            );

    [Fact]
    public void A_partner_closes_its_own_file_and_tells_the_lead() =>
        new Given<Case, CaseEvent>(Samples.PartnerJoined)
            .When(c => CloseCase.Decide(c, Close, Turn()))
            .Then(Closed, Notice(Lead, InvitationId));

    [Fact]
    public void A_draft_closes_without_a_word() =>
        new Given<Case, CaseEvent>(Draft).When(c => CloseCase.Decide(c, Close, Turn())).Then(Closed);

    [Fact]
    public void Who_left_closes_its_own_case() =>
        new Given<Case, CaseEvent>([.. Samples.PartnerJoined, new InvestigationLeft("Done", Officer, Noon)])
            .When(c => CloseCase.Decide(c, Close, Turn()))
            .Then(Closed);

    [Fact]
    public void An_invitation_is_answered_first() =>
        new Given<Case, CaseEvent>(Samples.PartnerInvited)
            .When(c => CloseCase.Decide(c, Close, Turn()))
            .ThenRefused("invitation-unanswered");

    [Fact]
    public void An_offer_of_the_lead_is_answered_first() =>
        new Given<Case, CaseEvent>(Offered)
            .When(c => CloseCase.Decide(c, Close, Turn()))
            .ThenRefused("lead-offer-open");

    [Fact]
    public void A_case_closes_with_one_outcome() =>
        new Given<Case, CaseEvent>([.. Draft, Closed])
            .When(c => CloseCase.Decide(c, new("warned", "Public warning."), Turn()))
            .ThenRefused("case-closed");

    [Fact]
    public void A_closed_case_is_archived_and_kept_from_its_closure_on() =>
        new Given<Case, CaseEvent>([.. Draft, Closed])
            .When(c => ArchiveCase.Decide(c, Turn(hours: 24), Settings))
            .Then(new CaseArchived(Noon.AddDays(1826), Officer, Noon.AddDays(1)));

    [Fact]
    public void An_open_case_is_not_archived() =>
        new Given<Case, CaseEvent>(Open)
            .When(c => ArchiveCase.Decide(c, Turn(), Settings))
            .ThenRefused("case-not-closed");

    [Fact]
    public void A_purged_file_holds_nothing_of_what_it_said()
    {
        var after = new Given<Case, CaseEvent>([.. Draft, TheExhibit, Closed, new CaseArchived(Noon, Officer, Noon)])
            .When(c => PurgeCase.Decide(c, Turn()))
            .ThenOnce(new CasePurged(Officer, Noon));

        Assert.Equal(("", "XA-2026-0001", ""), (after.Title, after.Reference, after.Closing?.Summary));
        Assert.Empty(after.Subjects);
        Assert.Empty(after.Allegations);
        Assert.Empty(after.Exhibits);
        Assert.Empty(after.Groups);
        Assert.IsType<Decider.Unchanged<CaseEvent>>(PurgeCase.Decide(after, Turn()));
    }

    [Fact]
    public void A_file_is_not_purged_while_it_must_be_kept() =>
        new Given<Case, CaseEvent>([.. Draft, Closed, new CaseArchived(Noon.AddDays(1), Officer, Noon)])
            .When(c => PurgeCase.Decide(c, Turn()))
            .ThenRefused("retention-runs");

    [Fact]
    public void A_file_is_archived_before_it_is_purged() =>
        new Given<Case, CaseEvent>([.. Draft, Closed])
            .When(c => PurgeCase.Decide(c, Turn()))
            .ThenRefused("case-not-archived");

    private static LetterWritten Notice(string to, Guid reliesOn) =>
        Letter(
            to,
            LetterKinds.Closure,
            new ClosureLetter
            {
                Term = 0,
                Outcome = "settled",
                Summary = "Penalty paid.",
            },
            reliesOn,
            Turn(),
            closing: true
        );
}
