namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>Where an authority stands towards a plan.</summary>
public enum Readiness
{
    Open,
    Ready,
    Declined,
    Hold,
}

/// <summary>An authority's own word on a plan; a later number replaces an earlier one.</summary>
/// <param name="Number">Counts this authority's votes from 1.</param>
/// <param name="Fingerprint">What of the plan it is about, see <see cref="Plan.FingerprintFor"/>.</param>
/// <param name="Titles">The legal title of each own measure; for its own people and the lead.</param>
/// <param name="Ground">Coded ground of declining.</param>
public sealed record Vote(
    int Number,
    Readiness Readiness,
    string Fingerprint,
    Title[] Titles,
    string? Ground,
    string? Reason,
    string[] Citations,
    ClockReading? Clock,
    DateTimeOffset At
);

/// <summary>The legal title on which a measure is taken.</summary>
/// <param name="Measure">Name of the measure within the plan.</param>
/// <param name="Number">Number of the order or decision.</param>
/// <param name="IssuedBy">Court or body.</param>
/// <param name="IssuedOn">ISO day.</param>
/// <param name="MaximumDays">After so many days it ends by itself; absent when it does not.</param>
/// <param name="Connector">The connection that carries it out; absent when a person does.</param>
public sealed record Title(
    string Measure,
    string Number,
    string IssuedBy,
    string IssuedOn,
    int? MaximumDays,
    string? Connector
);

/// <summary>How good the clock of an authority is.</summary>
/// <param name="OffsetMs">Own clock less the source's, in milliseconds; absent when the source tells none.</param>
/// <param name="UncertaintyMs">The true offset lies no further than this from it.</param>
/// <param name="Source">ntp, kernel, database, letters or none.</param>
/// <param name="Quality">good, doubtful, bad or unknown.</param>
public sealed record ClockReading(
    double? OffsetMs,
    double? UncertaintyMs,
    string Source,
    string Quality,
    DateTimeOffset At
);

/// <summary>What the lead's file says is to happen at T-0; a higher number replaces a lower one.</summary>
public enum Standing
{
    None,
    Armed,
    Standstill,
    Aborted,
}

/// <summary>An instruction of the lead to everybody, long before T-0.</summary>
/// <param name="Number">Counts the orders of an action from 1, over all versions of its plan.</param>
public sealed record Order(int Number, Standing Standing, int PlanVersion, string? Reason, DateTimeOffset At);

/// <summary>What an order did at one authority.</summary>
public enum OrderEffect
{
    /// <summary>It was written, and nothing has come back.</summary>
    Unconfirmed,

    /// <summary>Armed: at T-0 this authority acts by its own clock.</summary>
    Held,

    /// <summary>Nothing will happen at T-0 there; this is a confirmed hold or abort.</summary>
    Stopped,

    /// <summary>It came after the cut-off and changed nothing.</summary>
    TooLate,

    /// <summary>It came after the measures had been released.</summary>
    ReleasedBefore,

    /// <summary>The authority is not ready for this version of the plan, so that it holds no order.</summary>
    NotReady,
}

/// <summary>How an order ended at an authority.</summary>
public sealed record Receipt(int Number, Standing Standing, OrderEffect Effect, DateTimeOffset At);

/// <summary>That an authority's measures went out, and when by its own clock.</summary>
/// <param name="LateByMs">Milliseconds after T-0.</param>
/// <param name="IsLate">Later than the action allows.</param>
/// <param name="ByHand">A person released them after the time in which they go out by themselves.</param>
public sealed record Release(
    int Number,
    DateTimeOffset At,
    long LateByMs,
    bool IsLate,
    bool ByHand,
    ClockReading? Clock
);

/// <summary>One participant on the board, as its own file and the lead's letters say.</summary>
public sealed record Stand(string Authority)
{
    public Vote? Vote { get; init; }

    /// <summary>The last answer to an order.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The vote on which the last order that arms was sent; at the lead alone.</summary>
    public int? ArmedByVote { get; init; }
    public Release? Release { get; init; }

    /// <summary>What the lead found of its clock, against its own, by the times in letters; only what is amiss is kept.</summary>
    public ClockReading? ClockByLetters { get; init; }

    /// <summary>Why its measures did not go out at T-0 although it held the order: missed or withheld.</summary>
    public string? Unreleased { get; init; }

    /// <summary>Results of its measures, by their name within the plan.</summary>
    public Result[] Results { get; init; } = [];

    /// <summary>Readiness for a plan; a vote on another version of what concerns it does not count.</summary>
    public Readiness For(Plan plan) =>
        Vote is { } vote && (vote.Readiness is Readiness.Declined || vote.Fingerprint == plan.FingerprintFor(Authority))
            ? vote.Readiness
            : Readiness.Open;
}

/// <summary>What became of one measure, as it is told to the others.</summary>
/// <param name="State">executed, executed-in-part, failed, withheld, extended, lifted or ended.</param>
/// <param name="Number">Number of the order.</param>
/// <param name="Frozen">What a freeze caught.</param>
public sealed record Result(
    string Measure,
    string State,
    string? Reason,
    string? Number,
    Money? Fine,
    DateTimeOffset At,
    DateTimeOffset? EndsAt,
    Money? Frozen = null
);
