using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>The life of a proposal about an authority's entry, after it was made.</summary>
public static class DecideAuthorityProposal
{
    public static Decision<AuthorityEvent> Approve(Authority current, Guid proposal, string by, DateTimeOffset now)
    {
        var approved = new AuthorityChangeApproved(proposal, by, now);
        return FourEyes.Approve<AuthorityEvent, AuthorityChange>(
            current.Proposals.Find(proposal),
            by,
            now,
            approved,
            p => ChangeAuthority.Decide(current.Evolve(approved), p.Change, ChangeSource.Of(p, by, now))
        );
    }

    public static Decision<AuthorityEvent> Reject(
        Authority current,
        Guid proposal,
        string reason,
        string by,
        DateTimeOffset now
    ) =>
        FourEyes.Reject<AuthorityEvent, AuthorityChange>(
            current.Proposals.Find(proposal),
            new AuthorityChangeRejected(proposal, reason, by, now)
        );

    /// <summary>The effective date of an approved change has come.</summary>
    public static Decision<AuthorityEvent> TakeEffect(Authority current, PassedDeadline passed, DateTimeOffset now) =>
        TakeEffect(current, Guid.ParseExact(passed.Key, "N"), now);

    public static Decision<AuthorityEvent> TakeEffect(Authority current, Guid proposal, DateTimeOffset now) =>
        FourEyes.TakeEffect<AuthorityEvent, AuthorityChange>(
            current.Proposals.Find(proposal),
            p => ChangeAuthority.Decide(current, p.Change, ChangeSource.Of(p, p.DecidedBy, now)),
            code => new AuthorityChangeLapsed(proposal, code, now)
        );
}
