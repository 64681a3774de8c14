using System.Runtime.CompilerServices;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Requests.Letters;

namespace CaseCoordination.DataSharing.Tests.Contracts;

/// <summary>What letters say, byte for byte: other authorities read it, so it changes by a new version only.</summary>
public sealed class LetterContentTests
{
    public static TheoryData<string> Kinds => [.. Letters.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_content_is_as_approved(string kind)
    {
        var approved = File.ReadAllText(Path.Combine(Here(), $"{kind}.json"));

        Assert.Equal(approved.TrimEnd('\n'), Letters.Write(kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_reads_the_same(string kind)
    {
        var written = Letters.Write(kind);

        Assert.Equal(written, Letters.ReadAndWrite(kind, written));
    }

    [Fact]
    public void What_a_request_need_not_say_may_be_absent()
    {
        var bare = Letters.Request with
        {
            Matters = [new("manipulation", "derivatives", "unknown")],
            Fields = [],
            Subjects = [],
        };
        var written = LetterJson.Write(bare);

        Assert.DoesNotContain("conduct", written, StringComparison.Ordinal);
        Assert.DoesNotContain("replyBy", written, StringComparison.Ordinal);
        Assert.Equal(written, LetterJson.Write(LetterJson.Read<ToldRequest>(written)!));
    }

    [Fact]
    public void A_rating_that_was_not_given_is_absent()
    {
        var written = LetterJson.Write(new ClosingLetter());

        Assert.Equal("""{"version":1}""", written);
        Assert.NotNull(LetterJson.Read<ClosingLetter>(written));
    }

    [Fact]
    public void Every_kind_has_an_approved_content() =>
        Assert.Equal(
            typeof(LetterKinds)
                .GetFields()
                .Concat(typeof(PackageLetterKinds).GetFields())
                .Select(f => (string)f.GetValue(null)!)
                .Order(StringComparer.Ordinal),
            Letters.All.Keys.Order(StringComparer.Ordinal)
        );

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
