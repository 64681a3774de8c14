using System.Text;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Records.Intake;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>How files are cut into rows, whatever pieces they arrive in.</summary>
public sealed class RowSourceTests
{
    private static readonly RecordSettings Settings = new() { MaxRowBytes = 200 };
    private static readonly CsvReading Comma = new(
        (byte)',',
        new Dictionary<string, string>(StringComparer.Ordinal),
        []
    );

    public static TheoryData<int> Pieces => [1, 2, 3, 7, 100_000];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Csv_is_read_as_rfc_4180_says(int piece)
    {
        const string Text =
            "\uFEFFexecuted_at,venue,symbol,price,quantity\r\n"
            + "2026-03-02T12:00:00Z,\"A, \"\"B\"\"\",\"two\r\nlines\",1.0,2\r\n"
            + "\r\n"
            + "2026-03-02T12:00:00Z,Zürich,,1,2";
        Assert.Equal(
            [
                """{"executedAt":"2026-03-02T12:00:00Z","venue":"A, \u0022B\u0022","symbol":"two\r\nlines","price":"1.0","quantity":"2"}""",
                """{"executedAt":"2026-03-02T12:00:00Z","venue":"Z\u00FCrich","price":"1","quantity":"2"}""",
            ],
            await ReadAsync(RowSource.TableOf(Slow(Text, piece), Shipped.Category("trades"), Comma, Settings, default))
        );
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Json_lines_are_read(int piece) =>
        Assert.Equal(
            ["""{"a":1}""", """{"b":"\n"}""", "row-too-long", """{"c":[]}"""],
            await ReadAsync(
                RowSource.LinesOf(
                    Slow("{\"a\":1}\n\n  \r\n{\"b\":\"\\n\"}\n" + new string('x', 900) + "\n{\"c\":[]}", piece),
                    Settings,
                    default
                )
            )
        );

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task A_json_array_is_read_member_by_member(int piece)
    {
        Assert.Equal(
            ["""{"a":"]},\"["}""", """{"b":[1,{}]}"""],
            await ReadAsync(
                RowSource.ArrayOf(Slow(" [ {\"a\":\"]},\\\"[\"} , {\"b\":[1,{}]}]\n", piece), Settings, default)
            )
        );
        Assert.Equal(
            ["""{"a":[]}"""],
            await ReadAsync(RowSource.ArrayOf(Slow("{\"a\":[]}", piece), Settings, default))
        );
        Assert.Empty(await ReadAsync(RowSource.ArrayOf(Slow("[]", piece), Settings, default)));
        Assert.Empty(await ReadAsync(RowSource.ArrayOf(Slow("", piece), Settings, default)));
        Assert.Equal(["{}", ""], await ReadAsync(RowSource.ArrayOf(Slow("[{},,]", piece), Settings, default), most: 2));
    }

    [Theory]
    [InlineData("[{}", "json-truncated")]
    [InlineData("{\"a\":", "json-truncated")]
    [InlineData("[{\"a", "json-truncated")]
    [InlineData("[}]", "json-truncated")]
    [InlineData("[{}] {}", "not-an-array")]
    [InlineData("\"text\"", "not-an-array")]
    [InlineData("<xml/>", "not-an-array")]
    public async Task Json_that_is_no_array_is_refused(string text, string code) =>
        Assert.Equal(
            code,
            (
                await Assert.ThrowsAsync<UnreadableFileException>(() =>
                    ReadAsync(RowSource.ArrayOf(Slow(text, 1), Settings, default))
                )
            )
                .Problems[0]
                .Code
        );

    [Fact]
    public async Task Columns_may_reach_into_lists_and_objects()
    {
        const string Text =
            "family_name,given_name,date_of_birth,pep,accounts,naturalPerson.name.nameIdentifier.1.primaryIdentifier\n"
            + "Howard,Jane,1992-10-04,true,A-1|A-2,Price\n"
            + "Clark,,,,,\n";
        Assert.Equal(
            [
                """{"naturalPerson":{"name":{"nameIdentifier":[{"primaryIdentifier":"Howard","secondaryIdentifier":"Jane"},{"primaryIdentifier":"Price"}]},"dateAndPlaceOfBirth":{"dateOfBirth":"1992-10-04"}},"isPoliticallyExposed":true,"accounts":["A-1","A-2"]}""",
                """{"naturalPerson":{"name":{"nameIdentifier":[{"primaryIdentifier":"Clark"}]}}}""",
            ],
            await ReadAsync(RowSource.TableOf(Slow(Text, 5), Shipped.Category("kyc"), Comma, Settings, default))
        );
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(IAsyncEnumerable<RawRow> rows, int most = 100)
    {
        var read = new List<string>();
        await foreach (var row in rows)
        {
            read.Add(row.Code ?? Encoding.UTF8.GetString(row.Json.Span).Trim());
            if (read.Count == most)
            {
                break;
            }
        }

        return read;
    }

    private static PiecewiseStream Slow(string text, int piece) => new(Encoding.UTF8.GetBytes(text), piece);

    /// <summary>Gives no more than so many bytes at a time.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
