using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Statements.Questions;

/// <summary>How far the joint statement is; its text is in the plan.</summary>
public sealed record StatementSheet
{
    public required string Hash { get; init; }
    public required string Mode { get; init; }
    public required DateTimeOffset EmbargoUntil { get; init; }

    /// <summary>Everybody's word at the lead, its own at a participant.</summary>
    public required IReadOnlyList<StatementWord> Words { get; init; }

    /// <summary>The lead's last order, whether it is about this text or an earlier one.</summary>
    public StatementOrder? Order { get; init; }

    /// <summary>aborted or nobody-released: the embargo ended, and it did not go out by itself.</summary>
    public string? HeldBack { get; init; }
    public Publication? Published { get; init; }

    public static StatementSheet? Of(CoordinatedAction file)
    {
        if (file.Plan.Statement is not { } statement)
        {
            return null;
        }

        var hash = StatementFile.HashOf(statement);
        return new StatementSheet
        {
            Hash = hash,
            Mode = statement.Mode,
            EmbargoUntil = statement.EmbargoUntil,
            Words =
            [
                .. file.Statement.Agreements.Select(a => new StatementWord(
                    a.Key,
                    a.Value.Agrees,
                    a.Value.Hash == hash,
                    a.Value.Reason,
                    a.Value.At
                )),
            ],
            Order = file.Statement.Order,
            HeldBack = file.Statement.HeldBack is { } held && held.Hash == hash ? held.Reason : null,
            Published = file.Statement.Published,
        };
    }
}

/// <summary>An authority's last word.</summary>
/// <param name="IsCurrent">False for a word on another text, embargo or mode: it does not count.</param>
public sealed record StatementWord(string Authority, bool Agrees, bool IsCurrent, string? Reason, DateTimeOffset At);
