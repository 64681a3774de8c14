using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Statements.Domain;

/// <summary>What happens to the joint statement in one authority's file of an action.</summary>
public abstract record StatementEvent : ActionEvent;

/// <summary>This authority's own word on the text.</summary>
public sealed record StatementAgreed(Agreement Agreement, string By, DateTimeOffset At) : StatementEvent;

/// <summary>A participant's word on it, at the lead.</summary>
public sealed record StatementAgreementTold(string Authority, Agreement Agreement, Guid LetterId, DateTimeOffset At)
    : StatementEvent;

public sealed record StatementOrdered(StatementOrder Order, string By, DateTimeOffset At) : StatementEvent;

public sealed record StatementOrderReceived(StatementOrder Order, Guid LetterId, DateTimeOffset At) : StatementEvent;

/// <summary>The embargo ended, and the text did not go out by itself; a person decides.</summary>
/// <param name="Reason">aborted or nobody-released.</param>
public sealed record StatementHeldBack(string Hash, string Reason, DateTimeOffset At) : StatementEvent;

public sealed record StatementPublished(string Hash, bool ByHand, string By, DateTimeOffset At) : StatementEvent;
