using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>One authority on the board; reasons and titles are not on it.</summary>
public sealed record BoardRow
{
    public required string Authority { get; init; }

    /// <summary>False for one that was told of the action and is no longer in the plan.</summary>
    public required bool TakesPart { get; init; }

    /// <summary>The instrument says that it shall join.</summary>
    public required bool MustJoin { get; init; }

    /// <summary>The decision rule cannot be met without it.</summary>
    public required bool IsEssential { get; init; }

    /// <summary>open, ready, declined or hold, towards the plan as it is now.</summary>
    public required string Readiness { get; init; }
    public DateTimeOffset? VotedAt { get; init; }

    /// <summary>Coded ground of declining.</summary>
    public string? Ground { get; init; }

    /// <summary>Its clock by its own word.</summary>
    public ClockReading? Clock { get; init; }

    /// <summary>Its clock as the times in its letters show it to the lead, when they show that something is amiss.</summary>
    public ClockReading? ClockByLetters { get; init; }
    public int? OrderNumber { get; init; }

    /// <summary>armed, standstill or aborted: what the order said that was answered, or waits for its answer.</summary>
    public string? OrderStanding { get; init; }

    /// <summary>unconfirmed, held, stopped, too-late, released-before or not-ready.</summary>
    public string? OrderEffect { get; init; }

    /// <summary>When the order had that effect; when it was given, while it is unconfirmed.</summary>
    public DateTimeOffset? OrderAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }
    public long? LateByMs { get; init; }
    public bool? IsLate { get; init; }
    public bool? ByHand { get; init; }

    /// <summary>missed or withheld: why nothing went out at T-0 although the order was held.</summary>
    public string? Unreleased { get; init; }
    public IReadOnlyList<Result> Results { get; init; } = [];

    public static BoardRow Of(CoordinatedAction file, Stand stand)
    {
        var participant = file.Plan.Participants.FirstOrDefault(p => p.Authority == stand.Authority);
        return new()
        {
            Authority = stand.Authority,
            TakesPart = participant is not null,
            MustJoin = participant?.MustJoin == true,
            IsEssential = file.Plan.Rule.Essentials.Contains(stand.Authority, StringComparer.Ordinal),
            Readiness = Kebab.Of(stand.For(file.Plan)),
            VotedAt = stand.Vote?.At,
            Ground = stand.Vote?.Ground,
            Clock = ClockOf(file, stand),
            ClockByLetters = stand.ClockByLetters,
            OrderNumber = stand.Receipt?.Number,
            OrderStanding = stand.Receipt is { } r ? Kebab.Of(r.Standing) : null,
            OrderEffect = stand.Receipt is { } e ? Kebab.Of(e.Effect) : null,
            OrderAt = stand.Receipt?.At,
            ReleasedAt = stand.Release?.At,
            LateByMs = stand.Release?.LateByMs,
            IsLate = stand.Release?.IsLate,
            ByHand = stand.Release?.ByHand,
            Unreleased = stand.Unreleased,
            Results = stand.Results,
        };
    }

    /// <summary>The last that an authority said of its own clock.</summary>
    public static ClockReading? ClockOf(CoordinatedAction file, Stand stand) =>
        stand.Authority == file.Authority ? file.Clock : stand.Release?.Clock ?? stand.Vote?.Clock;
}
