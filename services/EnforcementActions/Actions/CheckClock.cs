using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Timing.Clocks;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>
/// Keeps on the file of an armed action how good the clock is by which it will go out: once for the order that is held, and
/// when that changes before T-0.
/// </summary>
/// <param name="Reading">What this replica sees now.</param>
/// <param name="Kept">What this replica kept on the file last.</param>
public sealed record CheckClock(ClockReading Reading, ClockReading? Kept)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, CheckClock command, Turn turn) =>
        current.WillRelease && command.IsNews(current.Clock, current.ClockCheckedFor == current.Held)
            ? new ClockChecked(command.Reading, turn.Now)
            : new NoChange();

    /// <summary>
    /// Worse is always news; better only to the replica that said so before. Two replicas with unlike clocks would otherwise
    /// correct each other for ever, and the worse clock is the one to fear.
    /// </summary>
    public bool IsNews(ClockReading? known, bool isChecked)
    {
        if (known is null || !isChecked)
        {
            return true;
        }

        var change = ClockQualities.RankOf(Reading.Quality) - ClockQualities.RankOf(known.Quality);
        return change > 0 || (change < 0 && known == Kept);
    }
}
