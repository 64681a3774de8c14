using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>The life of a proposal about a participation, after it was made.</summary>
public static class DecideParticipationProposal
{
    public static Decision<ParticipationEvent> Approve(
        Participation current,
        Guid proposal,
        PartyRules rules,
        string by,
        DateTimeOffset now
    )
    {
        var approved = new ParticipationChangeApproved(proposal, by, now);
        return FourEyes.Approve<ParticipationEvent, ParticipationChange>(
            current.Proposals.Find(proposal),
            by,
            now,
            approved,
            p => ChangeParticipation.Decide(current.Evolve(approved), p.Change, rules, ChangeSource.Of(p, by, now))
        );
    }

    public static Decision<ParticipationEvent> Reject(
        Participation current,
        Guid proposal,
        string reason,
        string by,
        DateTimeOffset now
    ) =>
        FourEyes.Reject<ParticipationEvent, ParticipationChange>(
            current.Proposals.Find(proposal),
            new ParticipationChangeRejected(proposal, reason, by, now)
        );

    /// <summary>The effective date of an approved change has come.</summary>
    public static Decision<ParticipationEvent> TakeEffect(
        Participation current,
        PassedDeadline passed,
        DateTimeOffset now
    ) => TakeEffect(current, Guid.ParseExact(passed.Key, "N"), now);

    public static Decision<ParticipationEvent> TakeEffect(Participation current, Guid proposal, DateTimeOffset now) =>
        FourEyes.TakeEffect<ParticipationEvent, ParticipationChange>(
            current.Proposals.Find(proposal),
            p => ChangeParticipation.Decide(current, p.Change, null, ChangeSource.Of(p, p.DecidedBy, now)),
            code => new ParticipationChangeLapsed(proposal, code, now)
        );
}
