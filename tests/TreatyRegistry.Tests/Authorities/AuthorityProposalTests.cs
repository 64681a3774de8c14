using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests.Authorities;

public sealed class AuthorityProposalTests
{
    private static readonly AuthorityChangeProposed Proposed = new(
        ProposalId,
        Registration,
        Today,
        Noon,
        "It joins the network.",
        "registrar",
        Noon
    );

    private static readonly AuthorityChangeProposed ForLater = Proposed with
    {
        EffectiveFrom = Today.AddDays(10),
        EffectiveAt = Noon.AddDays(10),
    };

    private static readonly AuthorityChangeApproved Approved = new(ProposalId, "registrar2", Noon);
    private static readonly ChangeSource Source = new("registrar", "registrar2", ProposalId, null, Noon);

    [Fact]
    public void A_change_that_is_possible_can_be_proposed() =>
        new Given<Authority, AuthorityEvent>().When(a => ProposeAuthorityChange.Decide(a, Proposed)).Then(Proposed);

    [Fact]
    public void A_change_that_would_be_refused_cannot_be_proposed() =>
        new Given<Authority, AuthorityEvent>()
            .When(a =>
                ProposeAuthorityChange.Decide(
                    a,
                    Proposed with
                    {
                        Change = Registration with { What = AuthorityChange.Correction },
                    }
                )
            )
            .ThenRefused("authority-unregistered");

    [Fact]
    public void A_change_that_changes_nothing_cannot_be_proposed() =>
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => ProposeAuthorityChange.Decide(a, Proposed))
            .ThenRefused("nothing-changes");

    [Fact]
    public void Another_registrar_approves_and_the_change_is_in_force() =>
        new Given<Authority, AuthorityEvent>(Proposed)
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar2", Noon))
            .Then(Approved, new AuthorityEntered(Entry(3), Source));

    [Fact]
    public void The_proposer_cannot_approve() =>
        new Given<Authority, AuthorityEvent>(Proposed)
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar", Noon))
            .ThenRefused("same-person");

    [Fact]
    public void An_unknown_proposal_cannot_be_approved() =>
        new Given<Authority, AuthorityEvent>(Proposed)
            .When(a => DecideAuthorityProposal.Approve(a, Guid.Empty, "registrar2", Noon))
            .ThenRefused("proposal-unknown");

    [Fact]
    public void What_became_impossible_meanwhile_cannot_be_approved() =>
        new Given<Authority, AuthorityEvent>(
            Proposed with
            {
                Change = Registration with { Name = "Another" },
            },
            new AuthorityEntered(Entry(2), ByTwo)
        )
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar2", Noon))
            .ThenRefused("authority-registered");

    [Fact]
    public void What_was_done_meanwhile_cannot_be_approved() =>
        new Given<Authority, AuthorityEvent>(Proposed, new AuthorityEntered(Entry(2), ByTwo))
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar2", Noon))
            .ThenRefused("nothing-changes");

    [Fact]
    public void A_change_for_a_later_day_waits_for_it() =>
        new Given<Authority, AuthorityEvent>(ForLater)
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar2", Noon))
            .Then(Approved);

    [Fact]
    public void Only_what_is_approved_and_not_in_force_has_a_clock()
    {
        Assert.Empty(Clocks(ForLater));
        Assert.Equal(ForLater.EffectiveAt, Assert.Single(Clocks(ForLater, Approved)).FailAt);
        Assert.Empty(Clocks(ForLater, Approved, new AuthorityEntered(Entry(3), Source)));
        Assert.Empty(Clocks(ForLater, new AuthorityChangeRejected(ProposalId, "No.", "registrar2", Noon)));
    }

    [Fact]
    public void On_its_day_it_takes_effect() =>
        new Given<Authority, AuthorityEvent>(ForLater, Approved)
            .When(a => DecideAuthorityProposal.TakeEffect(a, ProposalId, Noon))
            .Then(new AuthorityEntered(Entry(3), Source));

    [Fact]
    public void On_its_day_it_lapses_when_it_became_impossible() =>
        new Given<Authority, AuthorityEvent>(
            ForLater with
            {
                Change = Registration with { Name = "Another" },
            },
            Approved,
            new AuthorityEntered(Entry(3), ByTwo)
        )
            .When(a => DecideAuthorityProposal.TakeEffect(a, ProposalId, Noon))
            .Then(new AuthorityChangeLapsed(ProposalId, "authority-registered", Noon));

    [Fact]
    public void What_nobody_approved_takes_no_effect() =>
        new Given<Authority, AuthorityEvent>(ForLater)
            .When(a => DecideAuthorityProposal.TakeEffect(a, ProposalId, Noon))
            .ThenNothing();

    [Theory]
    [InlineData("registrar")]
    [InlineData("registrar2")]
    public void Anyone_may_reject_and_the_proposer_withdraw(string by) =>
        new Given<Authority, AuthorityEvent>(Proposed)
            .When(a => DecideAuthorityProposal.Reject(a, ProposalId, "Wrong.", by, Noon))
            .Then(new AuthorityChangeRejected(ProposalId, "Wrong.", by, Noon));

    [Fact]
    public void An_approved_change_can_be_stopped_before_its_day() =>
        new Given<Authority, AuthorityEvent>(ForLater, Approved)
            .When(a => DecideAuthorityProposal.Reject(a, ProposalId, "Wrong.", "registrar", Noon))
            .Then(new AuthorityChangeRejected(ProposalId, "Wrong.", "registrar", Noon));

    [Fact]
    public void A_change_in_force_cannot_be_rejected() =>
        new Given<Authority, AuthorityEvent>(Proposed, Approved, new AuthorityEntered(Entry(3), Source))
            .When(a => DecideAuthorityProposal.Reject(a, ProposalId, "Wrong.", "registrar2", Noon))
            .ThenRefused("proposal-in-force");

    [Fact]
    public void A_rejected_proposal_cannot_be_approved() =>
        new Given<Authority, AuthorityEvent>(
            Proposed,
            new AuthorityChangeRejected(ProposalId, "Wrong.", "registrar2", Noon)
        )
            .When(a => DecideAuthorityProposal.Approve(a, ProposalId, "registrar2", Noon))
            .ThenRefused("proposal-closed");

    [Fact]
    public void A_lapsed_proposal_cannot_be_rejected() =>
        new Given<Authority, AuthorityEvent>(
            ForLater,
            Approved,
            new AuthorityChangeLapsed(ProposalId, "authority-registered", Noon)
        )
            .When(a => DecideAuthorityProposal.Reject(a, ProposalId, "Wrong.", "registrar2", Noon))
            .ThenRefused("proposal-closed");

    [Fact]
    public void An_unknown_proposal_cannot_be_rejected() =>
        new Given<Authority, AuthorityEvent>()
            .When(a => DecideAuthorityProposal.Reject(a, ProposalId, "Wrong.", "registrar2", Noon))
            .ThenRefused("proposal-unknown");

    private static IEnumerable<Platform.Deadlines.OpenDeadline> Clocks(params AuthorityEvent[] past) =>
        EffectiveDates.Clocks(new Given<Authority, AuthorityEvent>(past).State.Proposals);
}
