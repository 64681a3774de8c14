using System.Diagnostics;
using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations.Domain;

/// <summary>An authority's part in an instrument: the record as it stands, and the proposals about it.</summary>
public sealed record Participation : IEvolve<Participation>
{
    /// <summary>Events so far; a record announced next has the revision after it.</summary>
    public long Version { get; init; }

    /// <summary>Absent while the participation is only proposed.</summary>
    public PartyRecord? Record { get; init; }

    /// <summary>Who is behind the record as it stands.</summary>
    public ChangeSource? Source { get; init; }

    /// <summary>What the deployment's file said last.</summary>
    public string? FileHash { get; init; }

    public ProposalBook<ParticipationChange> Proposals { get; init; } = new();

    public Participation Evolve(object @event) =>
        @event switch
        {
            ParticipationChanged e => this with
            {
                Version = Version + 1,
                Record = e.Record,
                Source = e is ParticipationAnnouncedAgain ? Source : e.Source,
                FileHash = e.Source.FileHash ?? FileHash,
                Proposals = Proposals.Evolve(e),
            },
            ParticipationEvent e => this with { Version = Version + 1, Proposals = Proposals.Evolve(e) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a participation."),
        };
}
