using System.Text.Json.Serialization;

namespace CaseCoordination.EnforcementActions.Actions.Letters;

/// <summary>The whole plan in one version, to one participant.</summary>
public sealed record ProposalLetter : LetterContent
{
    public required Guid CaseId { get; init; }
    public required string Reference { get; init; }
    public required int PlanVersion { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required ToldMatter Matter { get; init; }
    public string? Instrument { get; init; }
    public string? Kind { get; init; }
    public string? AlertOn { get; init; }
    public required string[] Assistance { get; init; }
    public required ToldTarget[] Targets { get; init; }
    public required ToldMeasure[] Measures { get; init; }
    public required ToldParticipant[] Participants { get; init; }
    public required ToldRule Rule { get; init; }
    public required ToldSchedule Schedule { get; init; }
    public ToldStatement? Statement { get; init; }
    public required string Tlp { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Assistance.All(a => a is not null)
        && Targets.All(t => t?.Identifiers.All(i => i is not null) == true)
        && Measures.All(m => m is not null && m.Targets.All(t => t is not null) && m.Offsets.All(o => o is not null))
        && Participants.All(p => p?.Citations.All(c => c is not null) == true)
        && Rule.Essentials.All(e => e is not null);
}

public sealed record ToldMatter(
    string Code,
    string Over,
    string FinancialInstrument,
    string? ConductFrom = null,
    string? ConductTo = null
);

public sealed record ToldIdentifier(string Scheme, string Value);

public sealed record ToldTarget(string Id, string Kind, string Name, ToldIdentifier[] Identifiers);

public sealed record ToldMoney(string Amount, string Currency);

public sealed record ToldOffset(string Authority, string Measure, string UpTo);

public sealed record ToldMeasure(
    string Id,
    string Authority,
    string Kind,
    string[] Targets,
    string TitleNeeded,
    ToldOffset[] Offsets,
    string? Place = null,
    ToldMoney? Fine = null
);

public sealed record ToldParticipant(string Authority, bool MustJoin, string[] Citations);

public sealed record ToldRule(string Kind, int Quorum, string[] Essentials);

public sealed record ToldSchedule(DateTimeOffset ReadyBy, DateTimeOffset CutOff, DateTimeOffset ReleaseAt, int Window);

public sealed record ToldStatement(string Text, DateTimeOffset EmbargoUntil, string Mode);

/// <summary>A participant's word on the plan, with the titles of its measures when it is ready.</summary>
public sealed record ReadinessLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>ready, declined or hold.</summary>
    public required string Readiness { get; init; }
    public required string Fingerprint { get; init; }
    public required ToldTitle[] Titles { get; init; }
    public string? Ground { get; init; }
    public string? Reason { get; init; }
    public required string[] Citations { get; init; }
    public ToldClock? Clock { get; init; }
    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Titles.All(t => t is not null) && Citations.All(c => c is not null);
}

public sealed record ToldTitle(
    string Measure,
    string Number,
    string IssuedBy,
    string IssuedOn,
    int? MaximumDays = null
);

public sealed record ToldClock(
    string Source,
    string Quality,
    DateTimeOffset At,
    double? OffsetMs = null,
    double? UncertaintyMs = null
);

/// <summary>What is to happen at T-0, long before it.</summary>
public sealed record OrderLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>armed, standstill or aborted.</summary>
    public required string Standing { get; init; }
    public required int PlanVersion { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What an order did.</summary>
public sealed record OrderReceiptLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Standing { get; init; }

    /// <summary>held, stopped, too-late, released-before or not-ready.</summary>
    public required string Effect { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>How T-0 went.</summary>
public sealed record ReleaseLetter : LetterContent
{
    public ToldRelease? Release { get; init; }

    /// <summary>missed or withheld, where nothing went out.</summary>
    public string? Unreleased { get; init; }
}

public sealed record ToldRelease(
    int Number,
    DateTimeOffset At,
    long LateByMs,
    bool IsLate,
    bool ByHand,
    ToldClock? Clock = null
);

/// <summary>Where everybody stands, as the lead knows it; a higher number replaces a lower one.</summary>
public sealed record BoardLetter : LetterContent
{
    public required int Number { get; init; }
    public required ToldStand[] Stands { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Stands.All(s => s?.Results.All(r => r is not null) == true);
}

/// <summary>One row; titles and reasons stay between a participant and the lead.</summary>
public sealed record ToldStand(
    string Authority,
    int VoteNumber,
    string Readiness,
    string Fingerprint,
    ToldResult[] Results,
    string? Ground = null,
    DateTimeOffset? VotedAt = null,
    ToldClock? Clock = null,
    ToldReceipt? Receipt = null,
    ToldRelease? Release = null,
    string? Unreleased = null,
    ToldClock? ClockByLetters = null
);

public sealed record ToldReceipt(int Number, string Standing, string Effect, DateTimeOffset At);

public sealed record ToldResult(
    string Measure,
    string State,
    DateTimeOffset At,
    string? Reason = null,
    string? Number = null,
    ToldMoney? Fine = null,
    DateTimeOffset? EndsAt = null,
    ToldMoney? Frozen = null
);
