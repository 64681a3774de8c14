namespace CaseCoordination.Demo.Tests.Matters;

/// <summary>Each wrong field is told with its line, its path, what is wrong and what would be right.</summary>
public sealed class WrongFieldTests
{
    [Theory]
    [InlineData(
        "code: intermediaries",
        "code: gardening",
        "law.code",
        "'gardening' is not in the list.",
        "manipulation"
    )]
    [InlineData("over: crypto-derivatives", "over: [a]", "law.over", "not one word", "securities")]
    [InlineData(
        "financialInstrument: \"yes\"",
        "financialInstrument: maybe",
        "law.financialInstrument",
        "'maybe'",
        "yes, no, unknown"
    )]
    [InlineData("conductFrom: 2014-11-01", "conductFrom: 2014-11-31", "law.conductFrom", "not a date", "YYYY-MM-DD")]
    [InlineData(
        "conductTo: 2020-12-12",
        "conductTo: 2013-12-12",
        "law.conductTo",
        "before it begins",
        "on or after 2014-11-01"
    )]
    [InlineData("matter: BITMEX-2020", "matter: {a: b}", "matter", "not a text", "one value")]
    [InlineData("matter: BITMEX-2020", "matter: ~", "matter", "empty", "at most 60")]
    [InlineData("value: 4H95J0R2X", "value: 4H95J0R2Y", "subjects[6].identifiers[0].value", "no valid dti", "")]
    [InlineData("scheme: dti", "scheme: iban", "subjects[6].identifiers[0].scheme", "'iban'", "caip-10")]
    [InlineData("{kind: venue, name: BitMEX}", "{kind: shop, name: BitMEX}", "subjects[5].kind", "'shop'", "venue")]
    [InlineData("- {kind: venue, name: BitMEX}", "- venue", "subjects[5]", "not a thing with fields", "name: value")]
    [InlineData("- futures\n", "- [futures]\n", "products[1]", "not a text", "one value")]
    [InlineData(
        "fileName: chronology.txt",
        "fileName: ../chronology.txt",
        "exhibits[0].fileName",
        "no folders",
        "last slash"
    )]
    [InlineData("mediaType: text/csv", "mediaType: csv", "exhibits[1].mediaType", "not a media type", "text/plain")]
    [InlineData("tlp: TLP:AMBER", "tlp: AMBER", "exhibits[1].tlp", "'AMBER'", "TLP:AMBER+STRICT")]
    [InlineData("handling: H1", "handling: H9", "exhibits[1].handling", "'H9'", "H0, H1, H2, H3")]
    [InlineData(
        "assistance: [info.files,",
        "assistance: [info.gossip,",
        "story.assistance[0]",
        "'info.gossip'",
        "info.files"
    )]
    [InlineData(
        "assistance: [info.files, info.transactions, info.beneficial-owner]",
        "assistance: info.files",
        "story.assistance",
        "not a list",
        "[one, two]"
    )]
    [InlineData("ground: proceedings", "ground: no-time", "story.declines.ground", "'no-time'", "no-capacity")]
    [InlineData("outcome: settled", "outcome: won", "story.lead.outcome", "'won'", "settled")]
    [InlineData(
        "authority: MSA-FMA",
        "authority: XA-SMA",
        "story.joins.authority",
        "authority of 'lead' already",
        "another authority"
    )]
    [InlineData(
        "amount: \"100000000\"",
        "amount: \"-1\"",
        "story.together.penalty.amount",
        "no amount",
        "whole number"
    )]
    [InlineData(
        "offset: \"50000000\"",
        "offset: \"050\"",
        "story.together.penalty.offset",
        "no amount",
        "whole number"
    )]
    [InlineData("currency: USD", "currency: usd", "story.together.penalty.currency", "no currency", "USD")]
    [InlineData("authority: MSB-KNA", "authority: XC-FSC", "story.together.authority", "'barred' already", "another")]
    [InlineData("products:", "produce:", "produce", "no such field", "products")]
    public void A_wrong_value_is_told_where_it_stands(string old, string @new, string field, string wrong, string right)
    {
        var text = MatterFiles.With(old, @new);

        var reading = MatterFiles.Read(text);

        var problem = Assert.Single(reading.Problems);
        Assert.Null(reading.Matter);
        Assert.Equal(("m.yaml", field), (problem.File, problem.Field));
        Assert.Equal(MatterFiles.LineOf(old), problem.Line);
        Assert.Contains(wrong, problem.Wrong, StringComparison.Ordinal);
        Assert.Contains(right, problem.Right, StringComparison.Ordinal);
        Assert.NotEqual("", problem.Right);
    }

    [Theory]
    [InlineData("title: \"BitMEX: derivatives on digital assets without registration\"\n", "", "title")]
    [InlineData("    ground: proceedings\n", "", "story.declines.ground")]
    [InlineData(
        "  # Only committed to the MMoU, and so no party to it.\n  barred:\n    authority: XC-FSC\n",
        "  barred: {}\n",
        "story.barred.authority"
    )]
    public void A_missing_field_is_told(string old, string @new, string field)
    {
        var problem = Assert.Single(MatterFiles.Read(MatterFiles.With(old, @new)).Problems);

        Assert.Equal((field, "The field is missing."), (problem.Field, problem.Wrong));
    }

    [Fact]
    public void The_part_of_a_barred_authority_may_be_left_out()
    {
        var reading = MatterFiles.Read(MatterFiles.With("  barred:\n    authority: XC-FSC\n", ""));

        Assert.Null(reading.Matter!.Story.Barred);
    }

    [Fact]
    public void The_action_at_one_instant_may_be_left_out()
    {
        var start = MatterFiles.Shipped.IndexOf("  together:", StringComparison.Ordinal);

        Assert.Null(MatterFiles.Read(MatterFiles.Shipped[..start]).Matter!.Story.Together);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_in_the_order_of_lines()
    {
        var text = MatterFiles
            .Shipped.Replace("matter: BITMEX-2020", "matter: ''")
            .Replace("outcome: warned", "outcome: x")
            .Replace("handling: H1", "handling: x");

        Assert.Equal(
            ["matter", "exhibits[1].handling", "story.joins.outcome"],
            MatterFiles.Read(text).Problems.Select(p => p.Field)
        );
    }

    [Fact]
    public void A_problem_reads_as_one_line_that_an_editor_can_open()
    {
        var problem = Assert.Single(MatterFiles.Read(MatterFiles.With("handling: H1", "handling: H9")).Problems);

        Assert.Equal(
            $"m.yaml:{problem.Line}: exhibits[1].handling: 'H9' is not in the list. One of: H0, H1, H2, H3.",
            problem.ToString()
        );
    }
}
