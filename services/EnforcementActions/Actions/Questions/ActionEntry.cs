using CaseCoordination.EnforcementActions.Actions.Board;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>The stored view of an action: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record ActionEntry
{
    public required Guid Id { get; init; }
    public required string State { get; init; }
    public required string Lead { get; init; }
    public required Guid CaseId { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ReleaseAt { get; init; }

    /// <summary>True when T-0 will let measures go out here.</summary>
    public bool WillRelease { get; init; }

    /// <summary>True when the clock was looked at since the order that is held came.</summary>
    public bool IsClockChecked { get; init; }

    /// <summary>References, title, targets' names and identifiers, in lower case.</summary>
    public required string Text { get; init; }
    public required ActionSheet Sheet { get; init; }
    public required ActionBoard Board { get; init; }

    public static ActionEntry Of(CoordinatedAction file, StreamFacts facts) =>
        new()
        {
            Id = file.Id,
            State = Kebab.Of(file.Stage),
            Lead = file.Lead,
            CaseId = file.CaseId,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            ReleaseAt = file.Plan.Schedule.ReleaseAt,
            Text = string.Join(
                    '\n',
                    file.Plan.Targets.SelectMany(t => t.Identifiers.Select(i => i.Value).Prepend(t.Name))
                        .Prepend(file.Plan.Title)
                        .Prepend(file.Reference)
                )
                .ToLowerInvariant(),
            Sheet = ActionSheet.Of(file, facts),
            WillRelease = file.WillRelease,
            IsClockChecked = file.Held is not null && file.ClockCheckedFor == file.Held,
            Board = ActionBoard.Of(file, facts),
        };
}
