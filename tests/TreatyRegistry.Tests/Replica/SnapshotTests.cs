using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;
using FsCheck;
using FsCheck.Fluent;
using Instrument = CaseCoordination.TreatyLaw.Instrument;

namespace CaseCoordination.TreatyRegistry.Tests.Replica;

public sealed class SnapshotTests
{
    private static readonly Instrument Old = Samples.Instrument("test-mou", "Old");
    private static readonly Instrument New = Samples.Instrument("test-mou", "New");

    [Fact]
    public void Each_day_has_the_version_that_decides_on_it()
    {
        var snapshot = new RegistrySnapshot(
            [],
            [new Publication(new DateOnly(2026, 6, 1), New), new Publication(new DateOnly(2020, 1, 1), Old)],
            []
        );

        Assert.Null(snapshot.BookOn(new DateOnly(2019, 12, 31)).Instrument("test-mou"));
        Assert.Equal("Old", snapshot.BookOn(new DateOnly(2020, 1, 1)).Instrument("test-mou")?.Title);
        Assert.Equal("Old", snapshot.BookOn(new DateOnly(2026, 5, 31)).Instrument("test-mou")?.Title);
        Assert.Equal("New", snapshot.BookOn(new DateOnly(2026, 6, 1)).Instrument("test-mou")?.Title);
        Assert.Same(snapshot.BookOn(new DateOnly(2026, 6, 1)), snapshot.BookOn(DateOnly.MaxValue));
    }

    [Fact]
    public void A_version_that_no_longer_decides_is_still_known_by_its_hash()
    {
        var snapshot = new RegistrySnapshot(
            [],
            [new Publication(DateOnly.MinValue, Old), new Publication(new DateOnly(2026, 1, 1), New)],
            []
        );

        Assert.Same(Old, snapshot.Version("test-mou", Old.ContentHash));
        Assert.Null(snapshot.Version("test-mou", new string('0', 64)));
    }

    [Fact]
    public void A_participation_waits_for_its_authority_and_its_instrument()
    {
        var party = ParticipationReplica.Of(Announced.Party("XA-SMA", "test-mou", 1, "full")).ToParticipation();
        var authority = AuthorityReplica.Of(Announced.Authority("XA-SMA", 1, "A")).ToProfile();
        var terms = new Publication(DateOnly.MinValue, Old);

        Assert.Empty(new RegistrySnapshot([], [terms], [party]).BookOn(Samples.Today).Participations);
        Assert.Empty(new RegistrySnapshot([authority], [], [party]).BookOn(Samples.Today).Participations);
        Assert.Single(new RegistrySnapshot([authority], [terms], [party]).BookOn(Samples.Today).Participations);
    }

    [Fact]
    public void Terms_with_another_hash_than_announced_are_not_taken()
    {
        var forged = Announced.Terms(Old, 1, "2020-01-01") with { ContentHash = New.ContentHash };

        Assert.Throws<InvalidDataException>(() => InstrumentReplica.Of(forged));
    }

    [Fact]
    public void A_date_that_does_not_exist_is_not_taken() =>
        Assert.Throws<InvalidDataException>(() =>
            ParticipationReplica.Of(Announced.Party("XA-SMA", "test-mou", 1, "full") with { From = "2026-02-30" })
        );

    [Fact]
    public void Any_order_of_announcements_with_any_repetition_gives_the_same_law()
    {
        var expected = Fingerprint(Replay(Announced.All));
        var orders = Gen.Shuffle(Announced.All).Zip(Gen.SubListOf(Announced.All), (all, again) => all.Concat(again));

        Prop.ForAll(orders.ToArbitrary(), order => Fingerprint(Replay(order)) == expected).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_law_differs_when_an_announcement_is_missing()
    {
        var all = Fingerprint(Replay(Announced.All));

        Assert.All(
            Announced.Decisive,
            missing => Assert.NotEqual(all, Fingerprint(Replay(Announced.All.Where(a => !ReferenceEquals(a, missing)))))
        );
    }

    /// <summary>What the consumers keep: the highest revision of each thing.</summary>
    private static (RegistrySnapshot Snapshot, string Digest) Replay(IEnumerable<object> announcements)
    {
        var authorities = new Dictionary<string, AuthorityReplica>(StringComparer.Ordinal);
        var instruments = new Dictionary<string, InstrumentReplica>(StringComparer.Ordinal);
        var parties = new Dictionary<string, ParticipationReplica>(StringComparer.Ordinal);
        foreach (var announcement in announcements)
        {
            switch (announcement)
            {
                case AuthorityRegistered m:
                    Keep(authorities, AuthorityReplica.Of(m), r => r.Id, r => r.Revision);
                    break;
                case InstrumentPublished m:
                    Keep(instruments, InstrumentReplica.Of(m), r => r.Id, r => r.Revision);
                    break;
                case ParticipationRecorded m:
                    Keep(parties, ParticipationReplica.Of(m), r => r.Id, r => r.Revision);
                    break;
            }
        }

        return (
            new RegistrySnapshot(
                authorities.Values.Select(a => a.ToProfile()),
                instruments.Values.Select(i => new Publication(i.EffectiveFrom, InstrumentJson.Read(i.Terms))),
                parties.Values.Select(p => p.ToParticipation())
            ),
            ReplicaReport
                .Of(
                    authorities.Values.Select(a => new HeldAuthority(a.Id, a.Revision, a.Hash)),
                    instruments.Values.Select(i => new HeldInstrument(
                        i.InstrumentId,
                        i.EffectiveFrom,
                        i.Revision,
                        i.ContentHash
                    )),
                    parties.Values.Select(p => new HeldParticipation(p.Authority, p.InstrumentId, p.Revision, p.Hash))
                )
                .Digest
        );
    }

    private static void Keep<T>(Dictionary<string, T> kept, T replica, Func<T, string> id, Func<T, long> revision)
    {
        if (!kept.TryGetValue(id(replica), out var known) || revision(known) < revision(replica))
        {
            kept[id(replica)] = replica;
        }
    }

    private static string Fingerprint((RegistrySnapshot Snapshot, string Digest) replayed)
    {
        var books = new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 7, 1) }.Select(day =>
        {
            var book = replayed.Snapshot.BookOn(day);
            return string.Join(
                '\n',
                book.Instruments.Select(i => i.ContentHash)
                    .Concat(
                        book.Participations.Select(p =>
                            $"{p.Authority} {p.Instrument} {p.Status} {p.From:O} {p.Verified} {p.Capabilities is null}"
                        )
                    )
                    .Concat(book.Authorities.Select(a => $"{a.Code} {a.Name} {string.Join(',', a.Holidays)}"))
            );
        });
        return string.Join('\n', books) + replayed.Digest;
    }
}
