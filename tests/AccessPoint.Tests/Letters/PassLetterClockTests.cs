using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class PassLetterClockTests
{
    private static readonly LetterRelayed Relayed = new(Id, Noon);
    private static readonly LetterRetrieved Retrieved = new(Id, Noon);

    private static readonly LetterDelivered Delivered = new(
        Id,
        "XA-SMA",
        "XB-DAC",
        "case.invitation",
        Matter,
        Noon,
        ""
    );

    private static readonly OutboundEvent Refused = new LetterRefused(
        Id,
        "XA-SMA",
        "XB-DAC",
        "",
        Matter,
        "no-basis",
        Noon
    );

    [Fact]
    public void An_accepted_letter_runs_three_clocks_and_each_step_taken_stops_its_own()
    {
        OpenDeadline relay = new(Steps.Relay, Accepted.RelayWarnAt, Accepted.RelayFailAt);
        OpenDeadline delivery = new(Steps.Delivery, Accepted.DeliveryWarnAt, Accepted.DeliveryFailAt);
        OpenDeadline retrieval = new(Steps.Retrieval, Accepted.RetrievalWarnAt, Accepted.RetrievalFailAt);
        Assert.Equal([relay, delivery, retrieval], Open(Accepted));
        Assert.Equal([delivery, retrieval], Open(Accepted, Relayed));
        Assert.Equal([retrieval], Open(Accepted, Relayed, Delivered));
        Assert.Equal([retrieval], Open(Accepted, Delivered));
        Assert.Empty(Open(Accepted, Relayed, Delivered, Retrieved));
        Assert.Empty(Open(Accepted, Refused));
        Assert.Empty(Open(Rejected));
        Assert.Empty(Open());
    }

    [Theory]
    [InlineData(Steps.Relay)]
    [InlineData(Steps.Delivery)]
    [InlineData(Steps.Retrieval)]
    public void Each_clock_warns_once_then_fails_once_and_then_runs_no_more(string step)
    {
        var warned = new LetterStepWarned(Id, step, Later);
        var failed = new LetterStepFailed(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, step, Later);
        Given(Accepted).When(l => Pass(l, step, DeadlineStage.Warn)).Then(warned);
        Given(Accepted, warned).When(l => Pass(l, step, DeadlineStage.Fail)).Then(failed);
        Given(Accepted).When(l => Pass(l, step, DeadlineStage.Fail)).Then(failed);
        Given(Accepted, failed).When(l => Pass(l, step, DeadlineStage.Warn)).ThenNothing();
        Assert.Null(Open(Accepted, warned).Single(d => d.Key == step).WarnAt);
        Assert.DoesNotContain(Open(Accepted, warned, failed), d => d.Key == step);
    }

    [Fact]
    public void A_clock_that_passes_after_its_step_was_taken_says_nothing()
    {
        Given(Accepted, Relayed).When(l => Pass(l, Steps.Relay, DeadlineStage.Fail)).ThenNothing();
        Given(Accepted, Delivered).When(l => Pass(l, Steps.Delivery, DeadlineStage.Warn)).ThenNothing();
        Given(Accepted, Retrieved).When(l => Pass(l, Steps.Retrieval, DeadlineStage.Fail)).ThenNothing();
        Given(Accepted, Refused).When(l => Pass(l, Steps.Retrieval, DeadlineStage.Fail)).ThenNothing();
        Given(Rejected).When(l => Pass(l, Steps.Relay, DeadlineStage.Fail)).ThenNothing();
    }

    [Theory]
    [InlineData(Steps.Relay, "relay-failed")]
    [InlineData(Steps.Delivery, "delivery-failed")]
    public void A_failed_step_is_the_state_until_something_later_happens(string step, string state)
    {
        var failed = new LetterStepFailed(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, step, Later);
        Assert.Equal(state, Given(Accepted, failed).State.State);
        Assert.Equal("delivered", Given(Accepted, failed, Delivered).State.State);
    }

    [Fact]
    public void The_recipients_clock_warns_once_then_fails_once()
    {
        var (warned, failed) = (new RetrievalWarned(Id, Later), new RetrievalFailed(Id, Later));
        Inbound(TakenIn).When(l => Pass(l, DeadlineStage.Warn)).Then(warned);
        Inbound(TakenIn, warned).When(l => Pass(l, DeadlineStage.Fail)).Then(failed);
        Inbound(TakenIn, failed).When(l => Pass(l, DeadlineStage.Warn)).ThenNothing();
        Assert.Equal("retrieval-failed", Inbound(TakenIn, failed).State.State);
        Assert.Equal(
            [new OpenDeadline(Steps.Retrieval, null, TakenIn.RetrievalFailAt)],
            PassLetterClock.Open(Inbound(TakenIn, warned).State)
        );
        Assert.Empty(PassLetterClock.Open(Inbound(TakenIn, failed).State));
    }

    [Fact]
    public void The_recipients_clock_says_nothing_once_the_letter_was_retrieved_or_was_never_let_in()
    {
        var handed = new LetterHandedOver(Id, "XA-SMA", "XB-DAC", Hash, [], Later);
        Inbound(TakenIn, handed).When(l => Pass(l, DeadlineStage.Fail)).ThenNothing();
        Inbound(TurnedAway("no-basis", "", Forbidden)).When(l => Pass(l, DeadlineStage.Fail)).ThenNothing();
        Assert.Empty(PassLetterClock.Open(Inbound(TakenIn, handed).State));
        Assert.Empty(PassLetterClock.Open(Inbound(TurnedAway("no-basis", "", Forbidden)).State));
    }

    private static Given<OutboundLetter, OutboundEvent> Given(params OutboundEvent[] past) => new(past);

    private static Given<InboundLetter, InboundEvent> Inbound(params InboundEvent[] past) => new(past);

    private static IEnumerable<OpenDeadline> Open(params OutboundEvent[] past) =>
        PassLetterClock.Open(Given(past).State);

    private static Decider.Decision<OutboundEvent> Pass(OutboundLetter letter, string step, DeadlineStage stage) =>
        PassLetterClock.Decide(letter, new PassedDeadline(Id, step, stage, Noon), Later);

    private static Decider.Decision<InboundEvent> Pass(InboundLetter letter, DeadlineStage stage) =>
        PassLetterClock.Decide(letter, new PassedDeadline(Id, Steps.Retrieval, stage, Noon), Later);
}
