using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Requests;

/// <summary>What the asked authority does about a request.</summary>
public sealed class AskedActsTests
{
    private static readonly RefusalPermission Offered = new(true, "", ["T §6"], ["consult"]);

    private static Given<Request, RequestEvent> Asked(params RequestEvent[] more) => new([.. AskedFile, .. more]);

    private static readonly RequestAcknowledged Acknowledged = new(
        FirstDue,
        IdOf(LetterKinds.Acknowledgement, Asker),
        Officer,
        Noon
    );

    private static readonly ClarificationAsked Question = new(
        1,
        "Which accounts?",
        Days(5, 10),
        FirstDue,
        IdOf(LetterKinds.ClarificationAsked, Asker),
        Officer,
        Noon
    );

    private static readonly RequestAnswered Answered = new(
        1,
        "Both accounts.",
        [PackageId],
        Days(10, 20),
        IdOf(LetterKinds.Answer, Asker),
        Officer,
        Noon
    );

    private static readonly RequestRefused Refused = new(
        1,
        "public-or-national-interest",
        "It would harm the market.",
        ["T §6"],
        ["consult"],
        Days(10, 20),
        IdOf(LetterKinds.Refusal, Asker),
        Officer,
        Noon
    );

    private static readonly RequestEscalated Escalated = new(
        1,
        1,
        "heads-of-authority",
        "We disagree.",
        Days(5, 10),
        IdOf(LetterKinds.Escalation, Samples.Asked),
        Asker,
        Noon
    );

    [Fact]
    public void Acknowledging_tells_when_the_answer_is_due() =>
        Asked()
            .When(c => AcknowledgeRequest.Decide(c, TheTurn))
            .Then(
                Acknowledged,
                Reply(LetterKinds.Acknowledgement, Asker, new AcknowledgementLetter { Due = Told.Of(FirstDue) })
            );

    [Fact]
    public void Only_the_asked_authority_acknowledges() =>
        new Given<Request, RequestEvent>(AskerFile)
            .When(c => AcknowledgeRequest.Decide(c, TheTurn))
            .ThenRefused("not-the-asked");

    [Fact]
    public void A_draft_to_look_at_is_not_acknowledged() =>
        new Given<Request, RequestEvent>(Consulted)
            .When(c => AcknowledgeRequest.Decide(c, TheTurn))
            .ThenRefused("not-submitted");

    [Fact]
    public void Accepting_says_so() =>
        Asked(Acknowledged)
            .When(c => AcceptRequest.Decide(c, new("Under way."), TheTurn))
            .Then(
                new RequestAccepted("Under way.", FirstDue, IdOf(LetterKinds.Acceptance, Asker), Officer, Noon),
                Reply(
                    LetterKinds.Acceptance,
                    Asker,
                    new AcceptanceLetter { Note = "Under way.", Due = Told.Of(FirstDue) }
                )
            );

    [Fact]
    public void A_question_tells_by_when_to_reply_and_when_the_clock_stopped() =>
        Asked()
            .When(c => AskClarification.Decide(c, new("Which accounts?"), TheTurn, TheCalendars, Settings))
            .Then(
                Question,
                Reply(
                    LetterKinds.ClarificationAsked,
                    Asker,
                    new ClarificationAskedLetter
                    {
                        Number = 1,
                        Question = "Which accounts?",
                        Answer = Told.Of(Days(5, 10)),
                        Paused = Told.Of(FirstDue),
                    }
                )
            );

    [Fact]
    public void One_question_at_a_time() =>
        Asked(Question)
            .When(c => AskClarification.Decide(c, new("And when?"), TheTurn, TheCalendars, Settings))
            .ThenRefused("clarification-open");

    [Fact]
    public void A_part_leaves_the_request_open()
    {
        var after = Asked()
            .When(c => AnswerInPart.Decide(c, new("The first account.", []), TheTurn))
            .ThenOnce(
                new RequestPartAnswered(
                    1,
                    "The first account.",
                    [],
                    IdOf(LetterKinds.PartAnswer, Asker),
                    Officer,
                    Noon
                ),
                Reply(LetterKinds.PartAnswer, Asker, new PartAnswerLetter { Number = 1, Text = "The first account." })
            );
        Assert.Equal(RequestStage.PartAnswered, after.Stage);
        Assert.True(after.IsUnderWay);
        Assert.IsType<Decider.Unchanged<RequestEvent>>(
            AnswerInPart.Decide(after, new("The first account.", []), TheTurn)
        );
    }

    [Fact]
    public void Answering_ends_the_work_and_waits_for_the_asker() =>
        Asked()
            .When(c => AnswerRequest.Decide(c, new("Both accounts.", [PackageId]), TheTurn, TheCalendars, Settings))
            .Then(
                Answered,
                Reply(
                    LetterKinds.Answer,
                    Asker,
                    new AnswerLetter
                    {
                        Round = 1,
                        Text = "Both accounts.",
                        Packages = [PackageId],
                        CloseBy = Told.Of(Days(10, 20)),
                    }
                )
            );

    [Fact]
    public void What_is_answered_is_not_answered_otherwise() =>
        Asked(Answered)
            .When(c => AnswerRequest.Decide(c, new("Something else.", []), TheTurn, TheCalendars, Settings))
            .ThenRefused("request-answered");

    [Fact]
    public void A_refusal_without_its_duties_cannot_stand() =>
        Asked().When(c => Refuse(c, Offered)).ThenRefused("duties-open");

    [Fact]
    public void A_ground_that_the_basis_does_not_offer_is_none() =>
        Asked().When(c => Refuse(c, new(false, "test-mou does not let ...", [], []))).ThenRefused("ground-not-offered");

    [Fact]
    public void A_refusal_with_its_duties_done_is_told_with_reasons() =>
        Asked(new DutyFulfilled("consult", "By telephone.", Officer, Noon))
            .When(c => Refuse(c, Offered))
            .Then(
                Refused,
                Reply(
                    LetterKinds.Refusal,
                    Asker,
                    new RefusalLetter
                    {
                        Round = 1,
                        Ground = Refused.Ground,
                        Reason = Refused.Reason,
                        Citations = ["T §6"],
                        Duties = ["consult"],
                        CloseBy = Told.Of(Days(10, 20)),
                    }
                )
            );

    [Fact]
    public void A_duty_is_recorded_once() =>
        Asked()
            .When(c => FulfilDuty.Decide(c, new("consult", "By telephone."), TheTurn))
            .Then(new DutyFulfilled("consult", "By telephone.", Officer, Noon));

    [Fact]
    public void An_extension_names_a_later_day()
    {
        var until = DateOnly.FromDateTime(WorkingDays(30).UtcDateTime.AddDays(-1));
        var due = Settings.DueAt(2, Noon, TheCalendars.EndOf(Samples.Asked, until));
        Asked()
            .When(c => ExtendDue.Decide(c, new(until, "A court decides."), TheTurn, TheCalendars, Settings))
            .Then(
                new DueExtended(due, "A court decides.", IdOf(LetterKinds.Extension, Asker), Officer, Noon),
                Reply(
                    LetterKinds.Extension,
                    Asker,
                    new ExtensionLetter { Due = Told.Of(due), Reason = "A court decides." }
                )
            );
    }

    [Fact]
    public void An_extension_does_not_shorten() =>
        Asked()
            .When(c => ExtendDue.Decide(c, new(new(2026, 3, 9), "No."), TheTurn, TheCalendars, Settings))
            .ThenRefused("not-later");

    [Fact]
    public void Nothing_is_extended_while_the_clock_stands() =>
        Asked(Question)
            .When(c => ExtendDue.Decide(c, new(new(2026, 6, 1), "No."), TheTurn, TheCalendars, Settings))
            .ThenRefused("clock-paused");

    [Fact]
    public void An_escalation_that_is_granted_reopens_what_was_refused()
    {
        var due = DueIn(2, 20);
        var after = Asked(Refused, Escalated)
            .When(c => DecideEscalation.Decide(c, new("granted", "We will."), TheTurn, TheCalendars, Settings))
            .ThenOnce(
                new EscalationDecided(
                    1,
                    "granted",
                    "We will.",
                    due,
                    IdOf(LetterKinds.EscalationResult, Asker),
                    Officer,
                    Noon
                ),
                Reply(
                    LetterKinds.EscalationResult,
                    Asker,
                    new EscalationResultLetter
                    {
                        Number = 1,
                        Result = "granted",
                        Statement = "We will.",
                        Due = Told.Of(due),
                    }
                )
            );
        Assert.Equal((RequestStage.Accepted, 2), (after.Stage, after.Round));
        Assert.Equal(due, after.Due);
        Assert.IsType<Decider.Unchanged<RequestEvent>>(
            DecideEscalation.Decide(after, new("granted", "We will."), TheTurn, TheCalendars, Settings)
        );
    }

    [Fact]
    public void An_escalation_that_is_maintained_leaves_the_refusal()
    {
        var after = State([
            .. AskedFile,
            Refused,
            Escalated,
            new EscalationDecided(1, "maintained", "No.", FirstDue, Seed, Officer, Noon),
        ]);
        Assert.Equal(RequestStage.Refused, after.Stage);
        Assert.Null(after.OpenEscalation);
    }

    [Fact]
    public void Without_an_escalation_there_is_no_result() =>
        Asked()
            .When(c => DecideEscalation.Decide(c, new("granted", "We will."), TheTurn, TheCalendars, Settings))
            .ThenRefused("not-escalated");

    [Fact]
    public void A_draft_is_answered_with_advice() =>
        new Given<Request, RequestEvent>(Consulted)
            .When(c => ReplyToConsultation.Decide(c, new("change", "Name the period."), TheTurn))
            .Then(
                new ConsultationAnswered(
                    1,
                    "change",
                    "Name the period.",
                    IdOf(LetterKinds.ConsultationReply, Asker),
                    Officer,
                    Noon
                ),
                Reply(
                    LetterKinds.ConsultationReply,
                    Asker,
                    new ConsultationReplyLetter
                    {
                        Number = 1,
                        Advice = "change",
                        Comment = "Name the period.",
                    }
                )
            );

    [Theory]
    [InlineData("withdrawn", "request-withdrawn")]
    [InlineData("lapsed", "request-lapsed")]
    [InlineData("closed", "request-closed")]
    public void What_has_ended_is_not_acted_on(string how, string code)
    {
        RequestEvent end = how switch
        {
            "withdrawn" => new RequestWithdrawn("Settled.", Seed, Asker, Noon),
            "lapsed" => new RequestLapsed(ClockKeys.Clarification, Seed, "clock", Noon),
            _ => new RequestClosed(null, null, null, Seed, Asker, Noon),
        };
        Asked(end).When(c => AcceptRequest.Decide(c, new(""), TheTurn)).ThenRefused(code);
        Asked(end).When(c => AnswerRequest.Decide(c, new("x", []), TheTurn, TheCalendars, Settings)).ThenRefused(code);
        Asked(end).When(c => Refuse(c, Offered)).ThenRefused(code);
    }

    private static readonly RequestEvent[] Consulted =
    [
        new ConsultationReceived(
            RequestId,
            RequestId,
            Samples.Asked,
            "MSA-RFA-2026-0001",
            Asker,
            "XA-RFA-2026-0001",
            1,
            TheContent,
            TheBasis,
            ["digital-assets"],
            SubmissionId,
            Noon
        ),
    ];

    private static Decider.Decision<RequestEvent> Refuse(Request current, RefusalPermission permission) =>
        RefuseRequest.Decide(current, new(Refused.Ground, Refused.Reason), permission, TheTurn, TheCalendars, Settings);
}
