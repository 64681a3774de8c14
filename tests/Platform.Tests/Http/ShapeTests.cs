using CaseCoordination.Platform.Http;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class ShapeTests
{
    [Theory]
    [InlineData(null, "required")]
    [InlineData(" \n", "required")]
    [InlineData("abcd", "too-long")]
    [InlineData("a\0", "control-character")]
    [InlineData("a\u0085", "control-character")]
    public void A_text_that_is_not_right_is_told_by_its_code(string? text, string code) =>
        Assert.Equal(code, Assert.Single(new Shape().Text("field", text, 3).Found).Code);

    [Fact]
    public void Half_a_character_is_told_like_a_control_character()
    {
        foreach (var text in (string[])["\uD83D", "\uDE00a", "a\uD83Db"])
        {
            Assert.Equal("control-character", Assert.Single(new Shape().Text("field", text, 3).Found).Code);
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("a\n\t")]
    [InlineData("\uD83D\uDE00")]
    public void Other_texts_pass(string text) => Assert.False(new Shape().Text("field", text, 3).IsWrong);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-2-3")]
    [InlineData("02/03/2026")]
    [InlineData(null)]
    public void A_date_exists_and_is_written_as_iso_says(string? text) =>
        Assert.Equal("not-a-date", Assert.Single(new Shape().Date("field", text).Found).Code);

    [Fact]
    public void Everything_wrong_is_told_at_once_in_the_order_of_the_fields()
    {
        var shape = new Shape()
            .Text("title", "", 10)
            .OneOf("kind", "KIND", ["kind"])
            .Date("day", "2026-01-31")
            .Count("items", (string[])[], 1, 2)
            .Count("tags", (string[])["a", "b", "c"], 1, 2)
            .Optional("note", null, 1)
            .Must(false, "size", "out-of-range", "1 to 2.");
        Assert.True(shape.IsWrong);
        Assert.Equal(
            ["title required", "kind not-in-list", "items too-few", "tags too-many", "size out-of-range"],
            shape.Found.Select(p => $"{p.Field} {p.Code}")
        );
    }
}
