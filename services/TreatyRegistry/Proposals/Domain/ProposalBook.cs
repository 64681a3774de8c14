using System.Collections.Immutable;

namespace CaseCoordination.TreatyRegistry.Proposals.Domain;

/// <summary>The proposals about one thing, folded from its events.</summary>
public sealed record ProposalBook<TChange>
{
    public ImmutableDictionary<Guid, Proposal<TChange>> All { get; init; } =
        ImmutableDictionary<Guid, Proposal<TChange>>.Empty;

    public Proposal<TChange>? Find(Guid id) => All.GetValueOrDefault(id);

    public ProposalBook<TChange> Evolve(object @event) =>
        @event switch
        {
            IChangeProposed<TChange> e => Put(
                new Proposal<TChange>(e.ProposalId, e.Change, e.EffectiveFrom, e.EffectiveAt, e.Reason, e.By, e.At)
            ),
            IChangeApproved e => Put(
                All[e.ProposalId] with
                {
                    Stage = ProposalStage.Approved,
                    DecidedBy = e.By,
                    DecidedAt = e.At,
                }
            ),
            IChangeRejected e => Put(
                All[e.ProposalId] with
                {
                    Stage = ProposalStage.Rejected,
                    DecidedBy = e.By,
                    DecidedAt = e.At,
                    Outcome = e.Reason,
                }
            ),
            IChangeLapsed e => Put(All[e.ProposalId] with { Stage = ProposalStage.Lapsed, Outcome = e.Code }),
            IRegisterChanged { ProposalId: { } id } => Put(All[id] with { Stage = ProposalStage.InForce }),
            _ => this,
        };

    private ProposalBook<TChange> Put(Proposal<TChange> proposal) => new() { All = All.SetItem(proposal.Id, proposal) };
}
