using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>This side's own decision on a letter, in the event that froze it.</summary>
internal sealed record StoredDecision(Guid Letter, string Decision, string? Book, string? Asked)
{
    private const string NoLawWasAsked = "{}";

    /// <summary>The events that freeze a decision.</summary>
    public static Type[] Events { get; } =
    [typeof(LetterAccepted), typeof(LetterRejected), typeof(LetterTakenIn), typeof(LetterTurnedAway)];

    /// <summary>The letter was stopped for its form: there is nothing to repeat.</summary>
    public bool IsOfForm => Book is null && Asked is null && Decision == NoLawWasAsked;

    public static StoredDecision Of(object @event) =>
        @event switch
        {
            LetterAccepted e => new(e.LetterId, e.Decision, e.Book, e.Asked),
            LetterRejected e => new(e.LetterId, e.Decision, e.Book, e.Asked),
            LetterTakenIn e => new(e.LetterId, e.OwnDecision, e.Book, e.Asked),
            LetterTurnedAway e => new(e.LetterId, e.OwnDecision, e.Book, e.Asked),
            _ => throw new ArgumentException($"{@event.GetType().Name} freezes no decision.", nameof(@event)),
        };

    /// <summary>What people are shown of the letter is what the event says.</summary>
    public static bool IsShown(object @event, LetterView? view)
    {
        var stored = Of(@event);
        var isOwnShown =
            view is not null
            && Same(view.OwnDecision, stored.Decision)
            && Same(view.Book, stored.Book)
            && Same(view.Asked, stored.Asked);
        return isOwnShown
            && @event switch
            {
                LetterAccepted e => IsBasis(view!, e.Outcome, e.Instrument, e.Version, e.Citations)
                    && Same(view!.Obligations, e.Obligations),
                LetterRejected e => IsBasis(view!, e.Outcome, e.Instrument, e.Version, e.Citations),
                LetterTakenIn e => IsBasis(view!, e.Outcome, e.Instrument, e.Version, e.Citations)
                    && Same(view!.Obligations, e.Obligations)
                    && Same(view.Decision, e.Decision),
                _ => true,
            };
    }

    /// <summary>A judgement says, to the byte, what the event says.</summary>
    public static bool IsRepeated(object @event, Judgement again) =>
        Same(Of(@event).Decision, again.Decision)
        && @event switch
        {
            LetterAccepted e => Same(e.Outcome, again.Outcome)
                && Same(e.Instrument, again.Instrument)
                && Same(e.Version, again.Version)
                && Same(e.Obligations, again.Obligations)
                && e.Citations.SequenceEqual(again.Citations, StringComparer.Ordinal)
                && e.Duties.SequenceEqual(again.Duties, StringComparer.Ordinal),
            LetterRejected e => Same(e.Outcome, again.Outcome)
                && Same(e.Instrument, again.Instrument)
                && Same(e.Version, again.Version)
                && e.Citations.SequenceEqual(again.Citations, StringComparer.Ordinal),
            LetterTakenIn e => Same(e.OwnOutcome, again.Outcome) && Same(e.OwnVersion, again.Version),
            _ => true,
        };

    private static bool IsBasis(LetterView view, string outcome, string instrument, string? version, string[] cites) =>
        Same(view.Outcome, outcome)
        && Same(view.Instrument, instrument)
        && Same(view.Version, version)
        && view.Citations.SequenceEqual(cites, StringComparer.Ordinal);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
