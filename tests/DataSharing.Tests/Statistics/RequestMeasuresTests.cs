using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Requests.Questions;

namespace CaseCoordination.DataSharing.Tests.Statistics;

/// <summary>What is counted of one request, reckoned by hand.</summary>
public sealed class RequestMeasuresTests
{
    private static readonly DateTimeOffset Noon = Samples.Noon;

    [Fact]
    public void A_draft_counts_as_nothing() => Assert.Null(Of());

    [Fact]
    public void A_request_under_way_is_open() =>
        Assert.Equal(new RequestMeasures("open", null, null, null, null, 0, null, null), Of(Samples.Submitted));

    [Fact]
    public void The_time_of_open_questions_is_no_time_to_answer()
    {
        // 10 days, of which the first question took 2, the second 3 of which 1 with the first one still open: 10 - 4 = 6.
        var measures = Of(
            Samples.Submitted,
            Accepted(1.5),
            Asked(1, 2),
            Asked(2, 3),
            Given(1, 4),
            Given(2, 6),
            Answered(10)
        )!;
        Assert.Equal(("answered", 1.5, 6.0, true, 2), Parts(measures));
    }

    [Fact]
    public void A_question_left_open_stands_until_the_answer() =>
        Assert.Equal(("answered", 10.0, 2.0, true, 1), Parts(Of(Samples.Submitted, Asked(1, 2), Answered(10))!));

    [Fact]
    public void After_its_date_an_answer_is_late_and_a_rating_is_kept()
    {
        var measures = Of(
            Samples.Submitted,
            Answered(40),
            new RequestClosed(2, 5, null, null, Samples.Officer, Noon.AddDays(41))
        )!;
        Assert.Equal(
            ("answered", false, 2, 5),
            (measures.Outcome, measures.OnTime, measures.Timeliness, measures.Usefulness)
        );
    }

    [Fact]
    public void A_refusal_counts_by_its_ground_and_a_withdrawal_outweighs_an_answer()
    {
        var refused = Of(Samples.Submitted, Refused(3))!;
        Assert.Equal(
            ("refused", "security", true, null),
            (refused.Outcome, refused.Ground, refused.OnTime, refused.DaysToAnswer)
        );
        var withdrawn = Of(
            Samples.Submitted,
            Answered(3),
            new RequestWithdrawn("Settled.", null, Samples.Officer, Noon.AddDays(2))
        )!;
        Assert.Equal(("withdrawn", null, null), (withdrawn.Outcome, withdrawn.OnTime, withdrawn.DaysToAnswer));
    }

    private static RequestMeasures? Of(params RequestEvent[] more) =>
        RequestMeasures.Of(Samples.State([Samples.Drafted, .. more]));

    private static (string, double?, double?, bool?, int) Parts(RequestMeasures m) =>
        (m.Outcome, m.DaysToAccept, m.DaysToAnswer, m.OnTime, m.Clarifications);

    private static ClarificationAsked Asked(int number, double day) =>
        new(
            number,
            "Which?",
            Samples.Days(5, 10),
            Samples.DueIn(0, 20),
            Id($"q{number}"),
            Samples.Asked,
            Noon.AddDays(day)
        );

    private static ClarificationGiven Given(int number, double day) =>
        new(number, "Those.", Samples.DueIn(number, 30), Id($"g{number}"), Samples.Officer, Noon.AddDays(day));

    private static RequestAccepted Accepted(double day) =>
        new("", Samples.FirstDue, Id("accepted"), Samples.Asked, Noon.AddDays(day));

    private static RequestAnswered Answered(double day) =>
        new(1, "Here.", [], Samples.Days(10, 20), Id("answer"), Samples.Asked, Noon.AddDays(day));

    private static RequestRefused Refused(double day) =>
        new(1, "security", "No.", [], [], Samples.Days(10, 20), Id("refusal"), Samples.Asked, Noon.AddDays(day));

    private static Guid Id(string name) => LetterIds.Of(Samples.Seed, Samples.Asker, name);
}
