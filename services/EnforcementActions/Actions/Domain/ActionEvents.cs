namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>
/// Everything that can happen to one authority's file of a coordinated action; stored names are in <c>ActionsModule</c>.
/// </summary>
public abstract record ActionEvent;

// The plan.
public sealed record ActionDrafted(
    Guid ActionId,
    string Authority,
    string Reference,
    Guid CaseId,
    Plan Plan,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : ActionEvent;

/// <summary>The lead changed the plan; proposed plans get a new version.</summary>
public sealed record PlanRevised(Plan Plan, string By, DateTimeOffset At) : ActionEvent;

public sealed record ActionProposed(int Version, string By, DateTimeOffset At) : ActionEvent;

/// <summary>A proposal from the lead, the first one that this authority has of the action.</summary>
public sealed record ProposalReceived(
    Guid ActionId,
    string Authority,
    string Reference,
    string Lead,
    string TheirReference,
    Guid CaseId,
    Plan Plan,
    Basis Basis,
    string[] Groups,
    string[] Members,
    Guid LetterId,
    DateTimeOffset At
) : ActionEvent;

public sealed record RevisionReceived(Plan Plan, Basis Basis, Guid LetterId, DateTimeOffset At) : ActionEvent;

// Readiness.
public sealed record TitleRecorded(Title Title, string By, DateTimeOffset At) : ActionEvent;

/// <summary>This authority's own word.</summary>
public sealed record ReadinessDeclared(Vote Vote, string By, DateTimeOffset At) : ActionEvent;

/// <summary>A participant's word, at the lead.</summary>
public sealed record ReadinessTold(string Authority, Vote Vote, Guid LetterId, DateTimeOffset At) : ActionEvent;

// Orders: given by the lead, kept or not by each participant.
public sealed record OrderGiven(Order Order, string[] To, string By, DateTimeOffset At) : ActionEvent;

/// <summary>What an order did here.</summary>
public sealed record OrderTaken(Order Order, OrderEffect Effect, DateTimeOffset At) : ActionEvent;

/// <summary>What an order did at a participant, at the lead.</summary>
public sealed record OrderAnswered(string Authority, Receipt Receipt, Guid LetterId, DateTimeOffset At) : ActionEvent;

/// <summary>This authority stops its own measures after the cut-off.</summary>
public sealed record MeasuresWithheld(string Reason, string By, DateTimeOffset At) : ActionEvent;

public sealed record CutOffPassed(int PlanVersion, DateTimeOffset At) : ActionEvent;

/// <summary>T-0 was reached by this authority's own clock, or a person released the measures afterwards.</summary>
public sealed record ActionReleased(Release Release, string By, DateTimeOffset At) : ActionEvent;

/// <summary>The window after T-0 ended before this authority could act; only a person may release its measures now.</summary>
public sealed record ReleaseMissed(int Number, DateTimeOffset At) : ActionEvent;

/// <summary>How T-0 went at a participant, at the lead.</summary>
public sealed record ReleaseTold(
    string Authority,
    Release? Release,
    string? Unreleased,
    Guid LetterId,
    DateTimeOffset At
) : ActionEvent;

// The board: what the lead tells everybody of everybody.
public sealed record BoardTold(int Number, DateTimeOffset At) : ActionEvent;

public sealed record BoardReceived(int Number, Stand[] Stands, Guid LetterId, DateTimeOffset At) : ActionEvent;

/// <summary>A clock looked at, because the authority commits itself or because its quality changed.</summary>
public sealed record ClockChecked(ClockReading Reading, DateTimeOffset At) : ActionEvent;

/// <summary>What the times in letters tell of a participant's clock, at the lead.</summary>
public sealed record ClockInferred(string Authority, ClockReading Reading, Guid LetterId, DateTimeOffset At)
    : ActionEvent;

public sealed record ActionConcluded(string Summary, string By, DateTimeOffset At) : ActionEvent;

// Letters and clocks.
public sealed record ActionLetterWritten(
    Guid ActionId,
    Guid LetterId,
    string To,
    string Kind,
    string Content,
    ActionAsk? Ask,
    Guid? ReliesOn,
    bool Closing,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
) : ActionEvent;

public sealed record ActionLetterTaken(
    Guid LetterId,
    string From,
    string Kind,
    string[] VisibleTo,
    string? SetAside,
    DateTimeOffset At
) : ActionEvent;

public sealed record ActionLetterMoved(
    Guid LetterId,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    Basis? Basis,
    DateTimeOffset At
) : ActionEvent;

public sealed record ActionClockWarned(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : ActionEvent;

public sealed record ActionClockFailed(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : ActionEvent;

/// <summary>What the law is asked about a proposal.</summary>
public sealed record ActionAsk(string? Instrument, Matter Matter, string[] Assistance, string[] Missing);
