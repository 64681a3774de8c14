using CaseCoordination.Decider;

namespace CaseCoordination.TreatyRegistry.Proposals.Domain;

/// <summary>
/// The rules by which the register changes, the same for everything in it: proposed by one, approved by another, in force on
/// its day. What a change does is decided by the thing it changes, when it is proposed, again when it is approved, and again
/// when its day comes.
/// </summary>
public static class FourEyes
{
    private static readonly Refusal Unknown = Refusal.Unknown("proposal-unknown", "There is no such proposal.");
    private static readonly Refusal SamePerson = new(
        "same-person",
        "Whoever proposed a change cannot approve it; ask another registrar."
    );
    private static readonly Refusal Closed = new(
        "proposal-closed",
        "The proposal was rejected or has lapsed; propose the change again."
    );
    private static readonly Refusal InForce = new(
        "proposal-in-force",
        "The change is in force; propose another change to undo it."
    );
    private static readonly Refusal Nothing = new("nothing-changes", "The register says so already.");

    /// <summary>A proposal that could take effect now is noted.</summary>
    public static Decision<TEvent> Propose<TEvent, TChange>(
        ProposalBook<TChange> book,
        Guid id,
        TEvent proposed,
        Func<Decision<TEvent>> effect
    )
        where TEvent : class =>
        book.Find(id) is not null
            ? new NoChange()
            : effect() switch
            {
                Refused<TEvent> refused => refused.Refusal,
                Unchanged<TEvent> => Nothing,
                _ => proposed,
            };

    /// <summary>Approved by another person; in force at once if its day has come.</summary>
    public static Decision<TEvent> Approve<TEvent, TChange>(
        Proposal<TChange>? proposal,
        string by,
        DateTimeOffset now,
        TEvent approved,
        Func<Proposal<TChange>, Decision<TEvent>> effect
    )
        where TEvent : class
    {
        switch (proposal)
        {
            case null:
                return Unknown;
            case { } own when own.ProposedBy == by:
                return SamePerson;
            case { Stage: ProposalStage.Approved or ProposalStage.InForce }:
                return new NoChange();
            case { Stage: ProposalStage.Rejected or ProposalStage.Lapsed }:
                return Closed;
        }

        return effect(proposal) switch
        {
            Refused<TEvent> refused => refused.Refusal,
            Events<TEvent> { Happened: var happened } => new Events<TEvent>(
                proposal.EffectiveAt <= now ? [approved, .. happened] : [approved]
            ),
            _ => Nothing,
        };
    }

    /// <summary>Rejected by anyone, also by its proposer, also after approval as long as it is not in force.</summary>
    public static Decision<TEvent> Reject<TEvent, TChange>(Proposal<TChange>? proposal, TEvent rejected)
        where TEvent : class =>
        proposal switch
        {
            null => Unknown,
            { Stage: ProposalStage.Rejected } => new NoChange(),
            { Stage: ProposalStage.InForce } => InForce,
            { Stage: ProposalStage.Lapsed } => Closed,
            _ => rejected,
        };

    /// <summary>Its day has come: it takes effect, or lapses with the reason.</summary>
    public static Decision<TEvent> TakeEffect<TEvent, TChange>(
        Proposal<TChange>? proposal,
        Func<Proposal<TChange>, Decision<TEvent>> effect,
        Func<string, TEvent> lapsed
    )
        where TEvent : class =>
        proposal is not { Stage: ProposalStage.Approved }
            ? new NoChange()
            : effect(proposal) switch
            {
                Events<TEvent> events => events,
                Refused<TEvent> refused => lapsed(refused.Refusal.Code),
                _ => lapsed(Nothing.Code),
            };
}
