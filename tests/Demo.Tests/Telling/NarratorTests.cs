using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Tests.Telling;

/// <summary>What is written fits the width, and is plain text where no terminal reads it.</summary>
public sealed class NarratorTests
{
    [Theory]
    [InlineData(20, 60)]
    [InlineData(60, 60)]
    [InlineData(100, 100)]
    [InlineData(1000, 160)]
    public void No_line_is_wider_than_the_width(int asked, int widest)
    {
        var lines = Tell(
            asked,
            n =>
            {
                n.Chapter(string.Join(' ', Enumerable.Repeat("heading", 40)));
                n.Say("XA-SMA", "xa-officer", string.Join(' ', Enumerable.Repeat("word 世界 é", 60)));
                n.Say("A-VERY-LONG-AUTHORITY-CODE", "somebody-with-a-long-account", new string('x', 500));
                n.Table(new Table().AddColumns("a", "b").AddRow(new string('y', 300), "z"));
            }
        );

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange(line.GetCellWidth(), 0, widest));
    }

    [Fact]
    public void Files_get_plain_text_without_padding()
    {
        var lines = Tell(
            100,
            n =>
            {
                n.Chapter("Chapter");
                n.Say("XA-SMA", "xa-officer", "acts [under §1] and {more}");
                n.Table(new Table().AddColumns("a").AddRow("b"));
            }
        );

        Assert.All(lines, line => Assert.DoesNotContain('\u001b', line));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains(
            lines,
            line => line.EndsWith("XA-SMA xa-officer    acts [under §1] and {more}", StringComparison.Ordinal)
        );
        Assert.Contains("1. Chapter", lines);
    }

    [Fact]
    public void A_line_tells_the_seconds_since_the_start_and_the_time_in_utc()
    {
        var start = new DateTimeOffset(2026, 3, 2, 23, 59, 59, TimeSpan.FromHours(1));
        using var output = new StringWriter { NewLine = "\n" };
        var narrator = new Narrator(output, 100, isTerminal: false, new Stopped(start));

        narrator.Say(start.AddMilliseconds(1250), "XA-SMA", "border", "judges");

        Assert.Equal("   1.25 s 23:00:00.250 XA-SMA border        judges\n", output.ToString());
    }

    private static string[] Tell(int width, Action<Narrator> tell)
    {
        using var output = new StringWriter { NewLine = "\n" };
        tell(new Narrator(output, width, isTerminal: false, TimeProvider.System));
        return output.ToString().Split('\n');
    }

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
