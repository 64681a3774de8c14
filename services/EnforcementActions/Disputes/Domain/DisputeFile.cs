using System.Collections.Immutable;

namespace CaseCoordination.EnforcementActions.Disputes.Domain;

/// <summary>A disagreement as it was raised.</summary>
/// <param name="Raiser">Whose disagreement it is; with <paramref name="Number"/> its name on every side.</param>
/// <param name="About">plan, ground, hold or measure.</param>
/// <param name="Concerning">The authority or measure that it is about.</param>
/// <param name="Body">Who decides on it.</param>
/// <param name="Expected">What kind of result that body gives, where the instrument says so.</param>
/// <param name="Basis">The instrument that names the body, or none-named.</param>
public sealed record Dispute(
    string Raiser,
    int Number,
    string About,
    string? Concerning,
    string Reason,
    string Body,
    string? Expected,
    string Basis,
    string[] Citations,
    DateTimeOffset DueAt,
    DateTimeOffset At
);

/// <summary>What the body decided.</summary>
/// <param name="Result">upheld, dismissed, settled or opinion.</param>
/// <param name="Reference">The body's own reference.</param>
public sealed record DisputeResult(
    string Result,
    string Statement,
    string? Reference,
    string RecordedBy,
    DateTimeOffset At
);

/// <summary>Whether an authority follows a result; a later number replaces an earlier one.</summary>
public sealed record Following(string Authority, int Number, bool Follows, string? Reason, DateTimeOffset At);

/// <summary>A dispute as one file knows it. Whatever order news comes in, the same news gives the same file.</summary>
public sealed record DisputeFile(Dispute Dispute)
{
    public DisputeResult? Result { get; init; }
    public ImmutableSortedDictionary<string, Following> Followings { get; init; } =
        ImmutableSortedDictionary.Create<string, Following>(StringComparer.Ordinal);

    public bool Is(string raiser, int number) => Dispute.Raiser == raiser && Dispute.Number == number;

    /// <summary>Two sides may record a result at once: the earlier one stands, on every side.</summary>
    public DisputeFile With(DisputeResult? result) =>
        result is not null && (Result is null || IsBefore(result, Result)) ? this with { Result = result } : this;

    public DisputeFile With(Following following) =>
        following.Number > (Followings.GetValueOrDefault(following.Authority)?.Number ?? 0)
            ? this with
            {
                Followings = Followings.SetItem(following.Authority, following),
            }
            : this;

    private static bool IsBefore(DisputeResult one, DisputeResult other) =>
        one.At != other.At ? one.At < other.At : string.CompareOrdinal(one.RecordedBy, other.RecordedBy) < 0;
}

/// <summary>What the disputes of an action become by an event.</summary>
internal static class DisputeFold
{
    public static ImmutableArray<DisputeFile> After(ImmutableArray<DisputeFile> disputes, DisputeEvent @event) =>
        @event switch
        {
            DisputeRaised e => disputes.Add(new DisputeFile(e.Dispute)),
            DisputeResolved e => Change(disputes, e.Raiser, e.Number, d => d.With(e.Result)),
            DisputeFollowed e => Change(disputes, e.Raiser, e.Number, d => d.With(e.Following)),
            DisputeTold e => Merge(disputes, e),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} is not of a dispute."),
        };

    private static ImmutableArray<DisputeFile> Merge(ImmutableArray<DisputeFile> disputes, DisputeTold told)
    {
        var (raiser, number) = (told.Dispute.Raiser, told.Dispute.Number);
        var known = disputes.Any(d => d.Is(raiser, number)) ? disputes : disputes.Add(new DisputeFile(told.Dispute));
        return Change(
            known,
            raiser,
            number,
            d => told.Followings.Aggregate(d.With(told.Result), (file, following) => file.With(following))
        );
    }

    private static ImmutableArray<DisputeFile> Change(
        ImmutableArray<DisputeFile> disputes,
        string raiser,
        int number,
        Func<DisputeFile, DisputeFile> change
    ) => [.. disputes.Select(d => d.Is(raiser, number) ? change(d) : d)];
}
