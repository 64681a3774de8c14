using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>A proposal as registrars see it.</summary>
public sealed record ProposalView
{
    public required Guid Id { get; init; }

    /// <summary>The stream that it would change.</summary>
    public required Guid StreamId { get; init; }

    public required long Version { get; init; }

    /// <summary>What kind of change, such as <c>participation.suspension</c>.</summary>
    public required string What { get; init; }

    /// <summary>Which authority, instrument or participation.</summary>
    public required string About { get; init; }

    public required ProposalStage Stage { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Reason { get; init; }
    public required string ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? Outcome { get; init; }

    /// <summary>The change, if it is about an authority's entry.</summary>
    public AuthorityChange? Authority { get; init; }

    /// <summary>The change, if it is about an instrument's terms.</summary>
    public InstrumentChange? Instrument { get; init; }

    /// <summary>The change, if it is about a participation.</summary>
    public ParticipationChange? Participation { get; init; }

    internal static IEnumerable<ProposalView> Of(ProposalBook<AuthorityChange> book, StreamFacts facts) =>
        book.All.Values.Select(p =>
            Of(p, $"authority.{p.Change.What}", p.Change.Code, facts) with
            {
                Authority = p.Change,
            }
        );

    internal static IEnumerable<ProposalView> Of(ProposalBook<InstrumentChange> book, StreamFacts facts) =>
        book.All.Values.Select(p =>
            Of(p, "instrument.publication", p.Change.InstrumentId, facts) with
            {
                Instrument = p.Change,
            }
        );

    internal static IEnumerable<ProposalView> Of(ProposalBook<ParticipationChange> book, StreamFacts facts) =>
        book.All.Values.Select(p =>
            Of(p, $"participation.{p.Change.What}", $"{p.Change.Authority} in {p.Change.InstrumentId}", facts) with
            {
                Participation = p.Change,
            }
        );

    private static ProposalView Of<TChange>(Proposal<TChange> proposal, string what, string about, StreamFacts facts) =>
        new()
        {
            Id = proposal.Id,
            StreamId = facts.Id,
            Version = facts.Version,
            What = what,
            About = about,
            Stage = proposal.Stage,
            EffectiveFrom = proposal.EffectiveFrom,
            Reason = proposal.Reason,
            ProposedBy = proposal.ProposedBy,
            ProposedAt = proposal.ProposedAt,
            DecidedBy = proposal.DecidedBy,
            DecidedAt = proposal.DecidedAt,
            Outcome = proposal.Outcome,
        };
}
