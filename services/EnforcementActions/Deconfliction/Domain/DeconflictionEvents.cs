using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Domain;

/// <summary>What a file learns of other measures against the same targets.</summary>
public abstract record DeconflictionEvent : ActionEvent;

/// <summary>This authority's own other actions were looked through for a version of the plan.</summary>
public sealed record TargetsChecked(int PlanVersion, Hit[] Hits, DateTimeOffset At) : DeconflictionEvent;

/// <summary>Authorities outside the plan were asked.</summary>
public sealed record DeconflictionAsked(Inquiry Inquiry, string By, DateTimeOffset At) : DeconflictionEvent;

/// <summary>An ask to one of them; it rests on its own legal basis, not on a proposal.</summary>
public sealed record InquiryLetterWritten(
    Guid ActionId,
    Guid LetterId,
    string To,
    string Content,
    string Trigger,
    string Instrument,
    Matter Matter,
    string[] Kinds,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
) : DeconflictionEvent;

/// <summary>What a participant, or an authority that was asked, says.</summary>
public sealed record DeconflictionAnswered(string Authority, Finding Finding, Guid LetterId, DateTimeOffset At)
    : DeconflictionEvent;
