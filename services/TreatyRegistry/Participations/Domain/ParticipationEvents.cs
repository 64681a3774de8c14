using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations.Domain;

/// <summary>Everything that can happen to an authority's part in an instrument.</summary>
public abstract record ParticipationEvent;

/// <summary>The register changed: the participation as it now stands, so that what is announced follows from the event alone.</summary>
public abstract record ParticipationChanged(PartyRecord Record, ChangeSource Source)
    : ParticipationEvent,
        IRegisterChanged
{
    Guid? IRegisterChanged.ProposalId => Source.ProposalId;
}

public sealed record PartyAcceded(PartyRecord Record, ChangeSource Source) : ParticipationChanged(Record, Source);

public sealed record NoticeOfTerminationGiven(PartyRecord Record, ChangeSource Source)
    : ParticipationChanged(Record, Source);

public sealed record PartySuspended(PartyRecord Record, ChangeSource Source) : ParticipationChanged(Record, Source);

public sealed record PartyResumed(PartyRecord Record, ChangeSource Source) : ParticipationChanged(Record, Source);

public sealed record PartyWithdrew(PartyRecord Record, ChangeSource Source) : ParticipationChanged(Record, Source);

public sealed record CapabilitiesChanged(PartyRecord Record, ChangeSource Source)
    : ParticipationChanged(Record, Source);

public sealed record ParticipationVerified(PartyRecord Record, ChangeSource Source)
    : ParticipationChanged(Record, Source);

/// <summary>The whole record was set, as an import or a correction does.</summary>
public sealed record ParticipationSet(PartyRecord Record, ChangeSource Source) : ParticipationChanged(Record, Source);

public sealed record ParticipationAnnouncedAgain(PartyRecord Record, ChangeSource Source)
    : ParticipationChanged(Record, Source);

public sealed record ParticipationChangeProposed(
    Guid ProposalId,
    ParticipationChange Change,
    DateOnly EffectiveFrom,
    DateTimeOffset EffectiveAt,
    string Reason,
    string By,
    DateTimeOffset At
) : ParticipationEvent, IChangeProposed<ParticipationChange>;

public sealed record ParticipationChangeApproved(Guid ProposalId, string By, DateTimeOffset At)
    : ParticipationEvent,
        IChangeApproved;

public sealed record ParticipationChangeRejected(Guid ProposalId, string Reason, string By, DateTimeOffset At)
    : ParticipationEvent,
        IChangeRejected;

public sealed record ParticipationChangeLapsed(Guid ProposalId, string Code, DateTimeOffset At)
    : ParticipationEvent,
        IChangeLapsed;
