using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Disputes.Domain;

/// <summary>What happens to a disagreement between those who take part in an action.</summary>
public abstract record DisputeEvent : ActionEvent;

/// <summary>This authority takes a disagreement to the body that the instrument names.</summary>
public sealed record DisputeRaised(Dispute Dispute, string By, DateTimeOffset At) : DisputeEvent;

/// <summary>What the body decided, recorded here by the lead or by who raised it.</summary>
public sealed record DisputeResolved(string Raiser, int Number, DisputeResult Result, string By, DateTimeOffset At)
    : DisputeEvent;

/// <summary>Whether this authority follows the result.</summary>
public sealed record DisputeFollowed(string Raiser, int Number, Following Following, string By, DateTimeOffset At)
    : DisputeEvent;

/// <summary>What another side says of a dispute: what is new in it is added to what is known here.</summary>
public sealed record DisputeTold(
    Dispute Dispute,
    DisputeResult? Result,
    Following[] Followings,
    string From,
    Guid LetterId,
    DateTimeOffset At
) : DisputeEvent;
