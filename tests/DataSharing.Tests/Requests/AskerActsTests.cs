using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Requests;

/// <summary>What the asker does with a request of its own.</summary>
public sealed class AskerActsTests
{
    private static readonly RequestForms NoForms = new([]);

    private static Given<Request, RequestEvent> Draft(params RequestEvent[] more) => new([.. AskerDraft, .. more]);

    private static Given<Request, RequestEvent> Sent(params RequestEvent[] more) => new([.. AskerFile, .. more]);

    private static readonly ClarificationAsked Question = new(
        1,
        "Which accounts?",
        Days(5, 10),
        FirstDue,
        Seed,
        Asked,
        Noon
    );

    private static readonly RequestAnswered Answered = new(1, "Both.", [], Days(10, 20), Seed, Asked, Noon);

    private static readonly RequestRefused Refused = new(
        1,
        "public-or-national-interest",
        "No.",
        [],
        [],
        Days(10, 20),
        Seed,
        Asked,
        Noon
    );

    [Fact]
    public void A_draft_is_a_file_of_its_own() =>
        new Given<Request, RequestEvent>()
            .When(c =>
                DraftRequest.Decide(
                    c,
                    new(
                        RequestId,
                        RequestId,
                        Asker,
                        "XA-RFA-2026-0001",
                        Asked,
                        null,
                        TheContent,
                        ["digital-assets"],
                        []
                    ),
                    TheTurn
                )
            )
            .Then(Drafted);

    [Fact]
    public void Nobody_asks_itself() =>
        new Given<Request, RequestEvent>()
            .When(c =>
                DraftRequest.Decide(
                    c,
                    new(RequestId, RequestId, Asker, "", Asker, null, TheContent, ["x"], []),
                    TheTurn
                )
            )
            .ThenRefused("asking-oneself");

    [Fact]
    public void A_draft_changes_until_it_is_submitted()
    {
        var better = TheContent with { Title = "Wash trades in two accounts" };
        Draft().When(c => ReviseDraft.Decide(c, new(better), TheTurn)).Then(new RequestRevised(better, Officer, Noon));
        Sent().When(c => ReviseDraft.Decide(c, new(better), TheTurn)).ThenRefused("content-fixed");
    }

    [Fact]
    public void The_same_words_are_no_revision() =>
        Draft()
            .When(c => ReviseDraft.Decide(c, new(TheContent with { Matters = [Derivatives] }), TheTurn))
            .ThenNothing();

    [Fact]
    public void Somebody_must_be_left_who_sees_the_request()
    {
        Draft().When(c => ChangeAccess.Decide(c, new([], []), TheTurn)).ThenRefused("nobody-left");
        Draft()
            .When(c => ChangeAccess.Decide(c, new(["market-abuse"], ["counsel-1"]), TheTurn))
            .Then(new AccessChanged(["market-abuse"], ["counsel-1"], Officer, Noon));
    }

    [Fact]
    public void A_draft_goes_to_be_looked_at_as_an_ask_of_its_own() =>
        Draft()
            .When(c => ConsultOnDraft.Decide(c, TheTurn))
            .Then(
                new ConsultationSent(1, IdOf(LetterKinds.Consultation, Asked), Officer, Noon),
                Tell(LetterKinds.Consultation, 1, TheContent)
            );

    [Fact]
    public void What_is_submitted_is_no_draft_to_look_at() =>
        Sent().When(c => ConsultOnDraft.Decide(c, TheTurn)).ThenRefused("already-submitted");

    [Fact]
    public void Submitting_starts_the_clocks_of_the_instrument() =>
        Draft()
            .When(c => Submit(c, Plan(TheContent)))
            .Then(
                new RequestSubmitted(
                    1,
                    DueIn(0, 10),
                    HalfWay(WorkingDays(2)),
                    null,
                    IdOf(LetterKinds.Submission, Asked),
                    Officer,
                    Noon
                ),
                Tell(LetterKinds.Submission, 1, TheContent)
            );

    [Fact]
    public void An_oral_request_is_to_be_confirmed()
    {
        var oral = TheContent with { Urgent = true, Oral = true };
        var happened = Assert
            .IsType<Events<RequestEvent>>(Submit(State(Drafted with { Content = oral }), Plan(oral)))
            .Happened;
        Assert.Equal(Days(3, 5), Assert.IsType<RequestSubmitted>(happened[0]).Confirm);
    }

    [Fact]
    public void Without_a_legal_basis_nothing_is_submitted()
    {
        var content = TheContent with { Assistance = ["freeze.assets"] };
        new Given<Request, RequestEvent>(Drafted with { Content = content })
            .When(c => Submit(c, Plan(content)))
            .ThenRefused("no-basis");
    }

    [Fact]
    public void What_an_instrument_asks_for_has_to_be_there()
    {
        var content = TheContent with { Fields = [] };
        new Given<Request, RequestEvent>(Drafted with { Content = content })
            .When(c => Submit(c, Plan(content)))
            .ThenRefused("content-incomplete");
    }

    [Fact]
    public void Several_legal_bases_need_to_be_split_on_purpose()
    {
        var content = TheContent with { Matters = [Derivatives, Spot] };
        var draft = Drafted with { Content = content };
        var plan = Plan(content);
        Assert.Equal(["test-mou", "test-spot"], plan.Parts.Select(p => p.Decision.Basis));
        new Given<Request, RequestEvent>(draft).When(c => Submit(c, plan)).ThenRefused("basis-split");

        var first = Fold.Onto(State(draft), Happened(Submit(State(draft), plan, split: true)));
        Assert.Equal(new Part(1, 2, "test-mou"), first.Part);
        Assert.Equal([Derivatives], first.Content.Matters);
        var other = Guid.Parse("019cae00-0000-7000-8000-000000000777");
        var second = Fold.Of<Request>(
            Happened(
                SubmitRequest.DecidePart(
                    new Request(),
                    State(draft),
                    other,
                    "XA-RFA-2026-0002",
                    new(true),
                    plan,
                    2,
                    TheTurn,
                    TheCalendars,
                    Settings
                )
            )
        );
        Assert.Equal((new Part(2, 2, "test-spot"), other), (second.Part, second.Id));
        Assert.Equal([Spot], second.Content.Matters);
        Assert.Equal(first.AskId, second.AskId);
        Assert.Equal("test-spot", second.Content.Instrument);
        Assert.NotEqual(first.Due!.At, second.Due!.At);
    }

    [Fact]
    public void A_form_wants_its_fields_and_language()
    {
        var forms = new RequestForms([
            new(
                "test-mou",
                ["es"],
                [
                    new("facts-and-purpose", true, 10, new Dictionary<string, string>(StringComparer.Ordinal)),
                    new("laws-violated", true, 100, new Dictionary<string, string>(StringComparer.Ordinal)),
                ]
            ),
        ]);
        Assert.Equal(
            [
                ("content.language", "language-not-accepted"),
                ("content.fields.facts-and-purpose", "field-too-long"),
                ("content.fields.laws-violated", "field-missing"),
            ],
            forms.Check("test-mou", TheContent).Select(p => (p.Field, p.Code))
        );
        Assert.Empty(forms.Check("test-spot", TheContent));
        Draft()
            .When(c =>
                SubmitRequest.Decide(
                    c,
                    new(false),
                    SubmissionPlan.Of(SmallLaw.Book, State(Drafted), forms, Noon, TheCalendars, Settings),
                    1,
                    TheTurn,
                    TheCalendars,
                    Settings
                )
            )
            .ThenRefused("language-not-accepted");
    }

    [Fact]
    public void A_stopped_request_is_a_draft_again_and_can_be_submitted_again()
    {
        var stopped = State([
            .. AskerFile,
            new LetterMoved(
                SubmissionId,
                Asked,
                LetterKinds.Submission,
                "rejected",
                "no-basis",
                "No instrument.",
                null,
                Noon
            ),
        ]);
        Assert.Equal((RequestStage.Draft, "no-basis"), (stopped.Stage, stopped.Stop?.Reason));
        var again = Fold.Onto(stopped, Happened(Submit(stopped, Plan(TheContent))));
        Assert.Equal((RequestStage.Submitted, 2), (again.Stage, again.Submission?.Number));
        Assert.Null(again.Stop);
    }

    [Fact]
    public void A_reply_lets_the_clock_go_on_with_the_days_that_were_left()
    {
        var later = TheTurn with { Now = Noon.AddDays(7) };
        var due = FirstDue with
        {
            Number = 2,
            WarnAt = TheCalendars.Resume(Asked, FirstDue.WarnAt, Noon, later.Now),
            At = WorkingDays(25),
        };
        Sent(Question)
            .When(c => GiveClarification.Decide(c, new(1, "Those two."), later, TheCalendars))
            .Then(
                new ClarificationGiven(
                    1,
                    "Those two.",
                    due,
                    IdOf(LetterKinds.ClarificationGiven, Asked),
                    Officer,
                    later.Now
                ),
                Reply(
                    LetterKinds.ClarificationGiven,
                    Asked,
                    new ClarificationGivenLetter { Number = 1, Reply = "Those two." }
                ) with
                {
                    At = later.Now,
                }
            );
    }

    [Fact]
    public void Only_what_was_asked_is_replied_to() =>
        Sent()
            .When(c => GiveClarification.Decide(c, new(1, "Those two."), TheTurn, TheCalendars))
            .ThenRefused("clarification-unknown");

    [Fact]
    public void A_draft_that_nobody_saw_is_discarded_without_a_letter() =>
        Draft()
            .When(c => WithdrawRequest.Decide(c, new("Settled."), TheTurn))
            .Then(new RequestWithdrawn("Settled.", null, Officer, Noon));

    [Fact]
    public void A_request_is_taken_back_by_letter() =>
        Sent()
            .When(c => WithdrawRequest.Decide(c, new("Settled."), TheTurn))
            .Then(
                new RequestWithdrawn("Settled.", IdOf(LetterKinds.Withdrawal, Asked), Officer, Noon),
                Reply(LetterKinds.Withdrawal, Asked, new WithdrawalLetter { Reason = "Settled." })
            );

    [Fact]
    public void An_answer_is_not_taken_back() =>
        Sent(Answered).When(c => WithdrawRequest.Decide(c, new("No."), TheTurn)).ThenRefused("request-answered");

    [Fact]
    public void A_refusal_is_escalated_with_a_clock_of_its_own() =>
        Sent(Refused)
            .When(c =>
                EscalateRequest.Decide(c, new("heads-of-authority", "We disagree."), TheTurn, TheCalendars, Settings)
            )
            .Then(
                new RequestEscalated(
                    1,
                    1,
                    "heads-of-authority",
                    "We disagree.",
                    Days(5, 10),
                    IdOf(LetterKinds.Escalation, Asked),
                    Officer,
                    Noon
                ),
                Reply(
                    LetterKinds.Escalation,
                    Asked,
                    new EscalationLetter
                    {
                        Number = 1,
                        Round = 1,
                        Level = "heads-of-authority",
                        Reason = "We disagree.",
                        Answer = Told.Of(Days(5, 10)),
                    }
                )
            );

    [Fact]
    public void An_answer_is_not_escalated() =>
        Sent(Answered)
            .When(c => EscalateRequest.Decide(c, new("mediation", "No."), TheTurn, TheCalendars, Settings))
            .ThenRefused("request-answered");

    [Fact]
    public void Only_what_was_asked_by_word_of_mouth_is_confirmed()
    {
        var oral = Drafted with { Content = TheContent with { Urgent = true, Oral = true } };
        Sent().When(c => ConfirmRequest.Decide(c, new("So."), TheTurn)).ThenRefused("not-oral");
        new Given<Request, RequestEvent>(oral, Submitted with { Confirm = Days(3, 5) })
            .When(c => ConfirmRequest.Decide(c, new("So."), TheTurn))
            .Then(
                new RequestConfirmed("So.", IdOf(LetterKinds.Confirmation, Asked), Officer, Noon),
                Reply(LetterKinds.Confirmation, Asked, new ConfirmationLetter { Statement = "So." })
            );
    }

    [Fact]
    public void Closing_after_an_answer_needs_a_rating()
    {
        Sent(Answered).When(c => CloseRequest.Decide(c, new(4, null, null), TheTurn)).ThenRefused("rating-missing");
        Sent(Answered)
            .When(c => CloseRequest.Decide(c, new(4, 5, "Thank you."), TheTurn))
            .Then(
                new RequestClosed(4, 5, "Thank you.", IdOf(LetterKinds.Closing, Asked), Officer, Noon),
                Reply(
                    LetterKinds.Closing,
                    Asked,
                    new ClosingLetter
                    {
                        Timeliness = 4,
                        Usefulness = 5,
                        Comment = "Thank you.",
                    }
                )
            );
    }

    [Fact]
    public void What_is_open_is_withdrawn_and_not_closed() =>
        Sent().When(c => CloseRequest.Decide(c, new(4, 5, null), TheTurn)).ThenRefused("request-open");

    private static SubmissionPlan Plan(Content content) =>
        SubmissionPlan.Of(
            SmallLaw.Book,
            State(Drafted with { Content = content }),
            NoForms,
            Noon,
            TheCalendars,
            Settings
        );

    private static Decision<RequestEvent> Submit(Request current, SubmissionPlan plan, bool split = false) =>
        SubmitRequest.Decide(current, new(split), plan, 1, TheTurn, TheCalendars, Settings);

    private static IReadOnlyList<RequestEvent> Happened(Decision<RequestEvent> decision) =>
        Assert.IsType<Events<RequestEvent>>(decision).Happened;

    private static LetterWritten Tell(string kind, int number, Content content) =>
        new(
            RequestId,
            IdOf(kind, Asked),
            Asked,
            kind,
            LetterJson.Write(Told.Request(State(Drafted with { Content = content }), number)),
            Outbound.AskOf(content),
            null,
            false,
            ["digital-assets"],
            Officer,
            Noon
        );
}
