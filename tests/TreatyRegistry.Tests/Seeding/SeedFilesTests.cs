using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyRegistry.Seeding;

namespace CaseCoordination.TreatyRegistry.Tests.Seeding;

public sealed class SeedFilesTests : IDisposable
{
    private const string Cast = """
        authorities:
          XA-SMA:
            jurisdiction: XA
            kind: securities-regulator
            timeZone: Atlantic/Azores
            contactPoint: "coop@xa-sma.example"
            participations:
              test-mou: {status: full, from: "2020-01-01", verified: false}
        holidays:
          XA: ["2026-05-25"]
        """;

    private readonly LawFolderOnDisk _folder = new();

    [Fact]
    public void A_folder_becomes_authorities_instruments_and_participations()
    {
        _folder.Write("test-mou.yaml", Samples.Yaml("test-mou")).Write("cast/cast.yaml", Cast);

        var files = SeedFiles.Read(_folder.Path);

        Assert.Equal([new DateOnly(2026, 5, 25)], Assert.Single(files.Authorities).Holidays);
        Assert.Equal(Samples.Instrument("test-mou").ContentHash, Assert.Single(files.Instruments).ContentHash);
        Assert.True(Assert.Single(files.Participations).Unverified);
    }

    [Fact]
    public void The_hash_of_what_a_file_says_depends_on_nothing_but_that()
    {
        _folder.Write("test-mou.yaml", Samples.Yaml("test-mou")).Write("cast/cast.yaml", Cast);
        var one = SeedFiles.Read(_folder.Path);
        _folder.Write("cast/cast.yaml", "# A comment changes nothing.\n" + Cast);
        var other = SeedFiles.Read(_folder.Path);
        _folder.Write("cast/cast.yaml", Cast.Replace("2026-05-25", "2026-05-26", StringComparison.Ordinal));
        var changed = SeedFiles.Read(_folder.Path);

        Assert.Equal(SeedFiles.Hash(one.Authorities[0]), SeedFiles.Hash(other.Authorities[0]));
        Assert.NotEqual(SeedFiles.Hash(one.Authorities[0]), SeedFiles.Hash(changed.Authorities[0]));
        Assert.Equal(SeedFiles.Hash(one.Participations[0]), SeedFiles.Hash(changed.Participations[0]));
    }

    [Theory]
    [InlineData("kind: matter", "kind: mater", "test-mou.yaml:15", "t.matter", "did you mean 'matter'?")]
    [InlineData(
        "from: date-of-signing",
        "from: \"2026-02-30\"",
        "test-mou.yaml:12",
        "t.party",
        "not a date that exists"
    )]
    [InlineData("codes: [manipulation]", "codes: [manipulaton]", "test-mou.yaml:17", "t.matter", "did you mean")]
    public void A_wrong_term_is_named_with_file_line_term_and_what_would_be_right(
        string right,
        string wrong,
        string place,
        string term,
        string hint
    )
    {
        _folder
            .Write("test-mou.yaml", Samples.Yaml("test-mou").Replace(right, wrong, StringComparison.Ordinal))
            .Write("cast/cast.yaml", Cast);

        var problem = Assert.Throws<LawTextException>(() => SeedFiles.Read(_folder.Path)).Message;

        Assert.Contains(place, problem, StringComparison.Ordinal);
        Assert.Contains(term, problem, StringComparison.Ordinal);
        Assert.Contains(hint, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Atlantic/Azores", "Atlantic/Nowhere", "Atlantic/Nowhere")]
    [InlineData("XA-SMA", "xa sma", "xa sma")]
    [InlineData("test-mou:", "tst-mou:", "did you mean 'test-mou'?")]
    [InlineData("status: full", "status: fully", "did you mean 'full'?")]
    [InlineData("\"2026-05-25\"", "\"2026-13-25\"", "2026-13-25")]
    public void A_wrong_cast_is_named(string right, string wrong, string named)
    {
        _folder
            .Write("test-mou.yaml", Samples.Yaml("test-mou"))
            .Write("cast/cast.yaml", Cast.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(
            named,
            Assert.Throws<LawTextException>(() => SeedFiles.Read(_folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_circle_of_precedence_is_named()
    {
        _folder
            .Write("one.yaml", Samples.Yaml("one", more: Prefers("two")))
            .Write("two.yaml", Samples.Yaml("two", more: Prefers("one")));

        Assert.Contains(
            "runs in a circle",
            Assert.Throws<LawTextException>(() => SeedFiles.Read(_folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains(
            "no-such-folder",
            Assert.Throws<LawTextException>(() => SeedFiles.Read("no-such-folder")).Message,
            StringComparison.Ordinal
        );

    public void Dispose() => _folder.Dispose();

    internal static string Prefers(string other) =>
        $"""
              - id: t.life
                kind: lifecycle
                cites: ["T §9"]
                begins: signing
                prefer: {"{"}over: {other}, when: both-bound{"}"}
                conf: H
            """;
}
