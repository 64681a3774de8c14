using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests.Telling;

/// <summary>A letter counts only when both sides prove the same about it, or when its stop is explained.</summary>
public sealed class LedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly LetterLife Sent = new()
    {
        LetterId = new Guid("019f3a10-0000-7000-8000-000000000001"),
        Direction = "outbound",
        Sender = "XA-SMA",
        Recipient = "MSA-FMA",
        Kind = "case.invitation",
        State = "retrieved",
        SubmittedAt = Noon,
        ContentHash = "aa",
        Basis = new LetterBasis("GRANT", "iosco-mmou", "ff", ["MMoU §1"]),
    };

    private static readonly LetterLife Received = Sent with { Direction = "inbound" };

    private static readonly LetterLife Stopped = Sent with
    {
        Recipient = "XC-FSC",
        State = "rejected",
        Reason = "no-basis",
        Explanation = "No instrument carries it.",
    };

    [Fact]
    public void A_letter_retrieved_on_both_sides_is_accounted_for() => Assert.Empty(Faults(new(Sent, Received)));

    [Fact]
    public void A_letter_that_the_law_stopped_is_accounted_for() => Assert.Empty(Faults(new(Stopped, null)));

    [Theory]
    [InlineData("delivered", "retrieved", "is delivered at its sender")]
    [InlineData("retrieved", "delivered", "is delivered at its recipient")]
    [InlineData("refused", "refused", "is refused at its sender")]
    [InlineData("retrieval-failed", "retrieved", "is retrieval-failed at its sender")]
    public void A_letter_short_of_its_end_is_a_fault(string atSender, string atRecipient, string fault) =>
        Tells(fault, new(Sent with { State = atSender }, Received with { State = atRecipient }));

    [Fact]
    public void A_letter_that_only_one_side_knows_is_a_fault()
    {
        Tells("unknown to its recipient", new(Sent, null));
        Tells("nobody has proof of sending it", new(null, Received));
    }

    [Fact]
    public void A_content_that_differs_is_a_fault()
    {
        Tells("one content hash here and another there", new(Sent, Received with { ContentHash = "bb" }));
        Tells("something else than was sent", new(Sent with { HasDiverged = true }, Received));
    }

    [Fact]
    public void A_letter_without_citation_or_under_another_instrument_is_a_fault()
    {
        Tells("has no citation", new(Sent with { Basis = Sent.Basis with { Citations = [] } }, Received));
        Tells(
            "rests on mar instead of iosco-mmou",
            new(Sent with { Basis = Sent.Basis with { Instrument = "mar" } }, Received)
        );
    }

    [Fact]
    public void A_stop_that_the_story_did_not_expect_or_that_is_not_explained_is_a_fault()
    {
        Tells("was rejected: no-basis", new(Stopped with { Recipient = "MSA-FMA" }, null));
        Tells("without saying why", new(Stopped with { Explanation = null }, null));
        Tells("arrived all the same", new(Stopped, Received));
        Tells("should have been stopped", new(Stopped with { State = "accepted" }, null));
    }

    [Fact]
    public void Letters_are_paired_by_id_in_the_order_of_writing()
    {
        var later = Sent with
        {
            LetterId = new Guid("019f3a10-0000-7000-8000-000000000000"),
            SubmittedAt = Noon.AddSeconds(1),
        };

        Assert.Equal([new(Sent, Received), new LetterPair(later, null)], Ledger.Pair([later, Received, Sent]));
    }

    [Fact]
    public void A_pair_is_final_when_nothing_more_is_awaited_on_either_side()
    {
        Assert.True(new LetterPair(Sent, Received).IsFinal);
        Assert.True(new LetterPair(Stopped, null).IsFinal);
        Assert.False(new LetterPair(Sent, null).IsFinal);
        Assert.False(new LetterPair(null, Received).IsFinal);
        Assert.False(new LetterPair(Sent with { State = "relayed" }, Received).IsFinal);
        Assert.False(new LetterPair(Sent, Received with { State = "delivered" }).IsFinal);
    }

    private static IReadOnlyList<string> Faults(LetterPair letter) => Ledger.Faults([letter], "iosco-mmou", "XC-FSC");

    private static void Tells(string fault, LetterPair letter) =>
        Assert.Contains(fault, Assert.Single(Faults(letter)), StringComparison.Ordinal);
}
