using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Inbound;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Inbound;

/// <summary>Letters that arrive: each has one effect, waits for its cause, or is set aside with a reason.</summary>
public sealed class ReadLetterTests
{
    private static readonly ReceivedLetter Acknowledging = Letter(
        LetterKinds.Acknowledgement,
        Asked,
        Asker,
        new AcknowledgementLetter { Due = Told.Of(FirstDue) }
    );

    [Fact]
    public void A_request_opens_a_file_restricted_to_those_who_take_it_in()
    {
        var letter = Letter(LetterKinds.Submission, Asker, Asked, Letters.Request, SubmissionId);
        var expected = Received with
        {
            Due = Settings.DueAt(1, Noon, WorkingDays(10)),
            Acknowledge = HalfWay(WorkingDays(2)),
            Groups = ["market-abuse"],
        };
        new Given<Request, RequestEvent>()
            .When(c => ReadLetter.Decide(c, letter, TheIntake()))
            .Then(new LetterTaken(SubmissionId, Asker, LetterKinds.Submission, ["market-abuse"], Noon, Noon), expected);
    }

    [Fact]
    public void A_request_told_twice_is_one_request()
    {
        var again = Letter(LetterKinds.Submission, Asker, Asked, Letters.Request);
        Assert.Equal("told-before", SetAside(State(AskedFile), again));
    }

    [Fact]
    public void What_comes_before_the_request_waits() =>
        new Given<Request, RequestEvent>()
            .When(c =>
                ReadLetter.Decide(
                    c,
                    Letter(LetterKinds.Withdrawal, Asker, Asked, new WithdrawalLetter { Reason = "Settled." }),
                    TheIntake()
                )
            )
            .ThenRefused("request-not-yet-here");

    [Fact]
    public void The_other_sides_word_is_the_same_fact_in_this_file() =>
        new Given<Request, RequestEvent>(AskerFile)
            .When(c => ReadLetter.Decide(c, Acknowledging, TheIntake()))
            .Then(
                new LetterTaken(
                    Acknowledging.LetterId,
                    Asked,
                    LetterKinds.Acknowledgement,
                    ["digital-assets"],
                    Noon,
                    Noon
                ),
                new RequestAcknowledged(FirstDue, Acknowledging.LetterId, Asked, Noon)
            );

    [Fact]
    public void A_stranger_is_not_heard() =>
        Assert.Equal("sender-not-the-other-side", SetAside(State(AskerFile), Acknowledging with { Sender = "XB-DAC" }));

    [Fact]
    public void Nobody_speaks_for_the_other_side() =>
        Assert.Equal(
            "not-for-this-side",
            SetAside(State(AskedFile), Acknowledging with { Sender = Asker, Recipient = Asked })
        );

    [Theory]
    [InlineData("request.poem", """{"version":1}""", "kind-unknown")]
    [InlineData("request.acceptance", """{"version":2,"note":""}""", "content-unreadable")]
    [InlineData("request.acceptance", "{", "content-unreadable")]
    [InlineData("request.acceptance", """{"version":1}""", "content-unreadable")]
    public void What_nobody_can_read_is_set_aside(string kind, string content, string reason) =>
        Assert.Equal(reason, SetAside(State(AskerFile), Acknowledging with { Kind = kind, Content = content }));

    [Fact]
    public void A_withdrawal_that_crosses_an_answer_wins_on_both_sides()
    {
        var answered = new RequestAnswered(1, "Both.", [], Days(10, 20), Seed, Officer, Noon);
        var withdrawn = new RequestWithdrawn("Settled.", Seed, Officer, Noon);
        Assert.Equal(RequestStage.Withdrawn, State([.. AskedFile, answered, withdrawn]).Stage);
        Assert.Equal(RequestStage.Withdrawn, State([.. AskerFile, withdrawn, answered]).Stage);
    }

    [Fact]
    public void An_answer_of_the_next_round_counts_before_the_result_that_began_it_is_known()
    {
        var refused = new RequestRefused(1, "x", "No.", [], [], Days(10, 20), Seed, Asked, Noon);
        var answered = new RequestAnswered(2, "Both.", [], Days(10, 20), Seed, Asked, Noon);
        Assert.Equal(RequestStage.Answered, State([.. AskerFile, answered, refused]).Stage);
    }

    [Fact]
    public void A_letter_that_a_border_stopped_has_no_effect()
    {
        var id = Guid.Parse("019cae00-0000-7000-8000-0000000000cc");
        RequestEvent[] file =
        [
            .. AskedFile,
            new RequestAnswered(1, "Both.", [], Days(10, 20), id, Officer, Noon),
            Sent(LetterKinds.Answer, id),
        ];
        var stop = new LetterMoved(id, Asker, LetterKinds.Answer, "rejected", "basis-lapsed", null, null, Noon);
        new Given<Request, RequestEvent>(file).When(c => RecordLetterProgress.Decide(c, stop)).Then(stop);
        Assert.Equal(RequestStage.Delivered, State([.. file, stop]).Stage);
    }

    [Fact]
    public void Delivery_is_the_machines_word_and_comes_once()
    {
        var delivered = new LetterMoved(
            SubmissionId,
            Asked,
            LetterKinds.Submission,
            "delivered",
            null,
            null,
            TheBasis,
            Noon
        );
        new Given<Request, RequestEvent>(AskerFile)
            .When(c => RecordLetterProgress.Decide(c, delivered))
            .Then(delivered);
        new Given<Request, RequestEvent>([.. AskerFile, delivered])
            .When(c => RecordLetterProgress.Decide(c, delivered with { State = "relayed" }))
            .ThenNothing();
        Assert.Equal(RequestStage.Delivered, State([.. AskerFile, delivered]).Stage);
    }

    [Fact]
    public void News_of_a_letter_that_is_not_known_here_waits() =>
        new Given<Request, RequestEvent>(AskerDraft)
            .When(c =>
                RecordLetterProgress.Decide(c, new(Seed, Asked, "request.answer", "delivered", null, null, null, Noon))
            )
            .ThenRefused("letter-unknown");

    private static string? SetAside(Request file, ReceivedLetter letter) =>
        Assert
            .IsType<Events<RequestEvent>>(ReadLetter.Decide(file, letter, TheIntake()))
            .Happened.OfType<LetterSetAside>()
            .SingleOrDefault()
            ?.Reason;
}
