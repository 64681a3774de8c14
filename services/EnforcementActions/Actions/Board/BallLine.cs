namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>Somebody has the ball.</summary>
/// <param name="Who">The authority that has to act.</param>
/// <param name="What">
/// propose, revise, vote, lift-hold, record-title, confirm-order, confirm-stop, withhold, take-delivery, mend-letter,
/// check-clock, release, release-by-hand, report-outcome, agree-statement, settle-statement, order-publication, publish,
/// decide-publication, record-result, follow-result, speak-to or conclude.
/// </param>
/// <param name="Why">Coded cause.</param>
/// <param name="About">The measure, letter, dispute or target that it is about, where there are several.</param>
/// <param name="DueAt">By when; absent where nothing ends.</param>
/// <param name="State">running, late, overdue, failed or stopped.</param>
/// <param name="Blocks">True when arming, or T-0 at that authority, does not come without it.</param>
public sealed record BallLine(
    string Who,
    string What,
    string Why,
    string? About,
    DateTimeOffset Since,
    DateTimeOffset? DueAt,
    string State,
    bool Blocks
);
