using System.Diagnostics;
using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities.Domain;

/// <summary>An authority as the register knows it: the entry as it stands, and the proposals about it.</summary>
public sealed record Authority : IEvolve<Authority>
{
    /// <summary>Events so far; an entry announced next has the revision after it.</summary>
    public long Version { get; init; }

    /// <summary>Absent while the authority is only proposed.</summary>
    public AuthorityEntry? Entry { get; init; }

    /// <summary>Who is behind the entry as it stands.</summary>
    public ChangeSource? Source { get; init; }

    /// <summary>What the deployment's file said last.</summary>
    public string? FileHash { get; init; }

    public ProposalBook<AuthorityChange> Proposals { get; init; } = new();

    public Authority Evolve(object @event) =>
        @event switch
        {
            AuthorityRecorded e => this with
            {
                Version = Version + 1,
                Entry = e.Entry,
                Source = e is AuthorityAnnouncedAgain ? Source : e.Source,
                FileHash = e.Source.FileHash ?? FileHash,
                Proposals = Proposals.Evolve(e),
            },
            AuthorityEvent e => this with { Version = Version + 1, Proposals = Proposals.Evolve(e) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of an authority."),
        };
}
