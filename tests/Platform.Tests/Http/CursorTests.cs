using System.Buffers.Text;
using System.Text;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class CursorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public void A_cursor_comes_back_as_it_was_given_out()
    {
        Assert.True(Cursor.TryRead(Cursor.At(Noon, Id).ToString(), out var cursor));
        Assert.Equal(Id, cursor!.Id);
        Assert.True(cursor.TryInstant(out var at));
        Assert.Equal(Noon, at);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_cursor_is_the_first_page(string? text)
    {
        Assert.True(Cursor.TryRead(text, out var cursor));
        Assert.Null(cursor);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"Key\":null,\"Id\":\"0195e0c2-0000-7000-8000-000000000001\"}")]
    [InlineData("{\"Key\":\"a\",\"Id\":\"no-id\"}")]
    [InlineData("{\"Key\":\"a\"")]
    public void What_was_not_given_out_is_no_cursor(string json) =>
        Assert.False(Cursor.TryRead(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json)), out _));

    [Theory]
    [InlineData("not base64url!")]
    [InlineData("AA==AA")]
    [InlineData("A")]
    public void What_is_not_even_encoded_is_no_cursor(string text) => Assert.False(Cursor.TryRead(text, out _));

    [Fact]
    public void A_text_longer_than_any_cursor_is_not_even_read() =>
        Assert.False(Cursor.TryRead(new Cursor(new string('a', 600), Id).ToString(), out _));

    [Fact]
    public void An_instant_of_another_zone_is_read_as_utc()
    {
        Assert.True(new Cursor("2026-03-02T14:00:00.0000000+02:00", Id).TryInstant(out var at));
        Assert.Equal((Noon, TimeSpan.Zero), (at, at.Offset));
    }

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(3, 2, "item 2")]
    [InlineData(0, 2, null)]
    public void A_page_names_its_last_item_if_there_are_more(int found, int size, string? last)
    {
        var items = Enumerable.Range(1, found).Select(i => $"item {i}").ToList();
        var page = Pages.Cut(items, size, item => new Cursor(item, Id));
        Assert.Equal(items.Take(size), page.Items);
        Assert.Equal(last is null ? null : new Cursor(last, Id).ToString(), page.Next);
    }
}
