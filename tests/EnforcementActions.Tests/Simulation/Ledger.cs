using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>What the judge of a history keeps of one authority; from its events alone, never from its state.</summary>
internal sealed class Ledger
{
    public Plan Plan { get; set; } = Plan.None;

    /// <summary>The last vote of everybody, as far as this authority was told.</summary>
    public Dictionary<string, Vote> Votes { get; } = new(StringComparer.Ordinal);

    /// <summary>What each order did, by its number.</summary>
    public Dictionary<int, OrderEffect> Effects { get; } = [];

    /// <summary>Orders given that arm, by their number.</summary>
    public Dictionary<int, Order> Armed { get; } = [];
    public int LastOrder { get; set; }

    /// <summary>The order under which it acts at T-0.</summary>
    public int? Holds { get; set; }

    /// <summary>It has confirmed that nothing happens, and was not armed since.</summary>
    public bool IsStopped { get; set; }
    public bool IsAborted { get; set; }
    public bool IsWithheld { get; set; }
    public bool IsMissed { get; set; }
    public Release? Release { get; set; }
}
