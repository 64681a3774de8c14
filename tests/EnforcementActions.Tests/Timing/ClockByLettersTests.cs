using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Board;
using static CaseCoordination.EnforcementActions.Tests.Board.Trio;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

/// <summary>What the times in letters tell of a clock.</summary>
public sealed class ClockByLettersTests
{
    private static readonly TimeSpan Bad = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(-60_000, 60_000, null, null)]
    [InlineData(-60_000, 900, null, null)]
    [InlineData(1_001, 3_001, "bad", 2_001)]
    [InlineData(-9_000, -2_000, "bad", -5_500)]
    [InlineData(-1_000, 1_000, "doubtful", 0)]
    [InlineData(500, -500, null, null)]
    public void Two_bounds_say_something_or_nothing(int atLeast, int atMost, string? quality, int? offset)
    {
        var reading = ClockByLetters.Judge(Ms(atLeast), Ms(atMost), Bad, Noon);
        Assert.Equal((quality, (double?)offset), (reading?.Quality, reading?.OffsetMs));
    }

    [Theory]
    [InlineData(1_000, null)]
    [InlineData(1_001, "bad")]
    [InlineData(-90_000, null)]
    public void One_bound_shows_only_a_clock_that_is_ahead(int atLeast, string? quality) =>
        Assert.Equal(quality, ClockByLetters.Judge(Ms(atLeast), null, Bad, Noon)?.Quality);

    [Fact]
    public void A_vote_from_the_future_shows_a_clock_that_is_ahead_to_everybody()
    {
        var trio = Proposed();
        trio.Ahead[Partner] = TimeSpan.FromSeconds(90);
        trio.Ready(Partner).Carry();
        foreach (var reader in (string[])[Lead, Partner, Other])
        {
            var clock = RowOf(trio, reader).ClockByLetters;
            Assert.Equal((90_000, "letters", "bad"), (clock!.OffsetMs!.Value, clock.Source, clock.Quality));
            Assert.Contains(
                trio.Board(reader).Ball,
                l => l is { Who: Partner, What: "check-clock", Why: "clock-bad-by-letters" }
            );
        }
    }

    [Fact]
    public void An_answer_from_before_its_order_shows_a_clock_that_is_behind()
    {
        var trio = Proposed();
        trio.Now = Noon.AddMinutes(30);
        trio.Ahead[Partner] = TimeSpan.FromSeconds(-20);
        trio.Ready(Lead).Ready(Partner).Ready(Other).Carry();
        Assert.Equal(
            (-20_000, "bad"),
            (RowOf(trio, Lead).ClockByLetters!.OffsetMs!.Value, RowOf(trio, Lead).ClockByLetters!.Quality)
        );
        Assert.Null(trio.Board(Lead).Participants.Single(r => r.Authority == Other).ClockByLetters);
    }

    [Fact]
    public void A_clock_that_was_set_right_is_taken_back()
    {
        var trio = Proposed();
        trio.Ahead[Partner] = TimeSpan.FromSeconds(90);
        trio.Ready(Partner).Carry();
        trio.Ahead.Clear();
        trio.Ready(Lead).Ready(Other).Carry();
        Assert.Equal("doubtful", RowOf(trio, Partner).ClockByLetters!.Quality);
        Assert.DoesNotContain(trio.Board(Lead).Ball, l => l.What == "check-clock");
    }

    [Fact]
    public void Clocks_that_agree_leave_nothing_on_the_file()
    {
        var trio = Armed();
        Assert.Empty(trio.Events(Lead).OfType<ClockInferred>());
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static CaseCoordination.EnforcementActions.Actions.Board.BoardRow RowOf(Trio trio, string reader) =>
        trio.Board(reader).Participants.Single(r => r.Authority == Partner);
}
