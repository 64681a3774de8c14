using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.EnforcementActions.Disputes.Questions;
using CaseCoordination.EnforcementActions.Measures.Outcomes;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.EnforcementActions.Statements.Questions;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>An action as its readers see it.</summary>
public sealed record ActionSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }
    public required string Lead { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>draft, proposed, armed, standstill, aborted, lapsed, withheld, missed, released or concluded.</summary>
    public required string State { get; init; }

    /// <summary>True when the reader may know how far the action is, but not what it says.</summary>
    public bool IsOutline { get; init; }
    public Plan? Plan { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>The last order of the lead; who holds it, and who confirmed it, is in <see cref="Stands"/>.</summary>
    public Order? Order { get; init; }

    /// <summary>True when this authority's measures go out at T-0 unless something stops them before.</summary>
    public bool WillRelease { get; init; }
    public Release? Release { get; init; }
    public string? Withheld { get; init; }
    public IReadOnlyList<Title> Titles { get; init; } = [];
    public IReadOnlyList<Stand> Stands { get; init; } = [];
    public ClockReading? Clock { get; init; }

    /// <summary>Who has to act now, on what, since when and by when.</summary>
    public IReadOnlyList<WaitLine> Waits { get; init; } = [];
    public string? Concluded { get; init; }

    /// <summary>Own measures from their release on.</summary>
    public IReadOnlyList<MeasureLine> Measures { get; init; } = [];

    /// <summary>What the plan should be looked at again for: one person punished twice for one matter.</summary>
    public IReadOnlyList<DoubleJeopardy> Warnings { get; init; } = [];

    /// <summary>How far the joint statement is; absent where the plan has none.</summary>
    public StatementSheet? Statement { get; init; }
    public IReadOnlyList<DisputeSheet> Disputes { get; init; } = [];

    /// <summary>Who was asked about other measures against the same targets, and what they found.</summary>
    public IReadOnlyList<DeconflictionLine> Deconfliction { get; init; } = [];
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public static ActionSheet Of(CoordinatedAction file, StreamFacts facts) =>
        new()
        {
            Id = file.Id,
            Version = facts.Version,
            Authority = file.Authority,
            Lead = file.Lead,
            Reference = file.Reference,
            TheirReference = file.TheirReference,
            CaseId = file.CaseId,
            State = Kebab.Of(file.Stage),
            Plan = file.Plan,
            Basis = file.Basis,
            Order = file.Order,
            WillRelease = file.WillRelease,
            Release = file.Release,
            Withheld = file.Withheld,
            Titles = [.. file.Titles.Values],
            Stands = [.. file.Stands.Values],
            Clock = file.Clock,
            Waits = [.. ActionWaits.Of(file)],
            Concluded = file.Concluded,
            Measures = [.. file.Measures.Values.Select(m => MeasureLine.Of(file, m))],
            Warnings = DoubleJeopardy.In(file.Plan),
            Statement = StatementSheet.Of(file),
            Disputes = DisputeSheet.Of(file),
            Deconfliction = DeconflictionLine.Of(file),
            Letters = file.Letters,
            Groups = file.Groups,
            Members = file.Members,
            OpenedAt = file.OpenedAt,
            ChangedAt = facts.ChangedAt,
        };

    /// <summary>How far it is, for an auditor outside its groups.</summary>
    public ActionSheet Outline() =>
        new()
        {
            Id = Id,
            Version = Version,
            Authority = Authority,
            Lead = Lead,
            Reference = Reference,
            CaseId = CaseId,
            State = State,
            IsOutline = true,
            Letters = Letters,
            OpenedAt = OpenedAt,
            ChangedAt = ChangedAt,
        };
}
