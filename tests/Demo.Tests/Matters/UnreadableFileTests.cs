using System.Text;
using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests.Matters;

/// <summary>Whatever the bytes are, the answer is a problem with a line, never an exception.</summary>
public sealed class UnreadableFileTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("# nothing\n", 1, "empty")]
    [InlineData("- a\n- b\n", 1, "does not hold named fields")]
    [InlineData("just words", 1, "does not hold named fields")]
    [InlineData("matter: x\n---\nmatter: y\n", 1, "several documents")]
    [InlineData("matter: x\ntitle: [a\n", 3, "not YAML")]
    [InlineData("matter: x\nmatter: y\n", 2, "not YAML")]
    [InlineData("matter: &a x\ntitle: *a\n", 2, "Aliases")]
    [InlineData("matter: x\n\ttitle: y\n", 2, "not YAML")]
    public void A_text_that_is_no_matter_is_refused(string text, int line, string wrong)
    {
        var problem = Assert.Single(MatterFiles.Read(text).Problems);

        Assert.Equal(("file", line), (problem.Field, problem.Line));
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Contains(
            "UTF-8",
            Assert.Single(MatterReader.Read([0xFF, 0xFE, 0x00], "m.yaml").Problems).Wrong,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_byte_order_mark_is_no_problem() =>
        Assert.Empty(
            MatterReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(MatterFiles.Shipped)], "m.yaml").Problems
        );

    [Fact]
    public void A_text_nested_a_hundred_thousand_deep_is_refused() =>
        Assert.Contains(
            "nesting",
            Assert.Single(MatterFiles.Read($"matter: {new string('[', 100_000)}").Problems).Wrong,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_huge_file_is_refused_unread() =>
        Assert.Contains(
            "bytes",
            Assert.Single(MatterReader.Read(new byte[2_000_000], "m.yaml").Problems).Wrong,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_cut_anywhere_is_either_a_matter_or_told_what_is_wrong()
    {
        var bytes = Encoding.UTF8.GetBytes(MatterFiles.Shipped);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            var reading = MatterReader.Read(bytes[..length], "m.yaml");

            Assert.Equal(reading.Matter is null, reading.Problems.Any());
        }
    }
}
