using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Tests.Telling;

/// <summary>Every letter's evidence and basis can be read in full, whatever the width.</summary>
public sealed class LetterTableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly LetterLife Sent = new()
    {
        LetterId = Guid.Empty,
        Direction = "outbound",
        Sender = "XA-SMA",
        Recipient = "MSA-FMA",
        Kind = "case.acknowledgement",
        State = "retrieved",
        SubmittedAt = Noon,
        ContentHash = "aa",
        Basis = new("GRANT", "iosco-mmou", "ff", ["MMoU §7(b)(ii)", "MMoU §6(e)(iii)"]),
        Evidence = [new("accepted", Noon), new("relayed", Noon.AddSeconds(2)), new("delivered", Noon.AddSeconds(1))],
    };

    private static readonly LetterLife Received = Sent with
    {
        Direction = "inbound",
        Evidence = [new("retrieved", Noon.AddSeconds(3))],
    };

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(160)]
    public void No_word_of_a_letter_is_broken(int width)
    {
        var text = Show(new(Sent, Received), width);

        string[] whole =
        [
            "case.acknowledgement",
            "accepted  12:00:00.000",
            "delivered 12:00:01.000",
            "relayed   12:00:02.000",
            "retrieved 12:00:03.000",
            "§7(b)(ii)",
            "§6(e)(iii)",
        ];
        Assert.All(whole, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Evidence_stands_in_the_order_of_its_times()
    {
        var text = Show(new(Sent, Received), 80);

        Assert.True(
            text.IndexOf("delivered", StringComparison.Ordinal) < text.IndexOf("relayed", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_stopped_letter_says_why_and_that_it_never_left(int width)
    {
        var stopped = Sent with { State = "rejected", Reason = "no-basis", Explanation = "None." };

        var text = Show(new(stopped, null), width);

        Assert.Contains("never left", text, StringComparison.Ordinal);
        Assert.Contains("no-basis: None.", text, StringComparison.Ordinal);
    }

    private static string Show(LetterPair letter, int width)
    {
        using var output = new StringWriter();
        var narrator = new Narrator(output, width, isTerminal: false, TimeProvider.System);
        narrator.Table(LetterTable.Of([letter], narrator.Width));
        return output.ToString();
    }
}
