using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Announcements;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests;

public sealed class AnnouncementTests
{
    [Fact]
    public void An_entry_is_told_to_everyone_as_it_stands()
    {
        var announcement = Assert.Single(AuthorityAnnouncements.Announce(Entered));

        Assert.Equal(Announcement.Everyone, announcement.RoutingKey);
        Assert.Equivalent(
            new AuthorityRegistered
            {
                Code = "XA-SMA",
                Revision = 1,
                Name = "Securities and Markets Authority",
                Jurisdiction = "XA",
                Kind = "securities-regulator",
                TimeZone = "Atlantic/Azores",
                ContactPoints = [new ContactPoint("cooperation", "coop@xa-sma.example")],
                Holidays = ["2026-05-25"],
            },
            announcement.Contract,
            strict: true
        );
    }

    [Fact]
    public void A_publication_is_told_to_everyone_with_its_canonical_text()
    {
        var change = Terms("First", Today);

        Assert.Equal(
            new InstrumentPublished
            {
                InstrumentId = "test-mou",
                Revision = 1,
                ContentHash = change.ContentHash,
                EffectiveFrom = "2026-03-02",
                Terms = change.Terms,
            },
            Assert.Single(InstrumentAnnouncements.Announce(Published(change, 1))).Contract
        );
    }

    [Fact]
    public void A_participation_without_capabilities_differs_from_one_that_leaves_them_to_its_list()
    {
        var listed = Told(Acceded);
        var none = Told(new CapabilitiesChanged(Party(2) with { Capabilities = [] }, ByTwo));

        Assert.False(listed.HasOwnCapabilities);
        Assert.True(none.HasOwnCapabilities);
        Assert.Null(RegistryReplica.ParticipationReplica.Of(listed).ToParticipation().Capabilities);
        Assert.Empty(RegistryReplica.ParticipationReplica.Of(none).ToParticipation().Capabilities!.Value);
    }

    [Fact]
    public void Proposals_are_told_to_nobody()
    {
        Assert.Empty(
            AuthorityAnnouncements.Announce(
                new AuthorityChangeProposed(ProposalId, Registration, Today, Noon, "Why.", "registrar", Noon)
            )
        );
        Assert.Empty(InstrumentAnnouncements.Announce(new PublicationApproved(ProposalId, "registrar", Noon)));
        Assert.Empty(ParticipationAnnouncements.Announce(new ParticipationChangeLapsed(ProposalId, "withdrawn", Noon)));
    }

    [Fact]
    public void Announced_again_everything_says_the_same_at_a_higher_revision()
    {
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => AnnounceAgain.Decide(a, "registrar", Noon))
            .ThenOnce(new AuthorityAnnouncedAgain(Entry(2), Again));
        new Given<Participation, ParticipationEvent>(Acceded)
            .When(p => AnnounceAgain.Decide(p, "registrar", Noon))
            .ThenOnce(new ParticipationAnnouncedAgain(Party(2), Again));
    }

    [Fact]
    public void Every_version_of_an_instrument_is_announced_again()
    {
        var (first, second) = (Terms("First", Today), Terms("Second", Today.AddDays(9)));

        var after = new Given<Instrument, InstrumentEvent>(Published(first, 1), Published(second, 2))
            .When(i => AnnounceAgain.Decide(i, "registrar", Noon))
            .ThenOnce(
                new TermsAnnouncedAgain(Published(first, 3).Publication, Again),
                new TermsAnnouncedAgain(Published(second, 4).Publication, Again)
            );

        Assert.Equal(4, after.Version);
        Assert.All(after.Publications.Values, p => Assert.Equal("registrar2", p.Source.ApprovedBy));
    }

    [Fact]
    public void What_is_only_proposed_is_not_announced_again() =>
        new Given<Authority, AuthorityEvent>(
            new AuthorityChangeProposed(ProposalId, Registration, Today, Noon, "Why.", "registrar", Noon)
        )
            .When(a => AnnounceAgain.Decide(a, "registrar", Noon))
            .ThenNothing();

    private static Proposals.Domain.ChangeSource Again => new("registrar", null, null, null, Noon);

    private static ParticipationRecorded Told(ParticipationEvent @event) =>
        (ParticipationRecorded)Assert.Single(ParticipationAnnouncements.Announce(@event)).Contract;
}
