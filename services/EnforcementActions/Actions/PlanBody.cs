namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>A plan as a caller writes it.</summary>
/// <param name="Kind">widespread or union-dimension, where the instrument tells them apart.</param>
/// <param name="AlertOn">ISO day of the alert.</param>
/// <param name="Assistance">What the proposal asks for, in the words of the treaty vocabulary.</param>
/// <param name="Fields">Content fields of the instrument that the plan supplies, by their names in the treaty vocabulary.</param>
/// <param name="Participants">Authority codes; the lead is added where it is not named.</param>
public sealed record PlanBody(
    string? Title,
    string? Purpose,
    MatterInput? Matter,
    string? Instrument = null,
    string? Kind = null,
    string? AlertOn = null,
    string[]? Assistance = null,
    string[]? Fields = null,
    TargetInput?[]? Targets = null,
    MeasureInput?[]? Measures = null,
    string[]? Participants = null,
    RuleInput? Rule = null,
    ScheduleInput? Schedule = null,
    StatementInput? Statement = null,
    string? Tlp = null
);

/// <param name="Id">Name within the plan, such as t1.</param>
/// <param name="Kind">person, entity, venue, wallet or account.</param>
public sealed record TargetInput(string? Id, string? Kind, string? Name, IdentifierInput[]? Identifiers = null);

/// <param name="Id">Name within the plan, such as m1.</param>
/// <param name="Authority">Who takes it; a participant.</param>
/// <param name="Targets">Names of targets of this plan.</param>
/// <param name="TitleNeeded">Which legal title it needs.</param>
/// <param name="Place">Where it takes effect: a jurisdiction, a venue's MIC or an address.</param>
public sealed record MeasureInput(
    string? Id,
    string? Authority,
    string? Kind,
    string[]? Targets,
    string? TitleNeeded,
    string? Place = null,
    MoneyInput? Fine = null,
    OffsetInput?[]? Offsets = null
);

/// <param name="Amount">A decimal number as text, such as 1250000.50.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record MoneyInput(string? Amount, string? Currency);

/// <param name="Authority">Another participant.</param>
/// <param name="Measure">Its fine, by name.</param>
/// <param name="UpTo">In the same currency; no more than that fine.</param>
public sealed record OffsetInput(string? Authority, string? Measure, string? UpTo);

/// <param name="Kind">consensus or quorum.</param>
/// <param name="Quorum">How many have to be ready; for a quorum alone.</param>
/// <param name="Essentials">Participants without which it does not go ahead.</param>
public sealed record RuleInput(string? Kind, int? Quorum = null, string[]? Essentials = null);

/// <summary>Instants in ISO 8601 with their offset from UTC.</summary>
/// <param name="ReleaseAt">T-0.</param>
/// <param name="Window">Seconds after T-0 in which what was held still goes out by itself, marked late; absent for an hour.</param>
public sealed record ScheduleInput(string? ReadyBy, string? CutOff, string? ReleaseAt, int? Window = null);

/// <param name="EmbargoUntil">Not before T-0.</param>
/// <param name="Mode">by-all or by-decision.</param>
public sealed record StatementInput(string? Text, string? EmbargoUntil, string? Mode);
