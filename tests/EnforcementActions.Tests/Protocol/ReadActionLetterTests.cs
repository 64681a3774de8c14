using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Inbound;
using CaseCoordination.EnforcementActions.Actions.Letters;
using static CaseCoordination.EnforcementActions.Tests.Protocol.Samples;

namespace CaseCoordination.EnforcementActions.Tests.Protocol;

public sealed class ReadActionLetterTests
{
    [Fact]
    public void A_proposal_opens_a_file_that_is_restricted_at_birth()
    {
        var file = Received();
        Assert.Equal((ActionStage.Proposed, Lead, "MSA-ACT-2026-0001"), (file.Stage, file.Lead, file.Reference));
        Assert.Equal(["enforcement"], file.Groups);
        Assert.Equal(ThePlan.FingerprintFor(Partner), file.Plan.FingerprintFor(Partner));
    }

    [Fact]
    public void A_letter_that_comes_twice_has_one_effect()
    {
        var order = OrderTo(Partner, 1, Standing.Armed);
        var file = Received().Ready().Reads(order, Early);
        IsNothing(ReadActionLetter.Decide(file, order, Intake(Early)));
        Assert.Equal("overtaken", SetAside(file, order with { LetterId = Guid.CreateVersion7() }));
    }

    [Fact]
    public void What_comes_before_its_cause_waits()
    {
        Assert.Equal(
            "action-not-yet-here",
            CodeOf(ReadActionLetter.Decide(new(), OrderTo(Partner, 1, Standing.Armed), Intake(Early)))
        );
        var next = OrderTo(Partner, 1, Standing.Armed, version: 2);
        Assert.Equal("plan-not-yet-here", CodeOf(ReadActionLetter.Decide(Received(), next, Intake(Early))));
    }

    [Fact]
    public void What_stops_does_not_wait_for_a_plan()
    {
        var stop = OrderTo(Partner, 2, Standing.Aborted, version: 2);
        Assert.Equal(ActionStage.Aborted, Received().Reads(stop, Early).Stage);
    }

    [Fact]
    public void An_earlier_plan_or_order_or_vote_or_board_is_overtaken()
    {
        var first = Proposal(Draft());
        Assert.Equal("overtaken", SetAside(Received(), first with { LetterId = Guid.CreateVersion7() }));
        Assert.Equal(
            "overtaken",
            SetAside(Holding().Ordered(3, Standing.Standstill), OrderTo(Partner, 2, Standing.Armed))
        );
        var ready = LastLetter(Received().Titled(), Word(Readiness.Ready), Partner);
        var hold = LastLetter(Received().Ready(), Word(Readiness.Hold), Partner);
        Assert.Equal("overtaken", SetAside(Proposed().Reads(hold, Early), ready));
        var board = Board(1);
        Assert.Equal("overtaken", SetAside(Received().Reads(Board(2), Early), board));
    }

    [Fact]
    public void A_receipt_answers_the_last_order_once()
    {
        var armed = Armed();
        Assert.Equal("overtaken", SetAside(armed, Receipt(armed, Partner, OrderEffect.TooLate)));
        var hold = LastLetter(Received().Ready(), Word(Readiness.Hold), Partner);
        var still = armed.Reads(hold, Early);
        Assert.Equal("overtaken", SetAside(still, Receipt(armed, Third, OrderEffect.Held)));
        Assert.Equal("order-unknown", SetAside(armed, Receipt(still, Third, OrderEffect.Stopped)));
        var lead = Proposed().Ready();
        Assert.Equal("order-unknown", SetAside(lead, Receipt(armed, Third, OrderEffect.Held)));
    }

    [Fact]
    public void Only_the_other_side_is_heard()
    {
        var order = OrderTo(Partner, 1, Standing.Armed) with { Sender = Third };
        Assert.Equal("sender-not-the-other-side", SetAside(Received(), order));
        Assert.Equal("sender-not-the-other-side", SetAside(Proposed(), order with { Sender = Partner }));
        var vote = LastLetter(Received(), Word(Readiness.Hold), "MSB-KNA");
        Assert.Equal("sender-not-the-other-side", SetAside(Proposed(), vote));
        Assert.Equal(
            "sender-not-the-other-side",
            SetAside(Received(), Proposal(Draft()) with { Sender = Third, LetterId = Guid.CreateVersion7() })
        );
    }

    [Theory]
    [InlineData("action.order", "{")]
    [InlineData(
        "action.order",
        """{"version":1,"number":1,"standing":"none","planVersion":1,"at":"2026-03-02T12:00:00+00:00"}"""
    )]
    [InlineData("action.board", """{"version":1,"number":1,"stands":[null]}""")]
    [InlineData("action.proposal", "{}")]
    public void What_nobody_can_read_is_set_aside_by_a_participant(string kind, string content) =>
        Assert.Equal("content-unreadable", SetAside(Received(), Content(kind, Lead, Partner, content)));

    [Theory]
    [InlineData(
        "action.readiness",
        """{"version":1,"number":1,"readiness":"open","fingerprint":"","titles":[],"citations":[],"at":"2026-03-02T12:00:00+00:00"}"""
    )]
    [InlineData(
        "action.order-receipt",
        """{"version":1,"number":1,"standing":"armed","effect":"unconfirmed","at":"2026-03-02T12:00:00+00:00"}"""
    )]
    [InlineData(
        "action.order-receipt",
        """{"version":1,"number":1,"standing":"aborted","effect":"stopped","at":"2026-03-02T12:00:00+00:00"}"""
    )]
    [InlineData("action.release", """{"version":1,"unreleased":"asleep"}""")]
    public void What_nobody_can_read_is_set_aside_by_the_lead(string kind, string content)
    {
        var lead = Proposed().Ready();
        lead = lead.Evolve(new OrderGiven(new(1, Standing.Armed, 1, null, Early), [Partner], Approver, Early));
        Assert.Equal("content-unreadable", SetAside(lead, Content(kind, Partner, Lead, content)));
    }

    [Fact]
    public void A_plan_whose_times_contradict_each_other_is_not_taken()
    {
        var odd = ThePlan with { Schedule = Times with { CutOff = Times.ReleaseAt } };
        Assert.Equal("content-unreadable", CodeOf(ReadActionLetter.Decide(new(), Proposal(Draft(odd)), Intake(Noon))));
        var lead = Proposed();
        lead = lead.After(RevisePlan.Decide(lead, new(odd), By(Officer)));
        Assert.Equal("content-unreadable", SetAside(Received(), Proposal(lead)));
        Assert.Equal("kind-unknown", SetAside(Received(), Content("action.poem", Lead, Partner, "{}")));
    }

    [Fact]
    public void An_order_to_one_who_is_not_ready_is_answered_so()
    {
        var file = Received().Titled().Says(Readiness.Hold).Ordered(1, Standing.Armed);
        Assert.Equal(OrderEffect.NotReady, file.Own.Receipt!.Effect);
        Assert.Null(file.Held);
        var released = Holding().Evolve(VoteTests.Released()).Ordered(2, Standing.Aborted, Late);
        Assert.Equal(OrderEffect.ReleasedBefore, released.Own.Receipt!.Effect);
    }

    [Fact]
    public void No_order_arms_what_was_aborted()
    {
        var file = Holding().Ordered(2, Standing.Aborted).Ordered(3, Standing.Armed);
        Assert.Equal(OrderEffect.NotReady, file.Own.Receipt!.Effect);
        Assert.Null(file.Held);
    }

    [Fact]
    public void How_T0_went_is_told_once_and_a_release_by_hand_follows_what_was_missed()
    {
        var missed = Armed().Reads(Told("""{"version":1,"unreleased":"missed"}"""), Late);
        Assert.Equal("missed", missed.Stands[Partner].Unreleased);
        var byHand = LetterJson.Write(new ReleaseLetter { Release = new(1, Late, 60_000, true, true) });
        var released = missed.Reads(Told(byHand), Late);
        Assert.True(released.Stands[Partner].Release!.ByHand);
        Assert.Null(released.Stands[Partner].Unreleased);
        Assert.Equal("overtaken", SetAside(released, Told("""{"version":1,"unreleased":"missed"}""")));
    }

    [Fact]
    public void What_the_border_tells_of_a_letter_is_kept_in_its_order()
    {
        var file = Proposed();
        var letter = file.Letters[0];
        ActionLetterMoved News(string state) => new(letter.Id, letter.To, letter.Kind, state, null, null, null, Early);
        var delivered = file.After(RecordActionProgress.Decide(file, News("delivered")));
        IsNothing(RecordActionProgress.Decide(delivered, News("accepted")));
        Assert.Equal(
            "letter-unknown",
            CodeOf(RecordActionProgress.Decide(file, News("accepted") with { LetterId = Guid.Empty }))
        );
    }

    private static ReceivedLetter Told(string content) => Content("action.release", Partner, Lead, content);

    private static ReceivedLetter Proposal(CoordinatedAction lead) =>
        Arriving(Outbound.Proposal(lead, Partner, By(Approver)), Lead);

    private static ReceivedLetter Board(int number) =>
        Content("action.board", Lead, Partner, LetterJson.Write(new BoardLetter { Number = number, Stands = [] }));

    private static string? SetAside(CoordinatedAction current, ReceivedLetter letter) =>
        Assert
            .IsType<ActionLetterTaken>(Assert.Single(Happened(ReadActionLetter.Decide(current, letter, Intake(Early)))))
            .SetAside;
}
