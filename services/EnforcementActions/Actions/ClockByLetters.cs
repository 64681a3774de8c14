using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Timing.Clocks;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>
/// What the times in letters tell of a participant's clock against the lead's own. A letter is written before it comes, and an
/// answer after what it answers: the first says how far ahead their clock is at least, the second how far at most.
/// </summary>
public static class ClockByLetters
{
    /// <summary>Says so when a clock is bad for certain, and again when one that was is not any more.</summary>
    /// <param name="file">The lead's file.</param>
    /// <param name="letter">The letter that came.</param>
    /// <param name="stated">When it was written, by their clock.</param>
    /// <param name="order">Number of the order that it answers.</param>
    /// <param name="bad">How far off a clock is bad.</param>
    /// <param name="turn">The act; its time is when the letter came, by the lead's clock.</param>
    public static IEnumerable<ActionEvent> Of(
        CoordinatedAction file,
        ReceivedLetter letter,
        DateTimeOffset? stated,
        int? order,
        TimeSpan bad,
        Turn turn
    )
    {
        if (stated is not { } at)
        {
            return [];
        }

        var answered = order is not null && file.Order?.Number == order ? file.Order?.At : null;
        var reading = Judge(at - turn.Now, at - answered, bad, turn.Now);
        var before = file.Stands[letter.Sender].ClockByLetters;
        return reading is null || (reading.Quality != ClockQualities.Bad && before?.Quality != ClockQualities.Bad)
            ? []
            : [new ClockInferred(letter.Sender, reading, letter.LetterId, turn.Now)];
    }

    /// <summary>A reading when the bounds say something for certain; null when they do not.</summary>
    /// <param name="atLeast">Their clock is ahead by no less; most often negative and large.</param>
    /// <param name="atMost">Their clock is ahead by no more; null when nothing says.</param>
    /// <param name="bad">How far off a clock is bad.</param>
    /// <param name="now">When this is judged.</param>
    public static ClockReading? Judge(TimeSpan atLeast, TimeSpan? atMost, TimeSpan bad, DateTimeOffset now)
    {
        // The lead's own clock was set between the two letters: nothing can be said.
        if (atMost < atLeast)
        {
            return null;
        }

        var quality =
            atLeast > bad || atMost < -bad ? ClockQualities.Bad
            : atLeast >= -bad && atMost <= bad ? ClockQualities.Doubtful
            : null;
        var nearest = atLeast > bad ? atLeast : atMost;
        return quality is null
            ? null
            : new ClockReading(
                ((atLeast + atMost) / 2 ?? nearest)?.TotalMilliseconds,
                ((atMost - atLeast) / 2)?.TotalMilliseconds,
                ClockQualities.ByLetters,
                quality,
                now
            );
    }
}
