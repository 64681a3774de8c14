using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests.Instruments;

public sealed class PublishTermsTests
{
    private static readonly InstrumentChange First = Terms("First", Today);
    private static readonly InstrumentChange Second = Terms("Second", Today.AddDays(30));

    private static readonly PublicationProposed Proposed = new(
        ProposalId,
        Second,
        Second.EffectiveFrom,
        Noon,
        "The text was revised.",
        "registrar",
        Noon
    );

    [Fact]
    public void Terms_are_published_with_their_hash_and_first_day() =>
        new Given<Instrument, InstrumentEvent>()
            .When(i => PublishTerms.Decide(i, First, null, Today, ByTwo))
            .Then(Published(First, 1));

    [Fact]
    public void Terms_that_contradict_the_register_are_refused() =>
        new Given<Instrument, InstrumentEvent>()
            .When(i => PublishTerms.Decide(i, First, "The precedence runs in a circle.", Today, ByTwo))
            .ThenRefused("law-contradiction");

    [Fact]
    public void A_new_version_never_reaches_back() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1))
            .When(i => PublishTerms.Decide(i, Second with { EffectiveFrom = Today.AddDays(-1) }, null, Today, ByTwo))
            .ThenRefused("retroactive");

    [Fact]
    public void The_first_version_may_reach_back() =>
        new Given<Instrument, InstrumentEvent>()
            .When(i => PublishTerms.Decide(i, First with { EffectiveFrom = Today.AddDays(-1) }, null, Today, ByTwo))
            .Then(Published(First with { EffectiveFrom = Today.AddDays(-1) }, 1));

    [Fact]
    public void The_version_in_force_stays_until_the_day_of_the_next()
    {
        var state = new Given<Instrument, InstrumentEvent>(Published(First, 1), Published(Second, 2)).State;

        Assert.Null(state.On(Today.AddDays(-1)));
        Assert.Equal(First.ContentHash, state.On(Today.AddDays(29))?.ContentHash);
        Assert.Equal(Second.ContentHash, state.On(Today.AddDays(30))?.ContentHash);
    }

    [Fact]
    public void A_version_for_the_same_day_replaces_the_one_planned()
    {
        var third = Terms("Third", Second.EffectiveFrom);
        var state = new Given<Instrument, InstrumentEvent>(
            Published(First, 1),
            Published(Second, 2),
            Published(third, 3)
        ).State;

        Assert.Equal(third.ContentHash, state.On(Second.EffectiveFrom)?.ContentHash);
        Assert.Equal(2, state.Publications.Count);
    }

    [Fact]
    public void Publishing_needs_two_registrars_and_announces_the_day_ahead() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1), Proposed)
            .When(i => DecidePublicationProposal.Approve(i, ProposalId, null, "registrar2", Noon))
            .Then(
                new PublicationApproved(ProposalId, "registrar2", Noon),
                Published(Second, 4, new ChangeSource("registrar", "registrar2", ProposalId, null, Noon))
            );

    [Fact]
    public void A_proposal_that_fits_is_noted() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1))
            .When(i => ProposePublication.Decide(i, Proposed, null, Today))
            .Then(Proposed);

    [Fact]
    public void A_proposal_that_contradicts_the_register_is_refused() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1))
            .When(i => ProposePublication.Decide(i, Proposed, "No such authority.", Today))
            .ThenRefused("law-contradiction");

    [Fact]
    public void A_proposal_that_would_change_nothing_is_refused() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1))
            .When(i =>
                ProposePublication.Decide(
                    i,
                    Proposed with
                    {
                        Change = First with { EffectiveFrom = Today.AddDays(9) },
                    },
                    null,
                    Today
                )
            )
            .ThenRefused("nothing-changes");

    [Fact]
    public void The_proposer_cannot_publish_alone() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1), Proposed)
            .When(i => DecidePublicationProposal.Approve(i, ProposalId, null, "registrar", Noon))
            .ThenRefused("same-person");

    [Fact]
    public void A_day_that_passed_while_nobody_approved_is_refused() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1), Proposed)
            .When(i => DecidePublicationProposal.Approve(i, ProposalId, null, "registrar2", Noon.AddDays(31)))
            .ThenRefused("retroactive");

    [Fact]
    public void A_publication_can_be_rejected() =>
        new Given<Instrument, InstrumentEvent>(Published(First, 1), Proposed)
            .When(i => DecidePublicationProposal.Reject(i, ProposalId, "Typing error.", "registrar2", Noon))
            .Then(new PublicationRejected(ProposalId, "Typing error.", "registrar2", Noon));

    [Fact]
    public void The_first_text_of_a_file_decides_for_all_the_time_before() =>
        new Given<Instrument, InstrumentEvent>()
            .When(i => PublishTerms.DecideFromFile(i, First, Today, Noon))
            .Then(
                Published(
                    First with
                    {
                        EffectiveFrom = PublishTerms.Ever,
                    },
                    1,
                    ChangeSource.File(First.ContentHash, Noon)
                )
            );

    [Fact]
    public void A_changed_file_publishes_a_new_version_from_today_on() =>
        new Given<Instrument, InstrumentEvent>(
            Published(First with { EffectiveFrom = PublishTerms.Ever }, 1, ChangeSource.File(First.ContentHash, Noon))
        )
            .When(i => PublishTerms.DecideFromFile(i, Second, Today, Noon))
            .Then(Published(Second with { EffectiveFrom = Today }, 2, ChangeSource.File(Second.ContentHash, Noon)));

    [Fact]
    public void An_unchanged_file_does_not_undo_what_registrars_published() =>
        new Given<Instrument, InstrumentEvent>(
            Published(First with { EffectiveFrom = PublishTerms.Ever }, 1, ChangeSource.File(First.ContentHash, Noon)),
            Published(Second with { EffectiveFrom = Today }, 2)
        )
            .When(i => PublishTerms.DecideFromFile(i, First, Today, Noon))
            .ThenNothing();
}
