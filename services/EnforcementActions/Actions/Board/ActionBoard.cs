using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Where everybody stands, who has the ball and what blocks, as one authority's file knows it.</summary>
public sealed record ActionBoard
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }
    public required string Lead { get; init; }

    /// <summary>draft, proposed, armed, standstill, aborted, lapsed, withheld, missed, released or concluded.</summary>
    public required string State { get; init; }

    /// <summary>True when the reader may know how far the action is, but not who stands where.</summary>
    public bool IsOutline { get; init; }
    public required DateTimeOffset ReadyBy { get; init; }
    public required DateTimeOffset CutOff { get; init; }

    /// <summary>T-0.</summary>
    public required DateTimeOffset ReleaseAt { get; init; }

    /// <summary>Until then what is held still goes out by itself, marked late.</summary>
    public required DateTimeOffset WindowEnd { get; init; }
    public int PlanVersion { get; init; }

    /// <summary>True when enough are ready by the decision rule.</summary>
    public bool IsRuleMet { get; init; }

    /// <summary>The lead's last order.</summary>
    public BoardOrder? Order { get; init; }

    /// <summary>True when this authority's measures go out at T-0 unless something stops them before.</summary>
    public bool WillRelease { get; init; }
    public IReadOnlyList<BoardRow> Participants { get; init; } = [];

    /// <summary>Who has to act; what blocks first, then the longest wait first.</summary>
    public IReadOnlyList<BallLine> Ball { get; init; } = [];
    public required DateTimeOffset ChangedAt { get; init; }

    public static ActionBoard Of(CoordinatedAction file, StreamFacts facts)
    {
        var schedule = file.Plan.Schedule;
        return new()
        {
            Id = file.Id,
            Version = facts.Version,
            Authority = file.Authority,
            Lead = file.Lead,
            State = Kebab.Of(file.Stage),
            ReadyBy = schedule.ReadyBy,
            CutOff = schedule.CutOff,
            ReleaseAt = schedule.ReleaseAt,
            WindowEnd = schedule.WindowEnd,
            PlanVersion = file.Plan.Version,
            IsRuleMet = Balls.IsRuleMet(file),
            Order = file.Order is { } o ? new(o.Number, Kebab.Of(o.Standing), o.PlanVersion, o.Reason, o.At) : null,
            WillRelease = file.WillRelease,
            Participants = [.. file.Stands.Values.Select(stand => BoardRow.Of(file, stand))],
            Ball = Balls.Of(file),
            ChangedAt = facts.ChangedAt,
        };
    }

    /// <summary>State and times, for an auditor outside its groups.</summary>
    public ActionBoard Outline() =>
        new()
        {
            Id = Id,
            Version = Version,
            Authority = Authority,
            Lead = Lead,
            State = State,
            IsOutline = true,
            ReadyBy = ReadyBy,
            CutOff = CutOff,
            ReleaseAt = ReleaseAt,
            WindowEnd = WindowEnd,
            ChangedAt = ChangedAt,
        };
}

/// <summary>An order as the board shows it.</summary>
/// <param name="Standing">armed, standstill or aborted.</param>
public sealed record BoardOrder(int Number, string Standing, int PlanVersion, string? Reason, DateTimeOffset At);
