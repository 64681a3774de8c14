using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;
using LetterDelivered = CaseCoordination.AccessPoint.Letters.Domain.LetterDelivered;
using LetterRelayed = CaseCoordination.AccessPoint.Letters.Domain.LetterRelayed;
using LetterRetrieved = CaseCoordination.AccessPoint.Letters.Domain.LetterRetrieved;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class RecordReceiptTests
{
    private static readonly LetterRelayed Relayed = new(Id, Noon);
    private static readonly LetterRetrieved Retrieved = new(Id, Later);

    private static readonly LetterDelivered Delivered = new(
        Id,
        "XA-SMA",
        "XB-DAC",
        "case.invitation",
        Matter,
        Later,
        Hash
    );

    [Fact]
    public void A_delivery_is_recorded_once() =>
        Given(Accepted, Relayed).When(l => Decide(l, Receipt(LetterStates.Delivered))).Then(Delivered);

    [Fact]
    public void A_retrieval_is_recorded_once() =>
        Given(Accepted, Relayed, Delivered).When(l => Decide(l, Receipt(LetterStates.Retrieved))).Then(Retrieved);

    [Fact]
    public void A_refusal_is_recorded_once_with_its_reason() =>
        Given(Accepted).When(l => Decide(l, Receipt(LetterStates.Refused, "no-basis"))).Then(Refused("no-basis"));

    [Fact]
    public void A_refusal_without_a_reason_says_so() =>
        Given(Accepted).When(l => Decide(l, Receipt(LetterStates.Refused))).Then(Refused("unstated"));

    [Fact]
    public void Receipts_that_come_in_the_wrong_order_leave_the_furthest_state()
    {
        Given(Accepted, Retrieved).When(l => Decide(l, Receipt(LetterStates.Delivered))).Then(Delivered);
        var late = Given(Accepted, Retrieved, Delivered, Relayed);
        Assert.Equal("retrieved", late.State.State);
        Assert.Equal(["accepted", "retrieved", "delivered", "relayed"], late.State.Evidence.Select(e => e.What));
    }

    [Fact]
    public void A_receipt_for_another_content_is_kept_as_a_divergence_once_beside_what_it_says()
    {
        var altered = Receipt(LetterStates.Delivered) with { ContentHash = "ff" };
        Given(Accepted)
            .When(l => Decide(l, altered))
            .Then(new LetterDiverged(Id, "ff", Noon), Delivered with { ContentHash = "ff" });
        Given(Accepted, new LetterDiverged(Id, "ff", Noon), Delivered)
            .When(l => Decide(l, altered with { State = LetterStates.Retrieved }))
            .Then(Retrieved);
    }

    [Fact]
    public void A_receipt_from_another_than_the_recipient_is_refused() =>
        Given(Accepted)
            .When(l => Decide(l, Receipt(LetterStates.Delivered) with { Recipient = "MSA-FMA" }))
            .ThenRefused("receipt-from-another");

    [Fact]
    public void A_receipt_for_a_letter_that_never_left_is_refused()
    {
        Given().When(l => Decide(l, Receipt(LetterStates.Delivered))).ThenRefused("letter-unknown");
        Given(Rejected).When(l => Decide(l, Receipt(LetterStates.Delivered))).ThenRefused("letter-unknown");
    }

    [Fact]
    public void A_state_of_a_later_version_is_passed_over() =>
        Given(Accepted).When(l => Decide(l, Receipt("framed"))).ThenNothing();

    private static LetterRefused Refused(string reason) =>
        new(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, reason, Later);

    private static Given<OutboundLetter, OutboundEvent> Given(params OutboundEvent[] past) => new(past);

    private static Decider.Decision<OutboundEvent> Decide(OutboundLetter letter, LetterReceipt receipt) =>
        RecordReceipt.Decide(letter, receipt, Noon);
}
