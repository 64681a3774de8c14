using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>Words for clocks, and the rule that turns an offset into one.</summary>
public static class ClockQualities
{
    public const string Good = "good";
    public const string Doubtful = "doubtful";
    public const string Bad = "bad";
    public const string Unknown = "unknown";

    public const string ByNtp = "ntp";
    public const string ByKernel = "kernel";
    public const string ByDatabase = "database";
    public const string ByLetters = "letters";
    public const string ByNothing = "none";

    /// <summary>A reading out of what a source told; what is furthest off within its uncertainty is what counts.</summary>
    public static ClockReading Judge(ClockOffset? told, ClockSettings settings, DateTimeOffset now)
    {
        if (told is null)
        {
            return new ClockReading(null, null, ByNothing, Unknown, now);
        }

        var worst = TimeSpan.FromMilliseconds(Math.Abs(told.OffsetMs) + told.UncertaintyMs);
        return new ClockReading(
            Math.Round(told.OffsetMs, 3),
            Math.Round(told.UncertaintyMs, 3),
            told.Source,
            worst <= settings.Good ? Good
                : worst <= settings.Bad ? Doubtful
                : Bad,
            now
        );
    }

    /// <summary>True for a clock of which its authority has to be told.</summary>
    public static bool IsPoor(string quality) => RankOf(quality) >= RankOf(Unknown);

    /// <summary>The greater, the worse; a word that is not known here is as bad as not knowing.</summary>
    public static int RankOf(string quality) =>
        quality switch
        {
            Good => 0,
            Doubtful => 1,
            Bad => 3,
            _ => 2,
        };
}

/// <summary>What a source tells of this node's clock.</summary>
/// <param name="OffsetMs">Own clock less the source's.</param>
/// <param name="UncertaintyMs">The true offset lies no further than this from it.</param>
public sealed record ClockOffset(string Source, double OffsetMs, double UncertaintyMs);
