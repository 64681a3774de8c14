using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Requests;

/// <summary>Clocks of a request: whose they are, when they warn and fail, when they stand still.</summary>
public sealed class ClockTests
{
    private static readonly ClarificationAsked Question = new(
        1,
        "Which accounts?",
        Days(5, 10),
        FirstDue,
        Seed,
        Officer,
        Noon
    );

    [Fact]
    public void The_asked_authority_is_waited_for_on_both_sides()
    {
        (string, string)[] expected = [("acknowledgement", Asked), ("answer", Asked)];
        Assert.Equal(expected, RequestClocks.Of(State(AskedFile)).Select(c => (c.Key, c.On)));
        Assert.Equal(expected, RequestClocks.Of(State(AskerFile)).Select(c => (c.Key, c.On)));
    }

    [Fact]
    public void An_open_question_stops_the_answers_clock_and_starts_the_askers() =>
        Assert.Equal(
            [("acknowledgement", Asked), ("clarification", Asker)],
            RequestClocks.Of(State([.. AskedFile, Question])).Select(c => (c.Key, c.On))
        );

    [Fact]
    public void A_clock_warns_once_and_fails_once()
    {
        var warn = new PassedDeadline(RequestId, ClockKeys.Answer, DeadlineStage.Warn, FirstDue.WarnAt);
        var fail = new PassedDeadline(RequestId, ClockKeys.Answer, DeadlineStage.Fail, FirstDue.At);
        var warned = new ClockWarned(ClockKeys.Answer, Asked, FirstDue.WarnAt, FirstDue.WarnAt);
        new Given<Request, RequestEvent>(AskedFile)
            .When(c => PassRequestClock.Decide(c, warn, FirstDue.WarnAt))
            .Then(warned);
        new Given<Request, RequestEvent>([.. AskedFile, warned])
            .When(c => PassRequestClock.Decide(c, fail, FirstDue.At))
            .Then(new ClockFailed(ClockKeys.Answer, Asked, FirstDue.At, FirstDue.At));
    }

    [Fact]
    public void Nothing_passes_before_its_time() =>
        new Given<Request, RequestEvent>(AskedFile)
            .When(c =>
                PassRequestClock.Decide(
                    c,
                    new(RequestId, ClockKeys.Answer, DeadlineStage.Fail, FirstDue.At),
                    FirstDue.At.AddSeconds(-1)
                )
            )
            .ThenNothing();

    [Fact]
    public void A_clock_that_was_extended_may_warn_again()
    {
        var warned = new ClockWarned(ClockKeys.Answer, Asked, FirstDue.WarnAt, FirstDue.WarnAt);
        var later = DueIn(2, 40);
        var file = State([.. AskedFile, warned, new DueExtended(later, "Court.", Seed, Officer, Noon)]);
        var clock = RequestClocks.Of(file).Single(c => c.Key == ClockKeys.Answer);
        Assert.Equal((later.At, false), (clock.FailAt, clock.HasWarned));
    }

    [Fact]
    public void A_question_that_is_left_open_ends_the_request_which_the_asked_authority_says()
    {
        var end = WorkingDays(10);
        var passed = new PassedDeadline(RequestId, ClockKeys.Clarification, DeadlineStage.Fail, end);
        var letter = LetterIds.Of(RequestId, Asker, LetterKinds.Lapse);
        new Given<Request, RequestEvent>([.. AskedFile, Question])
            .When(c => PassRequestClock.Decide(c, passed, end))
            .Then(
                new ClockFailed(ClockKeys.Clarification, Asker, end, end),
                new RequestLapsed(ClockKeys.Clarification, letter, "clock", end),
                Reply(LetterKinds.Lapse, Asker, new LapseLetter { Cause = ClockKeys.Clarification }) with
                {
                    LetterId = letter,
                    By = "clock",
                    At = end,
                }
            );
        new Given<Request, RequestEvent>([.. AskerFile, Question])
            .When(c => PassRequestClock.Decide(c, passed, end))
            .Then(new ClockFailed(ClockKeys.Clarification, Asker, end, end));
    }

    [Fact]
    public void An_oral_request_that_is_not_confirmed_lapses()
    {
        var oral = Received with { Confirm = Days(3, 5), Content = TheContent with { Urgent = true, Oral = true } };
        var passed = new PassedDeadline(RequestId, ClockKeys.Confirmation, DeadlineStage.Fail, WorkingDays(5));
        var decided = Assert.IsType<Decider.Events<RequestEvent>>(
            PassRequestClock.Decide(State(oral), passed, WorkingDays(5))
        );
        Assert.Contains(decided.Happened, e => e is RequestLapsed { Cause: "written-confirmation" });
        var confirmed = State(oral, new RequestConfirmed("So.", Seed, Asker, Noon));
        Assert.DoesNotContain(RequestClocks.Of(confirmed), c => c.Key == ClockKeys.Confirmation);
    }

    [Fact]
    public void No_clock_runs_in_a_draft_nor_after_the_end()
    {
        Assert.Empty(RequestClocks.Of(State(AskerDraft)));
        Assert.Empty(RequestClocks.Of(State([.. AskerDraft, new ConsultationSent(1, Seed, Officer, Noon)])));
        Assert.Empty(RequestClocks.Of(State([.. AskedFile, new RequestWithdrawn("No.", Seed, Asker, Noon)])));
    }

    [Fact]
    public void Due_dates_are_the_instruments_in_the_calendar_of_the_asked_authority()
    {
        var dates = DueDates.Of(SmallLaw.Book, "test-mou", TheContent, Asked, 1, Noon, TheCalendars, Settings);
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero), dates.Acknowledge.At);
        Assert.Equal(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero), dates.Due.At);
        Assert.Equal(dates.Due.At.AddDays(-3), dates.Due.WarnAt);
        var usual = DueDates.Of(SmallLaw.Book, "test-spot", TheContent, Asked, 1, Noon, TheCalendars, Settings);
        Assert.Equal(WorkingDays(20), usual.Due.At);
        var urgent = TheContent with { Urgent = true };
        Assert.Equal(
            WorkingDays(5),
            DueDates.Of(SmallLaw.Book, "test-spot", urgent, Asked, 1, Noon, TheCalendars, Settings).Due.At
        );
    }

    [Fact]
    public void A_ground_is_offered_by_the_basis_with_its_duties()
    {
        var file = State(AskedFile);
        var offered = RefusalGrounds.Ask(SmallLaw.Book, file, "public-or-national-interest", Noon);
        Assert.True(offered.IsOffered);
        Assert.Equal(["consult"], offered.Duties);
        Assert.Contains("T §6", offered.Citations);
        Assert.Empty(RefusalGrounds.Ask(SmallLaw.Book, file, "violates-domestic-law", Noon).Duties);
        Assert.False(RefusalGrounds.Ask(SmallLaw.Book, file, "security", Noon).IsOffered);
        Assert.False(RefusalGrounds.Ask(SmallLaw.Book, file, "proceedings", Noon).IsOffered);
    }
}
