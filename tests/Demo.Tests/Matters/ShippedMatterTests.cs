using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests.Matters;

public sealed class ShippedMatterTests
{
    [Fact]
    public void Every_shipped_matter_can_be_told()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "matters"), "*.yaml");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(MatterFiles.Read(File.ReadAllText(file)).Problems));
    }

    [Fact]
    public void The_real_matter_has_its_organisations_its_period_and_its_parts()
    {
        var matter = MatterFiles.Read(MatterFiles.Shipped).Matter!;

        Assert.Equal("BITMEX-2020", matter.Id);
        Assert.Equal(new("intermediaries", "crypto-derivatives", "yes", "2014-11-01", "2020-12-12"), matter.Law);
        Assert.Equal(
            ["entity", "entity", "entity", "entity", "entity", "venue", "account"],
            matter.Subjects.Select(s => s.Kind)
        );
        Assert.Equal("iosco-mmou", matter.Story.Instrument);
        Assert.Equal("XA-SMA", matter.Story.Lead.Authority);
        Assert.Equal("MSA-FMA", matter.Story.Joins.Authority);
        Assert.Equal(("XB-DAC", "proceedings"), (matter.Story.Declines.Authority, matter.Story.Declines.Ground));
        Assert.Equal("XC-FSC", matter.Story.Barred!.Authority);
        Assert.Equal("MSB-KNA", matter.Story.Together!.Authority);
        Assert.Equal(new Penalty("100000000", "50000000", "USD"), matter.Story.Together.Penalty);
    }

    [Fact]
    public void Exhibits_keep_their_lines_and_end_without_a_blank_one()
    {
        var content = MatterFiles.Read(MatterFiles.Shipped).Matter!.Exhibits[1].Content;

        Assert.Equal(9, content.Split('\n').Length);
        Assert.StartsWith("venue,product,symbol", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Identifiers_are_kept_as_given_and_in_their_checked_spelling()
    {
        var text = MatterFiles.With(
            "\"bip122:000000000019d6689c085ae165831e93/slip44:0\"",
            "\" bip122:000000000019d6689c085ae165831e93/slip44:0 \""
        );

        var caip = MatterFiles.Read(text).Matter!.Subjects[^1].Identifiers[1];

        Assert.StartsWith(" bip122", caip.Given, StringComparison.Ordinal);
        Assert.Equal("bip122:000000000019d6689c085ae165831e93/slip44:0", caip.Normalised);
    }
}
