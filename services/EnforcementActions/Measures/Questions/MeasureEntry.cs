using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>The stored view of one measure that T-0 has passed: what registers filter and sort by, and what connections are told.</summary>
public sealed record MeasureEntry
{
    // Sorts after everything that is due.
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required Guid Id { get; init; }
    public required Guid ActionId { get; init; }
    public required string Measure { get; init; }
    public required string Authority { get; init; }
    public required bool IsOwn { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True while an instruction to a connection is open.</summary>
    public required bool IsInstructed { get; init; }
    public required Guid Instruction { get; init; }

    /// <summary>Of its targets, as <c>scheme:value</c>.</summary>
    public required string[] Identifiers { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required OutcomeRow Row { get; init; }

    /// <summary>Absent for measures of others.</summary>
    public MeasureLine? Line { get; init; }

    /// <summary>Measures enter the register when it is known what T-0 brought for them; before, they are plans.</summary>
    public static IEnumerable<MeasureEntry> Of(CoordinatedAction file) =>
        OutcomeRow.Of(file).Where(r => r.IsSettled).Select(r => Of(file, r));

    private static MeasureEntry Of(CoordinatedAction file, OutcomeRow row)
    {
        var own = row.Authority == file.Authority ? file.Measures.GetValueOrDefault(row.Measure) : null;
        return new MeasureEntry
        {
            Id = IdOf(file.Id, row.Authority, row.Measure),
            ActionId = file.Id,
            Measure = row.Measure,
            Authority = row.Authority,
            IsOwn = own is not null,
            Kind = row.Kind,
            State = row.State,
            At = file.Plan.Schedule.ReleaseAt,
            DueAt = own?.DueAt ?? Never,
            IsInstructed = own?.Instruction?.State == InstructionStates.Open,
            Instruction = own?.Instruction?.Id ?? Guid.Empty,
            Identifiers = SubjectKeys.Of(row.Targets.SelectMany(t => t.Identifiers)),
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            Row = row,
            Line = own is null ? null : MeasureLine.Of(file, own),
        };
    }

    private static Guid IdOf(Guid action, string authority, string measure) =>
        DeterministicId.Of(action.ToString("N"), authority, measure);
}
