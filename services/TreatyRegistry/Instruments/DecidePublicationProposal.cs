using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>The life of a proposal to publish terms, after it was made; once approved it is published, also for a later day.</summary>
public static class DecidePublicationProposal
{
    public static Decision<InstrumentEvent> Approve(
        Instrument current,
        Guid proposal,
        string? contradiction,
        string by,
        DateTimeOffset now
    )
    {
        var approved = new PublicationApproved(proposal, by, now);
        return FourEyes.Approve<InstrumentEvent, InstrumentChange>(
            current.Proposals.Find(proposal),
            by,
            now,
            approved,
            p =>
                PublishTerms.Decide(
                    current.Evolve(approved),
                    p.Change,
                    contradiction,
                    DateOnly.FromDateTime(now.UtcDateTime),
                    ChangeSource.Of(p, by, now)
                )
        );
    }

    public static Decision<InstrumentEvent> Reject(
        Instrument current,
        Guid proposal,
        string reason,
        string by,
        DateTimeOffset now
    ) =>
        FourEyes.Reject<InstrumentEvent, InstrumentChange>(
            current.Proposals.Find(proposal),
            new PublicationRejected(proposal, reason, by, now)
        );
}
