using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>Refusals that several acts on measures share.</summary>
internal static class MeasureRefusals
{
    public static Refusal NotInForce { get; } = new("not-in-force", "The measure is not in force.");

    /// <summary>Why there is no such measure to act on; null when there is one.</summary>
    public static Refusal? Missing(CoordinatedAction file, string measure) =>
        file.Measures.ContainsKey(measure) ? null
        : file.Plan.MeasuresOf(file.Authority).Any(m => m.Id == measure)
            ? new Refusal("not-released", "The measure has not been released.")
        : Refusal.Unknown("measure-unknown", "The action has no such measure of this authority.");

    /// <summary>Why the measure cannot be changed; null while it is in force.</summary>
    public static Refusal? NotChangeable(CoordinatedAction file, string measure) =>
        Missing(file, measure) ?? (file.Measures[measure].IsInForce ? null : NotInForce);
}
