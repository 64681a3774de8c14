using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;
using static CaseCoordination.AccessPoint.Tests.Border.SmallLaw;

namespace CaseCoordination.AccessPoint.Tests.Border;

public sealed class AnswersTests
{
    private static readonly ReliedLetter Earlier = new("XA-SMA", "XB-DAC", Ask, Asked);
    private static readonly LegalQuestion Answer = new() { ReliesOn = Guid.CreateVersion7() };
    private static readonly LegalQuestion Closing = Answer with { Closing = true };
    private static readonly DateOnly Left = new(2026, 3, 5);

    [Theory]
    [InlineData("XB-DAC", "XA-SMA")]
    [InlineData("XA-SMA", "XB-DAC")]
    public void An_answer_goes_either_way_on_the_basis_of_the_letter_it_relies_on(string from, string to)
    {
        var judged = BorderLaw.JudgeAnswer(Book(), Answer, Earlier, from, to, Today);
        Assert.True(judged.Permits);
        Assert.Equal("small", judged.Instrument);
        Assert.Equal(BorderLaw.Judge(Book(), Ask, "XA-SMA", "XB-DAC", Asked, Today).Decision, judged.Decision);
    }

    [Fact]
    public void An_answer_to_a_letter_that_is_not_known_here_stops() =>
        Assert.Equal(
            "relied-letter-unknown",
            Stopped(BorderLaw.JudgeAnswer(Book(), Answer, null, "XB-DAC", "XA-SMA", Today))
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(-300, false)]
    public void It_is_decided_only_when_the_letter_has_had_time_to_come(int seconds, bool waits)
    {
        var judged = BorderLaw.JudgeAnswer(Book(), Answer, null, "XB-DAC", "XA-SMA", Today);
        var submitted = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(waits ? "relied-letter-unknown" : null, judged.NotYet(submitted, submitted.AddSeconds(seconds)));
        var others = BorderLaw.JudgeAnswer(Book(), Answer, Earlier, "MSA-FMA", "XA-SMA", Today);
        Assert.Null(others.NotYet(submitted, submitted));
    }

    [Theory]
    [InlineData("XB-DAC", "MSA-FMA")]
    [InlineData("MSA-FMA", "XA-SMA")]
    public void An_answer_between_others_than_the_letter_it_relies_on_stops_even_if_it_only_closes(
        string from,
        string to
    ) =>
        Assert.Equal(
            "relied-letter-mismatch",
            Stopped(BorderLaw.JudgeAnswer(Book(), Closing, Earlier, from, to, Today))
        );

    [Fact]
    public void An_answer_whose_basis_lapsed_since_the_ask_stops_where_the_terms_say_nothing_of_pending_requests() =>
        Assert.Equal("basis-lapsed", Stopped(Reply(Book(Left), Answer)));

    [Fact]
    public void An_answer_whose_basis_lapsed_stops_where_pending_requests_lapse() =>
        Assert.Equal("no-basis", Stopped(Reply(Book(Left, Lapse), Answer)));

    [Fact]
    public void An_answer_whose_basis_ended_goes_where_pending_requests_continue() =>
        Assert.True(Reply(Book(Left, Continue), Answer).Permits);

    [Fact]
    public void What_only_ends_something_may_go_after_the_basis_lapsed_and_still_shows_that_it_lapsed()
    {
        foreach (var book in (LawBook[])[Book(Left), Book(Left, Lapse)])
        {
            var judged = Reply(book, Closing);
            Assert.True(judged.Permits);
            Assert.Null(judged.Reason);
            Assert.NotEqual("GRANT", judged.Outcome);
        }
    }

    [Fact]
    public void An_ask_that_was_under_way_when_its_basis_lapsed_stops_too() =>
        Assert.Equal("basis-lapsed", Stopped(BorderLaw.Judge(Book(Left), Ask, "XA-SMA", "XB-DAC", Asked, Today)));

    [Fact]
    public void A_new_ask_does_not_go_after_the_basis_lapsed_even_if_it_says_that_it_closes() =>
        Assert.Equal(
            "no-basis",
            Stopped(BorderLaw.Judge(Book(Left), Ask with { Closing = true }, "XA-SMA", "XB-DAC", Today, Today))
        );

    private static string? Stopped(Judgement judged)
    {
        Assert.False(judged.Permits);
        return judged.Reason;
    }

    private static Judgement Reply(LawBook book, LegalQuestion answer) =>
        BorderLaw.JudgeAnswer(book, answer, Earlier, "XB-DAC", "XA-SMA", Today);
}
