using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Shapes of when and by whose word an action goes ahead, and of what is published.</summary>
internal static class ScheduleShapes
{
    private const int LongestWindow = 86_400;
    private const int UsualWindow = 3_600;
    private static readonly string[] RuleKinds = [DecisionRule.Consensus, DecisionRule.ByQuorum];
    private static readonly string[] Modes = [PlannedStatement.ByAll, PlannedStatement.ByDecision];

    // Far beyond any plan; later instants would leave no room for the window after them.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3_650);

    public static DecisionRule Rule(this Shape shape, RuleInput? given, string[] participants)
    {
        if (given is null)
        {
            shape.Wrong("plan.rule", "required", "Say when enough are ready: by consensus or by a quorum.");
            return Plan.None.Rule;
        }

        var isQuorum = given.Kind == DecisionRule.ByQuorum;
        shape
            .OneOf("plan.rule.kind", given.Kind, RuleKinds)
            .Must(
                isQuorum ? given.Quorum is { } n && n >= 1 && n <= participants.Length : given.Quorum is null or 0,
                "plan.rule.quorum",
                "out-of-range",
                isQuorum ? $"From 1 to {participants.Length}, the participants." : "Only a quorum has a number."
            )
            .Count("plan.rule.essentials", given.Essentials, 0, participants.Length);
        foreach (var (code, i) in (given.Essentials ?? []).Take(participants.Length).Select((code, i) => (code, i)))
        {
            shape.Must(
                participants.Contains(code, StringComparer.Ordinal),
                $"plan.rule.essentials[{i}]",
                "not-a-participant",
                "Only a participant can be essential."
            );
        }

        return new DecisionRule(
            given.Kind ?? "",
            given.Quorum ?? 0,
            Shapes.Distinct(given.Essentials?.OfType<string>())
        );
    }

    public static Schedule Schedule(this Shape shape, ScheduleInput? given, PlanFrame frame)
    {
        if (given is null)
        {
            shape.Wrong("plan.schedule", "required", "Say until when to be ready, the cut-off, and T-0.");
            return Domain.Schedule.None;
        }

        var readyBy = shape.Instant("plan.schedule.readyBy", given.ReadyBy);
        var cutOff = shape.Instant("plan.schedule.cutOff", given.CutOff);
        var releaseAt = shape.Instant("plan.schedule.releaseAt", given.ReleaseAt);
        shape
            .Must(
                readyBy is not { } ready || ready > frame.Now,
                "plan.schedule.readyBy",
                "in-the-past",
                "Name an instant to come."
            )
            .Must(
                readyBy is null || cutOff is null || readyBy < cutOff,
                "plan.schedule.cutOff",
                "before-ready-by",
                "The cut-off comes after the time until which everybody is to be ready."
            )
            .Must(
                cutOff is null || releaseAt is null || releaseAt - cutOff >= frame.ShortestHold,
                "plan.schedule.releaseAt",
                "too-close-to-cut-off",
                $"T-0 comes at least {frame.ShortestHold.TotalSeconds:0} seconds after the cut-off."
            )
            .Must(
                releaseAt is not { } release || release - frame.Now <= Farthest,
                "plan.schedule.releaseAt",
                "too-far",
                "At most ten years from now."
            )
            .Must(
                given.Window is null or (>= 0 and <= LongestWindow),
                "plan.schedule.window",
                "out-of-range",
                $"From 0 to {LongestWindow} seconds."
            );
        return new Schedule(readyBy ?? default, cutOff ?? default, releaseAt ?? default, given.Window ?? UsualWindow);
    }

    public static PlannedStatement? Statement(
        this Shape shape,
        StatementInput? given,
        Schedule schedule,
        DateTimeOffset now
    )
    {
        if (given is null)
        {
            return null;
        }

        var until = shape.Instant("plan.statement.embargoUntil", given.EmbargoUntil);
        shape
            .Text("plan.statement.text", given.Text, 20_000)
            .OneOf("plan.statement.mode", given.Mode, Modes)
            .Must(
                until is null || until >= schedule.ReleaseAt,
                "plan.statement.embargoUntil",
                "before-release",
                "Nothing is published before T-0."
            )
            .Must(
                until is not { } end || end - now <= Farthest,
                "plan.statement.embargoUntil",
                "too-far",
                "At most ten years from now."
            );
        return new PlannedStatement(given.Text, until ?? default, given.Mode ?? "");
    }
}
