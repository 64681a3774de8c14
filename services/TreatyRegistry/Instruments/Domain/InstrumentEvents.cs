using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments.Domain;

/// <summary>Everything that can happen to an instrument.</summary>
public abstract record InstrumentEvent;

/// <summary>Terms decide from a day on, as they now stand.</summary>
public abstract record PublicationRecorded(Publication Publication, ChangeSource Source)
    : InstrumentEvent,
        IRegisterChanged
{
    Guid? IRegisterChanged.ProposalId => Source.ProposalId;
}

public sealed record TermsPublished(Publication Publication, ChangeSource Source)
    : PublicationRecorded(Publication, Source);

public sealed record TermsAnnouncedAgain(Publication Publication, ChangeSource Source)
    : PublicationRecorded(Publication, Source);

public sealed record PublicationProposed(
    Guid ProposalId,
    InstrumentChange Change,
    DateOnly EffectiveFrom,
    DateTimeOffset EffectiveAt,
    string Reason,
    string By,
    DateTimeOffset At
) : InstrumentEvent, IChangeProposed<InstrumentChange>;

public sealed record PublicationApproved(Guid ProposalId, string By, DateTimeOffset At)
    : InstrumentEvent,
        IChangeApproved;

public sealed record PublicationRejected(Guid ProposalId, string Reason, string By, DateTimeOffset At)
    : InstrumentEvent,
        IChangeRejected;
