using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>One own measure from its release on.</summary>
/// <param name="State">under-way, executed, executed-in-part, failed, extended, lifted or ended.</param>
/// <param name="Reason">Why it failed, what part took effect, or why it was lifted.</param>
/// <param name="EndsAt">When it ends by itself.</param>
/// <param name="DueAt">When something is due on it next: its outcome, its end or a follow-up.</param>
/// <param name="Instruction">What its connection was told last, and what came of that.</param>
public sealed record MeasureLine(
    Guid ActionId,
    string Reference,
    string Measure,
    string Kind,
    string? Place,
    IReadOnlyList<Target> Targets,
    string State,
    string? Reason,
    Title Title,
    string? Number,
    DateTimeOffset ReleasedAt,
    DateTimeOffset? EffectiveAt,
    DateTimeOffset? EndsAt,
    DateTimeOffset? OverAt,
    Money? Frozen,
    Money? Fine,
    DateTimeOffset? DueAt,
    Instruction? Instruction,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<MeasureWord> History
)
{
    public static MeasureLine Of(CoordinatedAction file, MeasureFile measure) =>
        new(
            file.Id,
            file.Reference,
            measure.Id,
            measure.Plan.Kind,
            measure.Plan.Place,
            measure.Targets,
            Kebab.Of(measure.State),
            measure.LiftedFor ?? measure.Outcome?.Reason,
            measure.Title,
            measure.Outcome?.Number,
            measure.ReleasedAt,
            measure.Outcome?.EffectiveAt,
            measure.EndsAt,
            measure.OverAt,
            measure.Outcome?.Frozen,
            measure.Result?.Fine ?? measure.Plan.Fine,
            measure.DueAt,
            measure.Instruction,
            measure.FollowUps,
            [
                .. measure.History.Select(h => new MeasureWord(
                    Kebab.Of(h.Outcome.State),
                    h.Outcome.Reason,
                    h.Outcome.Number,
                    h.Outcome.EffectiveAt,
                    h.Outcome.Frozen,
                    h.By,
                    h.At
                )),
            ]
        );
}

/// <summary>One word on what became of a measure; a later one corrects an earlier one.</summary>
/// <param name="By">Who said so: a person, or <c>connector:</c> and its name.</param>
public sealed record MeasureWord(
    string State,
    string? Reason,
    string? Number,
    DateTimeOffset EffectiveAt,
    Money? Frozen,
    string By,
    DateTimeOffset At
);
