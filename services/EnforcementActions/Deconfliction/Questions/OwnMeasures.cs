using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Questions;

/// <summary>The stored view by which measures of this authority are found: against whom, where and when, and whose they are.</summary>
public sealed record OwnMeasures
{
    /// <summary>The action's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Planned or under way; what was stopped or is over meets nothing.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>Of the targets of this authority's own measures.</summary>
    public required string[] Identifiers { get; init; }
    public required string[] Places { get; init; }
    public required DateTimeOffset ReleaseAt { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }

    public static OwnMeasures Of(CoordinatedAction file)
    {
        var measures = file.Plan.MeasuresOf(file.Authority);
        var named = measures.SelectMany(m => m.Targets).ToHashSet(StringComparer.Ordinal);
        return new OwnMeasures
        {
            Id = file.Id,
            IsRunning =
                (
                    file.Stage
                        is ActionStage.Draft
                            or ActionStage.Proposed
                            or ActionStage.Armed
                            or ActionStage.Standstill
                            or ActionStage.Released
                    || file.Measures.Values.Any(m => m.IsInForce)
                )
                && file.OwnReadiness != Readiness.Declined,
            Identifiers = SubjectKeys.Of(
                file.Plan.Targets.Where(t => named.Contains(t.Id)).SelectMany(t => t.Identifiers)
            ),
            Places = Sought.PlacesOf(measures),
            ReleaseAt = file.Plan.Schedule.ReleaseAt,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
        };
    }
}
