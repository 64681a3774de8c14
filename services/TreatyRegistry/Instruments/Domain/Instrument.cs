using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments.Domain;

/// <summary>An instrument as the register knows it: every version of its terms, and the proposals about it.</summary>
public sealed record Instrument : IEvolve<Instrument>
{
    /// <summary>Events so far; a publication announced next has the revision after it.</summary>
    public long Version { get; init; }

    /// <summary>By first day, the earliest first.</summary>
    public ImmutableSortedDictionary<DateOnly, PublicationRecorded> Publications { get; init; } =
        ImmutableSortedDictionary<DateOnly, PublicationRecorded>.Empty;

    /// <summary>What the deployment's file said last.</summary>
    public string? FileHash { get; init; }

    public ProposalBook<InstrumentChange> Proposals { get; init; } = new();

    /// <summary>The terms that decide on a day; none before the first publication's.</summary>
    public Publication? On(DateOnly day) => Publications.LastOrDefault(p => p.Key <= day).Value?.Publication;

    public Instrument Evolve(object @event) =>
        @event switch
        {
            TermsPublished e => this with
            {
                Version = Version + 1,
                Publications = Publications.SetItem(e.Publication.EffectiveFrom, e),
                FileHash = e.Source.FileHash ?? FileHash,
                Proposals = Proposals.Evolve(e),
            },
            TermsAnnouncedAgain e => this with
            {
                Version = Version + 1,
                Publications = Publications.SetItem(
                    e.Publication.EffectiveFrom,
                    Publications[e.Publication.EffectiveFrom] with
                    {
                        Publication = e.Publication,
                    }
                ),
            },
            InstrumentEvent e => this with { Version = Version + 1, Proposals = Proposals.Evolve(e) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of an instrument."),
        };
}
