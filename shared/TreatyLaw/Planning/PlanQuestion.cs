using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What could be asked, of whom, on a matter?</summary>
public sealed record PlanQuestion
{
    public required string From { get; init; }

    public required DateOnly At { get; init; }

    /// <summary>The authorities to look at; empty means all that the book knows.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];

    /// <summary>The kinds of assistance to look at, each by itself.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    public required RequestSubject Subject { get; init; }

    public string Procedure { get; init; } = "administrative";

    public bool Urgent { get; init; }

    public ImmutableArray<string> Missing { get; init; } = [];

    public Facts Facts { get; init; } = Facts.None;
}

/// <summary>What one partner can give of one kind, and what would change the answer.</summary>
public sealed record PlanLine
{
    public required string Partner { get; init; }

    public required string Kind { get; init; }

    public required Decision Decision { get; init; }

    /// <summary>Code of what would stop a letter that asks this today; null when it may go.</summary>
    public string? StopReason { get; init; }

    /// <summary>Open questions with the outcome that each answer would lead to, all else unchanged.</summary>
    public ImmutableArray<WhatIf> WouldChange { get; init; } = [];
}

/// <summary>An open fact, and what the outcome would be if it were yes or no.</summary>
public sealed record WhatIf(string Fact, Outcome IfYes, Outcome IfNo);
