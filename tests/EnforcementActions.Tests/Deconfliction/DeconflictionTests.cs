using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Checks;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.Testing;
using static CaseCoordination.EnforcementActions.Tests.Parts;

namespace CaseCoordination.EnforcementActions.Tests.Deconfliction;

public sealed class DeconflictionTests
{
    private const string Key = "lei:529900T8BM49AURSDO55";
    private const string Outside = "XC-OUT";
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly OwnMeasures Other = new()
    {
        Id = Guid.Parse("019cae00-0000-7000-9000-00000000000b"),
        IsRunning = true,
        Identifiers = [Key],
        Places = ["XNYS"],
        ReleaseAt = Noon.AddDays(30),
        Groups = ["cartels"],
        Members = ["somebody"],
    };

    [Fact]
    public void The_same_identifier_is_a_hit_at_any_time() =>
        Assert.Equivalent(
            (Hit[])[new Hit("t1", null, ["cartels"])],
            Sought.Of(ThePlan).HitsIn([Other], Window),
            strict: true
        );

    [Fact]
    public void The_same_place_is_a_hit_within_the_window_only()
    {
        var near = Other with { Identifiers = [], Places = ["XDLT"], ReleaseAt = ThePlan.Schedule.ReleaseAt - Window };
        var hit = Assert.Single(Sought.Of(ThePlan).HitsIn([near], Window));
        Assert.Equal((null, "XDLT"), (hit.Target, hit.Place));
        Assert.Empty(Sought.Of(ThePlan).HitsIn([near with { ReleaseAt = near.ReleaseAt.AddTicks(-1) }], Window));
        var after = ThePlan.Schedule.WindowEnd + Window;
        Assert.Single(Sought.Of(ThePlan).HitsIn([near with { ReleaseAt = after }], Window));
        Assert.Empty(Sought.Of(ThePlan).HitsIn([near with { ReleaseAt = after.AddTicks(1) }], Window));
    }

    [Fact]
    public void Several_hits_on_a_target_are_one_with_all_contacts()
    {
        var person = Other with { Groups = [], Members = ["ms-b", "ms-a"] };
        var hit = Assert.Single(Sought.Of(ThePlan).HitsIn([Other, person, Other], Window));
        Assert.Equal(["cartels", "ms-b"], hit.Contacts);
    }

    [Fact]
    public void What_was_stopped_or_declined_is_no_measure_any_more()
    {
        var parts = Proposed();
        Assert.True(OwnMeasures.Of(parts[Third]).IsRunning);
        Assert.Equal([Key], OwnMeasures.Of(parts[Third]).Identifiers);
        parts.Do(
            Third,
            (f, t) =>
                Actions.DeclareReadiness.Decide(f, new(Readiness.Declined, "g", "No.", new(true, "", []), null), t)
        );
        Assert.False(OwnMeasures.Of(parts[Third]).IsRunning);
        parts.Do(Lead, (f, t) => Actions.AbortAction.Decide(f, new("Gone."), t));
        parts.Deliver();
        Assert.False(OwnMeasures.Of(parts[Second]).IsRunning);
    }

    [Fact]
    public void A_participant_answers_a_proposal_and_a_revision_with_hit_or_no_hit()
    {
        var parts = Proposed();
        var lines = DeconflictionLine.Of(parts[Lead]);
        Assert.Equal(
            [(Second, "plan", 1, "no-hit"), (Third, "plan", 1, "no-hit")],
            lines.Select(l => (l.Authority, l.About, l.Number, l.Outcome))
        );

        var statement = ThePlan.Statement! with { Text = "Other words." };
        parts.Do(
            Lead,
            (f, t) => Actions.RevisePlan.Decide(f, new(f.Plan with { Statement = statement }), t),
            "officer"
        );
        parts.Do(Lead, Actions.ProposeAction.Decide);
        Hit[] hits = [new Hit("t1", null, ["cartels"])];
        while (parts.UnderWay.Count > 0)
        {
            parts.DeliverAt(0, keep: false, parts.UnderWay[0].Recipient == Third ? hits : []);
        }

        lines = DeconflictionLine.Of(parts[Lead]);
        Assert.Equal([(Second, 2, "no-hit"), (Third, 2, "hit")], lines.Select(l => (l.Authority, l.Number, l.Outcome)));
        Assert.Equal(["cartels"], Assert.Single(lines[1].Hits).Contacts);
    }

    [Fact]
    public void An_answer_on_an_earlier_version_that_comes_late_changes_nothing()
    {
        var parts = Proposed();
        parts.Do(Lead, (f, t) => Actions.RevisePlan.Decide(f, new(f.Plan with { Statement = null }), t), "officer");
        parts.Do(Lead, Actions.ProposeAction.Decide);
        parts.Deliver();
        var late = Answer(Finding.OfPlan, 1, [new Hit("t1", null, ["cartels"])]);
        parts.UnderWay.Add(Letter(late, Second));
        parts.UnderWay.Add(Letter(Answer(Finding.OfPlan, 9, []), Third));
        parts.Deliver();
        Assert.All(DeconflictionLine.Of(parts[Lead]), l => Assert.Equal((2, "no-hit"), (l.Number, l.Outcome)));
    }

    [Fact]
    public void An_ask_says_identifiers_places_and_times_and_nothing_else()
    {
        var parts = Proposed();
        var events = Assert.IsType<Events<ActionEvent>>(parts.Try(Lead, Ask)).Happened;
        var written = Assert.IsType<InquiryLetterWritten>(events[1]);
        Assert.Equal((Outside, "spontaneous", "test-mou"), (written.To, written.Trigger, written.Instrument));
        Assert.Equal(
            """{"version":1,"number":1,"targets":[{"id":"t1","keys":["lei:529900T8BM49AURSDO55"]}],"places":["XDLT"],"from":"2026-03-02T12:30:00+00:00","until":"2026-03-02T12:40:00+00:00"}""",
            written.Content
        );
        Assert.Contains(parts[Lead].Letters, l => l.Id == written.LetterId);
        Assert.DoesNotContain(Outside, parts[Lead].Between.Keys);
        Assert.Equal("waiting", DeconflictionLine.Of(parts[Lead])[^1].Outcome);
    }

    [Fact]
    public void Only_those_who_were_asked_answer()
    {
        var parts = Proposed();
        parts.Try(Lead, Ask);
        parts.UnderWay.Add(Letter(Answer(Finding.OfInquiry, 1, []), Second));
        parts.UnderWay.Add(Letter(Answer(Finding.OfInquiry, 2, []), Outside));
        parts.Deliver();
        Assert.Equal("waiting", DeconflictionLine.Of(parts[Lead])[^1].Outcome);
        parts.UnderWay.Add(Letter(Answer(Finding.OfInquiry, 1, [new Hit("t1", null, ["cartels"])]), Outside));
        parts.Deliver();
        Assert.Equal("hit", DeconflictionLine.Of(parts[Lead])[^1].Outcome);
        parts.UnderWay.Add(Letter(Answer(Finding.OfInquiry, 1, []), Outside));
        parts.Deliver();
        Assert.Equal("hit", DeconflictionLine.Of(parts[Lead])[^1].Outcome);
    }

    [Theory]
    [InlineData(Second, Outside, "not-the-lead")]
    [InlineData(Lead, Third, "takes-part")]
    [InlineData(Lead, "XX-NIL", "authority-unknown")]
    [InlineData(Lead, "MSB-KNA", "not-entitled")]
    public void Whom_the_lead_cannot_ask(string by, string whom, string code)
    {
        var parts = Proposed(ThePlan with { Matter = new("manipulation", "derivatives", "yes") });
        Assert.Equal(code, parts.Refusal(by, (f, t) => AskOthers.Decide(f, new([whom]), LawOf(whom), t)));
    }

    [Fact]
    public void An_inquiry_is_answered_at_once_and_kept()
    {
        var ask = AskLetter(1);
        Hit[] hits = [new Hit("t1", null, ["cartels"])];
        var answered = Assert
            .IsType<Events<CheckEvent>>(AnswerInquiry.Decide(new(), ask, hits, ["intake"], 2, Noon))
            .Happened;
        var taken = Assert.IsType<InquiryTaken>(answered[0]);
        Assert.Equal((Lead, ask.LetterId, (string?)null), (taken.Asker, taken.LetterId, taken.Declined));
        Assert.Equal([Key], taken.Sought);
        var answer = Assert.IsType<InquiryAnswered>(answered[1]);
        Assert.Equal((Lead, ActionId, ask.LetterId), (answer.To, answer.ActionId, answer.ReliesOn));
        new Given<DeconflictionCheck, CheckEvent>([.. answered])
            .When(c => AnswerInquiry.Decide(c, ask, hits, ["intake"], 2, Noon))
            .ThenNothing();
    }

    [Fact]
    public void A_hit_differs_from_a_no_hit_in_the_hit_alone()
    {
        var none = Content([], 2);
        var hit = Content([new Hit("t1", null, ["cartels"])], 2);
        Assert.Equal(none, hit.Replace("""{"contacts":["cartels"],"target":"t1"}""", "", StringComparison.Ordinal));
        Assert.NotEqual(none, hit);
    }

    [Fact]
    public void Beyond_the_limit_of_a_day_nothing_is_told()
    {
        Hit[] hits = [new Hit("t1", null, ["cartels"])];
        var check = new DeconflictionCheck();
        for (var i = 1; i <= 2; i++)
        {
            check = Fold.Onto(check, Happened(AnswerInquiry.Decide(check, AskLetter(i), hits, [], 2, Noon)));
        }

        var third = Happened(AnswerInquiry.Decide(check, AskLetter(3), hits, [], 2, Noon));
        Assert.True(third[0] is InquiryTaken { Hits.Length: 0, Declined: "too-many" });
        Assert.DoesNotContain("cartels", ((InquiryAnswered)third[1]).Content, StringComparison.Ordinal);
        Assert.NotEqual(AnswerInquiry.StreamOf(Lead, Noon), AnswerInquiry.StreamOf(Lead, Noon.AddDays(1)));
    }

    [Fact]
    public void What_cannot_be_read_is_set_aside() =>
        new Given<DeconflictionCheck, CheckEvent>()
            .When(c => AnswerInquiry.Decide(c, AskLetter(1) with { Content = "{}" }, [], ["g"], 2, Noon))
            .Then(new InquirySetAside(Lead, AskLetter(1).LetterId, "content-unreadable", ["g"], Noon));

    [Fact]
    public void Progress_of_an_answer_is_kept_in_its_order()
    {
        var events = Happened(AnswerInquiry.Decide(new(), AskLetter(1), [], [], 2, Noon));
        var id = ((InquiryAnswered)events[1]).LetterId;
        var check = Fold.Of<DeconflictionCheck>(events);
        var delivered = new InquiryAnswerMoved(id, LetterSteps.Delivered, null, Noon);
        check = Fold.Onto(check, Happened(RecordAnswerProgress.Decide(check, delivered)));
        Assert.IsType<Unchanged<CheckEvent>>(RecordAnswerProgress.Decide(check, delivered with { State = "accepted" }));
        Assert.IsType<Refused<CheckEvent>>(RecordAnswerProgress.Decide(check, delivered with { LetterId = ActionId }));
    }

    private static IReadOnlyList<CheckEvent> Happened(Decision<CheckEvent> decision) =>
        Assert.IsType<Events<CheckEvent>>(decision).Happened;

    private static string Content(Hit[] hits, int limit) =>
        ((InquiryAnswered)Happened(AnswerInquiry.Decide(new(), AskLetter(1), hits, [], limit, Noon))[1]).Content;

    private static ReceivedLetter AskLetter(int number) =>
        new(
            Guid.Parse($"019cae00-0000-7000-b000-{number:000000000000}"),
            Lead,
            Outside,
            ActionLetterKinds.Deconfliction,
            ActionId,
            LetterJson.Write(
                new DeconflictionLetter
                {
                    Number = number,
                    Targets = [new("t1", [Key])],
                    Places = ["XDLT"],
                    From = Noon,
                    Until = Noon.AddHours(1),
                }
            ),
            new("GRANT", "test-mou", "0123", ["T §8"]),
            Noon
        );

    private static Decision<ActionEvent> Ask(CoordinatedAction file, Turn turn) =>
        AskOthers.Decide(
            file,
            new([Outside]),
            new Dictionary<string, InquiryLaw>(StringComparer.Ordinal) { [Outside] = LawOf("XB-DAC")["XB-DAC"] },
            turn
        );

    private static Dictionary<string, InquiryLaw> LawOf(string whom) =>
        whom == "XX-NIL"
            ? new(StringComparer.Ordinal)
            : new(StringComparer.Ordinal)
            {
                [whom] = InquiryLaw.Of(SmallLaw.Book, Lead, whom, new("manipulation", "derivatives", "yes"), Day),
            };

    private static DeconflictedLetter Answer(string about, int number, Hit[] hits) =>
        DeconflictedLetter.Of(new Finding(about, number, hits, null, Noon));

    private static ReceivedLetter Letter(DeconflictedLetter content, string sender) =>
        new(
            LetterIds.Of(ActionId, sender, LetterJson.Write(content)),
            sender,
            Lead,
            ActionLetterKinds.Deconflicted,
            ActionId,
            LetterJson.Write(content),
            new("GRANT", "test-mou", "0123", ["T §8"]),
            Noon
        );
}
