using System.Text;
using CaseCoordination.DataSharing.Packages.Contents;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Fields left out of records: nothing withheld goes out, and what stays keeps its spelling.</summary>
public sealed class FieldFilterTests
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "b", "a,c\n1,3\n")]
    [InlineData("a,b,c\r\n1,2,3\r\n", "a", "b,c\r\n2,3\r\n")]
    [InlineData("a,b,c\n1,2,3", "c", "a,b\n1,2")]
    [InlineData("a,b\n\"x,\"\"y\"\"\nz\",2\n", "b", "a\n\"x,\"\"y\"\"\nz\"\n")]
    [InlineData("a,b\n1,\"x,\"\"y\"\"\nz\"\n", "b", "a\n1\n")]
    [InlineData("a,\"b, or \"\"so\"\"\",c\n1,2,3\n", "b, or \"so\"", "a,c\n1,3\n")]
    [InlineData("a,b,c\n,,\n1,,3\n", "b", "a,c\n,\n1,3\n")]
    [InlineData("a,b,c\n,,\n", "a", "b,c\n,\n")]
    [InlineData("a;b;c\n1,5;2;3\n", "b", "a;c\n1,5;3\n")]
    [InlineData("a\tb\n1\t2\n", "a", "b\n2\n")]
    [InlineData("a,b,a\n1,2,3\n", "a", "b\n2\n")]
    [InlineData("\uFEFFa,b\n1,2\n", "a", "b\n2\n")]
    [InlineData("a,b\n1,2\n\n3,4\n", "a", "b\n2\n\n4\n")]
    [InlineData("a,b\n", "a", "b\n")]
    [InlineData("a,b", "a", "b")]
    [InlineData("name,b\nMüller Ä,日本\n", "b", "name\nMüller Ä\n")]
    public async Task A_column_is_left_out(string from, string field, string to) =>
        Assert.Equal(to, await FilterAsync(Csv, from, field));

    [Theory]
    [InlineData("a,b\n1,2\n", "c", "field-unknown")]
    [InlineData("a,b\n1,2\n", "A", "field-unknown")]
    [InlineData("", "a", "field-unknown")]
    [InlineData("a\n1\n", "a", "nothing-left")]
    [InlineData("a,b\n1,2,3\n", "a", "content-malformed")]
    [InlineData("a,b\n1\n", "a", "content-malformed")]
    [InlineData("a,b\n1", "a", "content-malformed")]
    [InlineData("a,b\n1,\"2\n", "a", "content-malformed")]
    [InlineData("a,b\n1,\"2\"x\n", "a", "content-malformed")]
    [InlineData("a,b\n1,2\"x\n", "a", "content-malformed")]
    [InlineData("a,b\n1,2\r3\n", "a", "content-malformed")]
    [InlineData("a,b\n1,2\r", "a", "content-malformed")]
    [InlineData("a,b\n1,\0\n", "a", "content-malformed")]
    public async Task What_another_reader_might_split_differently_is_refused(string from, string field, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<UnfilterableException>(() => FilterAsync(Csv, from, field))).Code);

    [Theory]
    [InlineData("""[{"a":1,"b":2},{"b":{"x":[1,{"y":2}]},"a":3}]""", "b", """[{"a":1},{"a":3}]""")]
    [InlineData("""{"a":1.10,"b":2,"c":1e400}""", "b", """{"a":1.10,"c":1e400}""")]
    [InlineData("""{"p":{"name":"x","id":1},"name":"y"}""", "p.name", """{"p":{"id":1},"name":"y"}""")]
    [InlineData("""{"p":{"name":"x","id":1},"name":"y"}""", "name", """{"p":{"name":"x","id":1}}""")]
    [InlineData("""{"l":[{"n":1,"m":2},[{"n":3}]]}""", "l.n", """{"l":[{"m":2},[{}]]}""")]
    [InlineData("""{"n\u0061me":"x","b":"\u00e9\"\\é"}""", "name", """{"b":"\u00e9\"\\é"}""")]
    [InlineData("""{"a":1,"a":[2],"b":null,"c":true}""", "a", """{"b":null,"c":true}""")]
    [InlineData("\uFEFF{\"a\":1,\"b\":\"\"}", "a", "{\"b\":\"\"}")]
    public async Task A_member_is_left_out(string from, string field, string to) =>
        Assert.Equal(to, await FilterAsync(Json, from, field));

    [Theory]
    [InlineData("{\"a\":1,\"b\":2}\n{\"b\":3}\n", "a", "{\"b\":2}\n{\"b\":3}\n")]
    [InlineData("{\"a\":1,\"b\":2}\r\n{\"a\":{\"c\":1}}", "a", "{\"b\":2}\n{}\n")]
    public async Task A_member_is_left_out_of_every_line(string from, string field, string to) =>
        Assert.Equal(to, await FilterAsync(Lines, from, field));

    [Theory]
    [InlineData(Json, """{"a":1}""", "b", "field-unknown")]
    [InlineData(Json, """{"p":{"a":1}}""", "a", "field-unknown")]
    [InlineData(Json, """{"a":1}{"a":2}""", "a", "content-malformed")]
    [InlineData(Json, """{"a":1,""", "a", "content-malformed")]
    [InlineData(Json, "", "a", "content-malformed")]
    [InlineData(Json, """{"a":1 /* no */}""", "a", "content-malformed")]
    [InlineData(Lines, "{\"a\":1}\nnot json\n", "a", "content-malformed")]
    [InlineData("application/pdf", "x", "a", "not-filterable")]
    public async Task What_cannot_be_filtered_is_told_apart(string type, string from, string field, string code) =>
        Assert.Equal(
            code,
            (await Assert.ThrowsAsync<UnfilterableException>(() => FilterAsync(type, from, field))).Code
        );

    [Fact]
    public async Task A_member_within_one_that_is_left_out_is_not_unknown() =>
        Assert.Equal("{\"b\":1}", await FilterAsync(Json, """{"a":{"x":1},"b":1}""", "a", "a.x"));

    [Theory]
    [InlineData(Csv)]
    [InlineData(Json)]
    [InlineData(Lines)]
    public async Task Wherever_the_bytes_are_cut_the_result_is_the_same(string type)
    {
        var text = Records(type, 400);
        var whole = await FilterAsync(type, text, "secret");
        Assert.DoesNotContain("hidden", whole, StringComparison.Ordinal);
        Assert.Contains("kept 399", whole, StringComparison.Ordinal);
        foreach (var block in (int[])[1, 2, 3, 7, 64, 1000])
        {
            Assert.Equal(whole, await FilterAsync(type, text, block, "secret"));
        }
    }

    private static string Records(string type, int count)
    {
        var rows = Enumerable.Range(0, count);
        return type switch
        {
            Csv => "id,secret,note\n"
                + string.Concat(rows.Select(i => $"{i},\"hidden, \"\"{i}\"\"\n\",\"kept {i} ü\"\n")),
            Json => "[" + string.Join(",\n ", rows.Select(Record)) + "]",
            _ => string.Concat(rows.Select(i => Record(i) + "\n")),
        };

        static string Record(int i) => $$"""{"id":{{i}},"secret":{"x":["hidden {{i}}"]},"note":"kept {{i}} ü\u00fc"}""";
    }

    private static Task<string> FilterAsync(string type, string text, params string[] fields) =>
        FilterAsync(type, text, int.MaxValue, fields);

    private static async Task<string> FilterAsync(string type, string text, int block, params string[] fields)
    {
        using var from = new ShortReads(Encoding.UTF8.GetBytes(text), block);
        using var to = new MemoryStream();
        await FieldFilter.CopyAsync(type, from, to, fields, default);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    /// <summary>Gives no more than so many bytes at a time.</summary>
    private sealed class ShortReads(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
