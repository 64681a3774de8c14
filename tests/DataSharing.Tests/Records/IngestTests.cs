using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>Files of records at the API, right ones and hostile ones.</summary>
public sealed class IngestTests(RecordsFixture node) : IClassFixture<RecordsFixture>
{
    private const string Head = "executed_at,venue,trade_id,price,quantity\n";
    private const string Good = "2026-03-02T12:00:00Z,Delta,T-1,1.5,2\n";
    private const string Bad = "2026-03-02T12:00:00Z,Delta,T-2,free,2\n";
    private const string GoodJson =
        """{"executedAt":"2026-03-02T12:00:00Z","venue":"Delta","tradeId":"T-3","price":"1","quantity":"2"}""";

    [Fact]
    public async Task Csv_lines_arrays_and_single_objects_are_taken()
    {
        using var steward = node.Steward("XB-DAC");
        await steward.IngestAsync("trades", Head + Good, "source=Delta");
        await steward.IngestAsync("trades", GoodJson + "\n" + GoodJson, mediaType: "application/jsonl");
        await steward.IngestAsync("trades", $"[{GoodJson},{GoodJson}]", mediaType: "application/json");
        var answer = await steward.IngestAsync("trades", GoodJson, mediaType: "application/json; charset=utf-8");
        Assert.Equal((1, 1, 0), ((int)answer["read"]!, (int)answer["kept"]!, (int)answer["rejected"]!));
        Assert.Equal(6, (await steward.FindAsync("trades")).Count);
    }

    [Fact]
    public async Task A_file_with_a_bad_row_leaves_nothing_behind()
    {
        using var steward = node.Steward();
        using var answer = await steward.SendAsync(
            "trades",
            (Head + Good + Bad + "x,,,,\n").Replace("T-1", "T-none", StringComparison.Ordinal)
        );
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("records-rejected", (string?)problem["code"]);
        Assert.Equal((3, 0, 2), ((int)problem["read"]!, (int)problem["kept"]!, (int)problem["rejected"]!));
        Assert.Equal(
            ["at-least-one 1", "not-a-decimal 1", "not-an-instant 1", "required 2"],
            problem["codes"]!.AsArray().Select(c => $"{c!["code"]} {c["count"]}")
        );
        Assert.Contains(
            (2, "price", "not-a-decimal"),
            problem["errors"]!.AsArray().Select(e => ((int)e!["row"]!, (string?)e["field"], (string?)e["code"]))
        );
        Assert.Empty(await steward.FindAsync("trades", "identifier=trade:T-none"));
        Assert.Equal(0L, await RowsAsync("T-none"));
    }

    [Fact]
    public async Task Good_rows_are_kept_if_the_caller_says_so_and_the_batch_tells_what_was_left()
    {
        using var steward = node.Steward("MSA-FMA");
        var answer = await steward.IngestAsync("trades", Head + Good + Bad, "keepGood=true&source=Mail%20of%20Monday");
        var batch = await steward.Http.GetFromJsonAsync<JsonObject>($"/api/record-batches/{answer["id"]}");
        Assert.Equal((2, 1, 1), ((int)batch!["read"]!, (int)batch["kept"]!, (int)batch["rejected"]!));
        Assert.Equal("Mail of Monday", (string?)batch["source"]);
        Assert.Equal("steward-1", (string?)batch["ingestedBy"]);
        Assert.Equal("price", (string?)batch["errors"]![0]!["field"]);
        Assert.Single(await steward.FindAsync("trades"));
    }

    [Fact]
    public async Task A_repeated_request_has_one_effect()
    {
        using var steward = node.Steward();
        var file = Head + Good.Replace("T-1", "T-once", StringComparison.Ordinal);
        using var first = await steward.SendAsync("trades", file, key: "once");
        using var second = await steward.SendAsync("trades", file, key: "once");
        using var third = await steward.SendAsync("trades", file + Good, key: "once");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("idempotency-key-reused", await Answers.CodeAsync(third));
        Assert.Single(await steward.FindAsync("trades", "identifier=trade:T-once"));
        Assert.Equal(1L, await RowsAsync("T-once"));
    }

    [Fact]
    public async Task Two_requests_with_one_key_at_once_have_one_effect()
    {
        using var steward = node.Steward();
        var file = Head + Good.Replace("T-1", "T-race", StringComparison.Ordinal);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => steward.SendAsync("trades", file, key: "race"))
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1L, await RowsAsync("T-race"));
        Array.ForEach(answers, a => a.Dispose());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_file_is_unpacked(string encoding)
    {
        using var steward = node.Steward();
        var file = Head + Good.Replace("T-1", $"T-{encoding}", StringComparison.Ordinal);
        using var answer = await steward.SendAsync("trades", Pack(file, encoding), encoding: encoding);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Single(await steward.FindAsync("trades", $"identifier=trade:T-{encoding}"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_refused_long_before_it_is_unpacked(string encoding)
    {
        using var steward = node.Steward();
        var bomb = Pack(Head + new string('\n', 60_000_000), encoding);
        using var answer = await steward.SendAsync("trades", bomb, encoding: encoding);
        Assert.Equal("packed-too-tightly", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task What_unpacks_to_more_than_is_allowed_is_refused()
    {
        using var steward = node.Steward();
        var text = new StringBuilder(Head);
        for (var i = 0; text.Length < 17_000_000; i++)
        {
            text.Append("2026-03-02T12:00:00Z,Delta,").Append(Convert.ToHexString(BitConverter.GetBytes(i * 7919L)));
            text.Append(' ', 4000).Append(",1,2\n");
        }

        using var answer = await steward.SendAsync("trades", Pack(text.ToString(), "gzip"), encoding: "gzip");
        Assert.Contains(await Answers.CodeAsync(answer), (string[])["file-too-large", "packed-too-tightly"]);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var steward = node.Steward();
        using var answer = await steward.SendAsync("trades", new byte[2_000_001]);
        Assert.Equal("body-too-large", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task A_packed_file_that_is_cut_off_or_damaged_is_refused()
    {
        using var steward = node.Steward();
        var text =
            Head
            + string.Concat(
                Enumerable.Range(0, 2000).Select(i => Good.Replace("T-1", $"T-cut-{i * i}", StringComparison.Ordinal))
            );
        foreach (var encoding in (string[])["gzip", "br"])
        {
            var whole = Pack(text, encoding);
            using var cut = await steward.SendAsync("trades", whole[..(whole.Length / 2)], encoding: encoding);
            Assert.Equal("packing-damaged", await Answers.CodeAsync(cut));
            using var wrong = await steward.SendAsync("trades", Encoding.UTF8.GetBytes(text), encoding: encoding);
            Assert.Equal("packing-damaged", await Answers.CodeAsync(wrong));
        }
    }

    [Fact]
    public async Task Too_many_rows_are_refused()
    {
        using var steward = node.Steward();
        var file =
            Head
            + string.Concat(
                Enumerable.Repeat(Good.Replace("T-1", "T-many", StringComparison.Ordinal), RecordsFixture.MaxRows + 1)
            );
        using var answer = await steward.SendAsync("trades", file);
        Assert.Equal("too-many-rows", await Answers.CodeAsync(answer));
        Assert.Equal(0L, await RowsAsync("T-many"));
    }

    public static TheoryData<string, byte[], string, string> Unreadable =>
        new()
        {
            { "an empty file", [], "text/csv", "no-records" },
            { "headings alone", Bytes(Head), "text/csv", "no-records" },
            {
                "UTF-16",
                Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Head + Good)).ToArray(),
                "text/csv",
                "not-utf8"
            },
            { "a workbook", Bytes("PK\u0003\u0004rest"), "text/csv", "file-packed" },
            { "gzip without saying so", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "text/csv", "file-packed" },
            { "Latin-1 in a heading", Encoding.Latin1.GetBytes("Börse,x\n1,2\n"), "text/csv", "not-utf8" },
            { "an unknown column", Bytes("colour," + Head + "red," + Good), "text/csv", "column-unknown" },
            { "a column twice", Bytes("price," + Head + "1," + Good), "text/csv", "column-twice" },
            { "a missing column", Bytes("venue,price\nDelta,1\n"), "text/csv", "column-missing" },
            { "an open quotation mark", Bytes(Head + Good + "\"" + Good + Good), "text/csv", "quote-open" },
            {
                "too many columns",
                Bytes(string.Join(',', Enumerable.Range(0, 5000)) + "\n"),
                "text/csv",
                "headings-unreadable"
            },
            {
                "many columns",
                Bytes(string.Join(',', Enumerable.Range(0, 300)) + "\n"),
                "text/csv",
                "too-many-columns"
            },
            { "one line without end", Bytes(new string('a', 1_000_000)), "text/csv", "headings-unreadable" },
            { "NUL bytes", new byte[1000], "text/csv", "column-unknown" },
            { "a JSON array that is cut off", Bytes($"[{GoodJson}"), "application/json", "json-truncated" },
            { "XML", Bytes("<a/>"), "application/json", "not-an-array" },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_is_refused(string what, byte[] file, string mediaType, string code)
    {
        using var steward = node.Steward();
        using var answer = await steward.SendAsync("trades", file, "keepGood=true", mediaType);
        Assert.True(code == await Answers.CodeAsync(answer), $"{what}: {await answer.Content.ReadAsStringAsync()}");
    }

    public static TheoryData<string, byte[], string, string> WrongRows =>
        new()
        {
            {
                "Latin-1",
                Bytes(Head).Concat(Encoding.Latin1.GetBytes("2026-03-02T12:00:00Z,Börse,T,1,2\n")).ToArray(),
                "text/csv",
                "not-utf8"
            },
            {
                "an overlong encoding",
                Bytes(Head)
                    .Concat(Bytes("2026-03-02T12:00:00Z,"))
                    .Concat(new byte[] { 0xC0, 0xAF })
                    .Concat(Bytes(",T,1,2\n"))
                    .ToArray(),
                "text/csv",
                "not-utf8"
            },
            { "too few cells", Bytes(Head + "2026-03-02T12:00:00Z,Delta\n"), "text/csv", "cell-count" },
            { "too many cells", Bytes(Head + Good.Trim() + ",,,,,\n"), "text/csv", "cell-count" },
            {
                "a misplaced quotation mark",
                Bytes(Head + "2026-03-02T12:00:00Z,5\" disk,T,1,2\n"),
                "text/csv",
                "quote-misplaced"
            },
            {
                "text behind a quoted cell",
                Bytes(Head + "2026-03-02T12:00:00Z,\"a\"b,T,1,2\n"),
                "text/csv",
                "quote-misplaced"
            },
            {
                "a row that is too long",
                Bytes(Head + $"2026-03-02T12:00:00Z,{new string('x', 100_000)},T,1,2\n"),
                "text/csv",
                "row-too-long"
            },
            {
                "a cell that is too long",
                Bytes(Head + $"2026-03-02T12:00:00Z,{new string('x', 5000)},T,1,2\n"),
                "text/csv",
                "too-long"
            },
            { "a formula", Bytes(Head + "2026-03-02T12:00:00Z,=1+1,T,1,2\n"), "text/csv", "formula" },
            { "NUL in a cell", Bytes(Head + "2026-03-02T12:00:00Z,a\0b,T,1,2\n"), "text/csv", "control-character" },
            { "no JSON", Bytes("{'a':1}"), "application/jsonl", "json-malformed" },
            { "a number instead of an object", Bytes("17"), "application/jsonl", "wrong-type" },
            { "an array instead of an object", Bytes("[]"), "application/jsonl", "wrong-type" },
            { "two objects in a line", Bytes(GoodJson + GoodJson), "application/jsonl", "json-malformed" },
            {
                "a name twice",
                Bytes(GoodJson.Replace("{", "{\"price\":\"2\",", StringComparison.Ordinal)),
                "application/jsonl",
                "named-twice"
            },
            {
                "deep nesting",
                Bytes(string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000))),
                "application/jsonl",
                "too-deep"
            },
            { "half a pair in a name", Bytes("{\"\\ud800\":1}"), "application/jsonl", "not-unicode" },
            { "bytes that are no UTF-8", [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], "application/jsonl", "not-utf8" },
            {
                "an unknown field",
                Bytes(GoodJson.Replace("{", "{\"__proto__\":{},", StringComparison.Ordinal)),
                "application/jsonl",
                "field-unknown"
            },
            {
                "a number of thousand digits",
                Bytes(GoodJson.Replace("\"1\"", new string('9', 1000), StringComparison.Ordinal)),
                "application/jsonl",
                "too-many-digits"
            },
            {
                "a line that is too long",
                Bytes("{\"venue\":\"" + new string('x', 500_000) + "\"}"),
                "application/jsonl",
                "row-too-long"
            },
            { "an empty member", Bytes($"[{GoodJson},]"), "application/json", "json-malformed" },
        };

    [Theory]
    [MemberData(nameof(WrongRows))]
    public async Task A_row_that_is_wrong_is_told_and_the_others_are_kept_if_wanted(
        string what,
        byte[] file,
        string mediaType,
        string code
    )
    {
        using var steward = node.Steward();
        using var refused = await steward.SendAsync("trades", file, "", mediaType);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.True(
            problem["codes"]?.AsArray().Any(c => (string?)c!["code"] == code) == true,
            $"{what}: {problem.ToJsonString()}"
        );

        var (before, after) = mediaType switch
        {
            "text/csv" => ("", "\n" + Good),
            "application/json" => ("", ""),
            _ => (GoodJson + "\n", "\n" + GoodJson),
        };
        using var kept = await steward.SendAsync(
            "trades",
            [.. Bytes(before), .. file, .. Bytes(after)],
            "keepGood=true",
            mediaType
        );
        Assert.True(kept.StatusCode == HttpStatusCode.Created, $"{what}: {await kept.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_before_the_file_is_read()
    {
        using var steward = node.Steward();
        foreach (
            var (mediaType, encoding, code) in new[]
            {
                ("application/xml", null, "media-type-unsupported"),
                ("text/csv; charset=iso-8859-1", null, "charset-unsupported"),
                ("text/csv", "zstd", "content-encoding-unsupported"),
            }
        )
        {
            using var answer = await steward.SendAsync("trades", Bytes(Head + Good), "", mediaType, encoding);
            Assert.Equal((415, code), ((int)answer.StatusCode, await Answers.CodeAsync(answer)));
        }

        using var wrong = await steward.SendAsync(
            "trades",
            Head + Good,
            "separator=space&map=a&map=x:nothing&map=x:price&set=colour:red"
        );
        Assert.Equal(
            ["map[0]", "map[1]", "map[2]", "separator", "set[0]"],
            (await Api.RequestClient.ErrorsAsync(wrong)).Select(e => e.Field).Order(StringComparer.Ordinal)
        );
        using var json = await steward.SendAsync("trades", GoodJson, "map=a:price", "application/json");
        Assert.Equal([("map", "csv-only")], await Api.RequestClient.ErrorsAsync(json));
        using var nothing = await steward.SendAsync("weather", Head + Good);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Headings_of_ones_own_are_mapped()
    {
        using var steward = node.Steward();
        await steward.IngestAsync(
            "trades",
            "Zeit;Boerse;Kurs;Menge;Farbe\n2026-03-02T12:00:00Z;Mapped;1,5;2;rot\n".Replace(
                "1,5",
                "1.5",
                StringComparison.Ordinal
            ),
            "separator=semicolon&map=zeit:executedAt&map=BOERSE:venue&map=Kurs:price&map=Menge:quantity&map=Farbe:&set=product:spot"
        );
        var record = Assert.Single(await steward.FindAsync("trades", "venue=mapped"));
        Assert.Equal(("1.5", "spot"), ((string?)record["price"], (string?)record["product"]));
    }

    [Fact]
    public async Task Only_a_steward_or_a_system_takes_records_in()
    {
        using var officer = node.Officer();
        using var answer = await officer.SendAsync("trades", Head + Good);
        Assert.Equal("role-missing", await Answers.CodeAsync(answer));
    }

    private async Task<long> RowsAsync(string trade) =>
        (long)
            (
                await node.Node.SqlAsync(
                    "data-sharing",
                    $"select count(*) from store.records where body like '%\"{trade}\"%'"
                )
            )!;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Pack(string text, string encoding)
    {
        using var packed = new MemoryStream();
        using (
            Stream packing =
                encoding == "br"
                    ? new BrotliStream(packed, CompressionLevel.Fastest)
                    : new GZipStream(packed, CompressionLevel.Optimal)
        )
        {
            packing.Write(Bytes(text));
        }

        return packed.ToArray();
    }
}
