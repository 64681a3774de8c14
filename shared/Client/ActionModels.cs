namespace CaseCoordination.Client;

/// <summary>A coordinated action to draft, on a joint investigation that the caller's authority leads.</summary>
public sealed record NewAction
{
    public required Guid CaseId { get; init; }
    public required ActionPlan Plan { get; init; }

    /// <summary>Who may know of it; absent for the caller's groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
}

/// <summary>What several authorities mean to do together.</summary>
public sealed record ActionPlan
{
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required RequestMatter Matter { get; init; }
    public string? Instrument { get; init; }

    /// <summary>widespread or union-dimension, where the instrument tells them apart.</summary>
    public string? Kind { get; init; }

    /// <summary>Day of the alert against which earlier proceedings are judged, as YYYY-MM-DD.</summary>
    public string? AlertOn { get; init; }

    /// <summary>Codes of the treaty vocabulary that the proposal asks for.</summary>
    public required IReadOnlyList<string> Assistance { get; init; }

    /// <summary>Fields of the instrument's form that the proposal supplies.</summary>
    public IReadOnlyList<string>? Fields { get; init; }
    public required IReadOnlyList<ActionTarget> Targets { get; init; }
    public required IReadOnlyList<ActionMeasure> Measures { get; init; }

    /// <summary>Codes of the authorities that take part.</summary>
    public required IReadOnlyList<string> Participants { get; init; }
    public required ActionRule Rule { get; init; }
    public required ActionSchedule Schedule { get; init; }
    public ActionStatement? Statement { get; init; }
    public string? Tlp { get; init; }
}

/// <summary>Whom or what measures are aimed at; measures name it by its id within the plan.</summary>
public sealed record ActionTarget(
    string Id,
    string Kind,
    string Name,
    IReadOnlyList<SubjectIdentifier>? Identifiers = null
);

/// <summary>One authority's measure, such as freeze, trading-suspension, cease-order, fine or warning.</summary>
/// <param name="TitleNeeded">Which legal title it needs.</param>
/// <param name="Place">A jurisdiction, a venue's MIC or an address.</param>
public sealed record ActionMeasure(
    string Id,
    string Authority,
    string Kind,
    IReadOnlyList<string> Targets,
    string TitleNeeded,
    string? Place = null,
    ActionMoney? Fine = null,
    IReadOnlyList<ActionOffset>? Offsets = null
);

/// <summary>A decimal amount as text, and its ISO 4217 currency.</summary>
public sealed record ActionMoney(string Amount, string Currency);

/// <summary>What is paid on another authority's fine counts on this one, up to an amount.</summary>
public sealed record ActionOffset(string Authority, string Measure, string UpTo);

/// <summary>When enough are ready: consensus, or quorum with a number and the authorities that may not be missing.</summary>
public sealed record ActionRule(string Kind, int? Quorum = null, IReadOnlyList<string>? Essentials = null);

/// <summary>The instants of an action; the window is in seconds.</summary>
public sealed record ActionSchedule(
    DateTimeOffset ReadyBy,
    DateTimeOffset CutOff,
    DateTimeOffset ReleaseAt,
    int? Window = null
);

/// <summary>What is published, and when at the earliest; by-all or by-decision.</summary>
public sealed record ActionStatement(string Text, DateTimeOffset EmbargoUntil, string Mode);

/// <summary>The legal title on which a measure is taken; the day as YYYY-MM-DD.</summary>
/// <param name="MaximumDays">After so many days it ends by itself.</param>
/// <param name="Connector">The connection that carries the measure out; absent when a person does.</param>
public sealed record MeasureTitle(
    string Measure,
    string Number,
    string IssuedBy,
    string IssuedOn,
    int? MaximumDays = null,
    string? Connector = null
);

/// <summary>What a list of actions is narrowed to.</summary>
public sealed record ActionQuery
{
    /// <summary>draft, proposed, armed, standstill, aborted, lapsed, withheld, missed, released or concluded.</summary>
    public string? State { get; init; }

    /// <summary>An authority code.</summary>
    public string? Lead { get; init; }
    public Guid? Case { get; init; }

    /// <summary>Words that must occur.</summary>
    public string? Q { get; init; }
    public int? Size { get; init; }
}

/// <summary>Where everybody stands, who has to act, and what blocks; the service's time when it was read.</summary>
public sealed record ActionBoard(BoardView Board, DateTimeOffset ServerTime);

/// <summary>The board of one action.</summary>
public sealed record BoardView
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string State { get; init; }
    public bool IsOutline { get; init; }
    public required DateTimeOffset ReadyBy { get; init; }
    public required DateTimeOffset CutOff { get; init; }
    public required DateTimeOffset ReleaseAt { get; init; }
    public IReadOnlyList<BoardPlace> Participants { get; init; } = [];
    public IReadOnlyList<ActionBall> Ball { get; init; } = [];
}

/// <summary>One authority on the board: its word, what the last order did there, and how T-0 went.</summary>
/// <param name="Readiness">open, ready, declined or hold.</param>
/// <param name="OrderEffect">unconfirmed, held, stopped, too-late, released-before or not-ready.</param>
public sealed record BoardPlace(
    string Authority,
    string Readiness,
    string? OrderEffect,
    DateTimeOffset? ReleasedAt,
    long? LateByMs,
    bool? IsLate
);

/// <summary>Somebody has the ball; it blocks when arming or T-0 does not come without it.</summary>
public sealed record ActionBall(
    string Who,
    string What,
    string Why,
    string? About,
    DateTimeOffset Since,
    DateTimeOffset? DueAt,
    string State,
    bool Blocks
);

/// <summary>One action in a list.</summary>
public sealed record ActionLine(
    Guid Id,
    string Reference,
    string? Title,
    string State,
    string Lead,
    Guid CaseId,
    DateTimeOffset? ReleaseAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    long Version
);

/// <summary>What would become of a proposal to one participant.</summary>
/// <param name="StopReason">What would stop it at the border; absent when it may go.</param>
/// <param name="Supply">Content fields or facts to supply before it may go.</param>
public sealed record ActionTrial(
    string Authority,
    bool Allowed,
    string? StopReason,
    string Outcome,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Supply,
    IReadOnlyList<string> Explanation
);

/// <summary>An action as the caller may know it.</summary>
public sealed record ActionFile
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }
    public required string Lead { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }
    public required Guid CaseId { get; init; }
    public required string State { get; init; }
    public bool IsOutline { get; init; }
    public FiledPlan? Plan { get; init; }
    public RequestBasis? Basis { get; init; }
    public ActionOrder? Order { get; init; }

    /// <summary>True when the caller's measures go out at T-0 unless something stops them before.</summary>
    public bool WillRelease { get; init; }
    public ActionRelease? Release { get; init; }
    public string? Withheld { get; init; }
    public IReadOnlyList<MeasureTitle> Titles { get; init; } = [];
    public IReadOnlyList<ActionStand> Stands { get; init; } = [];
    public string? Concluded { get; init; }
    public IReadOnlyList<ActionDispute> Disputes { get; init; } = [];

    public ActionStand? Stand(string authority) => Stands.FirstOrDefault(s => s.Authority == authority);
}

/// <summary>A disagreement, by its number in the caller's file.</summary>
public sealed record ActionDispute(
    int N,
    DisputeSubject Dispute,
    DisputeOutcome? Result,
    IReadOnlyList<DisputeFollowing> Followings
);

/// <summary>What a dispute is about: plan, ground, hold or measure.</summary>
public sealed record DisputeSubject(string About, string Reason);

/// <summary>What the body decided.</summary>
public sealed record DisputeOutcome(string Result, string Statement, string? Reference);

/// <summary>Whether a party follows it.</summary>
public sealed record DisputeFollowing(string Authority, bool Follows, string? Reason);

/// <summary>The plan as it was filed, in its present version.</summary>
public sealed record FiledPlan(
    int Version,
    string Title,
    string Purpose,
    RequestMatter Matter,
    string? Instrument,
    IReadOnlyList<ActionTarget> Targets,
    IReadOnlyList<ActionMeasure> Measures,
    IReadOnlyList<ActionParticipant> Participants,
    ActionRule Rule,
    ActionSchedule Schedule,
    string Tlp
);

/// <summary>An authority that takes part, and why where the instrument says that it shall.</summary>
public sealed record ActionParticipant(string Authority, bool MustJoin, IReadOnlyList<string> Citations);

/// <summary>What the lead's file says is to happen at T-0: armed, standstill or aborted.</summary>
public sealed record ActionOrder(int Number, string Standing, int PlanVersion, string? Reason, DateTimeOffset At);

/// <summary>Where one participant stands.</summary>
public sealed record ActionStand
{
    public required string Authority { get; init; }
    public ActionVote? Vote { get; init; }
    public OrderReceipt? Receipt { get; init; }
    public ActionRelease? Release { get; init; }

    /// <summary>missed or withheld, when the measures did not go out at T-0 although the order was held.</summary>
    public string? Unreleased { get; init; }
    public IReadOnlyList<MeasureResult> Results { get; init; } = [];
}

/// <summary>An authority's own word: ready, declined or hold.</summary>
public sealed record ActionVote(
    int Number,
    string Readiness,
    string? Ground,
    string? Reason,
    IReadOnlyList<string> Citations,
    DateTimeOffset At
);

/// <summary>What an order did at an authority: unconfirmed, held, stopped, too-late, released-before or not-ready.</summary>
public sealed record OrderReceipt(int Number, string Standing, string Effect, DateTimeOffset At);

/// <summary>That measures went out, and when by the authority's own clock.</summary>
public sealed record ActionRelease(int Number, DateTimeOffset At, long LateByMs, bool IsLate, bool ByHand);

/// <summary>What became of one measure.</summary>
public sealed record MeasureResult(
    string Measure,
    string State,
    string? Reason,
    string? Number,
    ActionMoney? Fine,
    DateTimeOffset At,
    DateTimeOffset? EndsAt
);
