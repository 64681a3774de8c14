using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities.Domain;

/// <summary>Everything that can happen to an authority's entry.</summary>
public abstract record AuthorityEvent;

/// <summary>The register changed: the entry as it now stands, so that what is announced follows from the event alone.</summary>
public abstract record AuthorityRecorded(AuthorityEntry Entry, ChangeSource Source) : AuthorityEvent, IRegisterChanged
{
    Guid? IRegisterChanged.ProposalId => Source.ProposalId;
}

public sealed record AuthorityEntered(AuthorityEntry Entry, ChangeSource Source) : AuthorityRecorded(Entry, Source);

public sealed record AuthorityCorrected(AuthorityEntry Entry, ChangeSource Source) : AuthorityRecorded(Entry, Source);

public sealed record CalendarChanged(AuthorityEntry Entry, ChangeSource Source) : AuthorityRecorded(Entry, Source);

public sealed record AuthorityAnnouncedAgain(AuthorityEntry Entry, ChangeSource Source)
    : AuthorityRecorded(Entry, Source);

public sealed record AuthorityChangeProposed(
    Guid ProposalId,
    AuthorityChange Change,
    DateOnly EffectiveFrom,
    DateTimeOffset EffectiveAt,
    string Reason,
    string By,
    DateTimeOffset At
) : AuthorityEvent, IChangeProposed<AuthorityChange>;

public sealed record AuthorityChangeApproved(Guid ProposalId, string By, DateTimeOffset At)
    : AuthorityEvent,
        IChangeApproved;

public sealed record AuthorityChangeRejected(Guid ProposalId, string Reason, string By, DateTimeOffset At)
    : AuthorityEvent,
        IChangeRejected;

public sealed record AuthorityChangeLapsed(Guid ProposalId, string Code, DateTimeOffset At)
    : AuthorityEvent,
        IChangeLapsed;
