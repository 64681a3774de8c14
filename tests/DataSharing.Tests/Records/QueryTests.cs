using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>Finding records, reading them as a stream, who read them, and taking batches back.</summary>
public sealed class QueryTests(RecordsFixture node) : IClassFixture<RecordsFixture>, IAsyncLifetime
{
    private const string Lei = "549300S18I523MZORK73";
    private const string Other = "529900G3SW56SHYNPR95";
    private const string Common = "5493001KJTIIGC8Y1R12";
    private string _authority = "";

    // Each test has an authority's records to itself.
    private static readonly Queue<string> Authorities = new(["XA-SMA", "MSA-FMA", "XB-DAC", "MSB-KNA"]);

    public async ValueTask InitializeAsync()
    {
        _authority = Authorities.Dequeue();
        var text = new StringBuilder(
            "executed_at,venue,venue_mic,trade_id,price,quantity,buyer_lei,seller_lei,buyer_name\n"
        );
        for (var i = 1; i <= 30; i++)
        {
            var (venue, mic) = i % 2 == 0 ? ("Kraken Futures", "CRYP") : ("Delta", "");
            var name = i % 10 == 0 ? "\"Müller, Anna\"" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"2026-03-{i:00}T12:00:00Z,{venue},{mic},T-{i},1,2,{Lei},{(i % 3 == 0 ? Other : "")},{name}\n"
            );
        }

        using var steward = node.Steward(_authority);
        await steward.IngestAsync("trades", text.ToString());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Records_are_found_by_subject_identifier_venue_and_period()
    {
        using var officer = node.Officer(_authority);
        foreach (
            var (query, count) in new[]
            {
                ("", 30),
                ($"identifier=lei:{Lei}", 30),
                ($"identifier=lei:{Other.ToLowerInvariant()}", 10),
                ($"identifier=lei:{Lei}&identifier=lei:{Other}", 30),
                ("identifier=trade:T-7", 1),
                ("identifier=trade:T-7&identifier=trade:T-8", 2),
                ("identifier=trade:T-70", 0),
                ("subject=anna%20muller", 3),
                ("subject=anna", 0),
                ("venue=kraken%20FUTURES", 15),
                ("venue=cryp", 15),
                ("venue=Delta", 15),
                ($"venue=CRYP&identifier=lei:{Other}", 5),
                ($"venue=CRYP&identifier=lei:{Other}&subject=Anna,M%C3%BCller", 1),
                ("from=2026-03-11&to=2026-03-21", 10),
                ("from=2026-03-11T12:00:00Z&to=2026-03-21T12:00:00Z", 10),
                ($"from=2026-03-11&to=2026-03-21&identifier=lei:{Other}", 3),
                ("from=2027-01-01", 0),
            }
        )
        {
            Assert.True((await officer.FindAsync("trades", query)).Count == count, query);
            var lines = await officer.StreamAsync("trades", "application/x-ndjson", query);
            Assert.Equal(count, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        Assert.Empty(await officer.FindAsync("orders"));
        using var wrong = await officer.Http.GetAsync(
            "/api/records/trades?identifier=lei:X&identifier=colour:red&from=soon&limit=0&after=x"
        );
        Assert.Equal(
            ["after", "from", "identifier[0]", "identifier[1]", "limit"],
            (await Api.RequestClient.ErrorsAsync(wrong)).Select(e => e.Field).Order(StringComparer.Ordinal)
        );
        using var none = await officer.Http.GetAsync("/api/records/weather");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await IsolationAsync(officer);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_the_order_of_time_also_for_records_without_one()
    {
        using var steward = node.Steward(_authority);
        using var officer = node.Officer(_authority);
        for (var block = 1; block <= 2; block++)
        {
            await steward.IngestAsync(
                "transfers",
                string.Concat(
                    Enumerable
                        .Range(1, 5)
                        .Select(i =>
                            $$"""{"chain":"eip155:1","transactionHash":"0x{{block}}{{i}}6b4474a14428f2309bad0d88","blockNumber":{{i}},"amount":"100"}"""
                            + "\n"
                        )
                ),
                mediaType: "application/jsonl"
            );
        }

        await steward.IngestAsync(
            "trades",
            "executed_at,venue,trade_id,price,quantity,buyer_lei\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 1_500)
                        .Select(i =>
                            $"2027-01-01T00:{i / 60 % 60:00}:{i % 60:00}Z,{(i % 300 == 299 ? "Rare" : "Full")},C-{i},1,2,{Common}\n"
                        )
                )
        );

        foreach (
            var (category, query, expected) in new[]
            {
                ("trades", "to=2027-01-01", 30),
                ("trades", $"identifier=lei:{Common}&venue=rare", 5),
                ("trades", $"identifier=lei:{Common}&identifier=lei:{Lei}&venue=rare", 5),
                ("trades", $"venue=rare&identifier=lei:{Other}", 0),
                ("trades", $"identifier=lei:{Other}", 10),
                ("trades", $"identifier=lei:{Lei}&identifier=lei:{Other}", 30),
                ("trades", $"venue=CRYP&identifier=lei:{Lei}", 15),
                ("transfers", "", 10),
            }
        )
        {
            var seen = new List<(string, int, string)>();
            for (string? after = ""; after is not null; )
            {
                var page = await officer.PageAsync(category, $"{query}&limit=4&after={after}");
                seen.AddRange(
                    page["items"]!.AsArray().Select(i => ((string?)i!["at"] ?? "", (int)i["row"]!, (string)i["batch"]!))
                );
                after = (string?)page["next"];
            }

            Assert.True(expected == seen.Count && expected == seen.Distinct().Count(), $"{category} {query}");
            Assert.Equal(
                seen.OrderBy(s => s.Item1, StringComparer.Ordinal).Select(s => s.Item1),
                seen.Select(s => s.Item1)
            );
        }
    }

    [Fact]
    public async Task Records_are_written_as_lines_and_as_csv_without_the_fields_that_are_left_out()
    {
        var query = node.Services.GetRequiredService<RecordQuery>();
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open(_authority, "officer-1");
        var filter = new RecordFilter("trades") { Subjects = ["Anna Müller"] };
        Assert.Equal(3, await query.CountAsync(session, filter, default));
        var leftOut = query
            .FieldsOf("trades")!
            .Where(f => f.IsPersonal)
            .Select(f => f.Path)
            .ToHashSet(StringComparer.Ordinal);

        var lines = await WriteAsync(RecordFormat.Lines, leftOut);
        var table = await WriteAsync(RecordFormat.Csv, leftOut);
        Assert.DoesNotContain("Anna", lines + table, StringComparison.Ordinal);
        Assert.DoesNotContain("buyerName", lines + table, StringComparison.Ordinal);
        Assert.Contains("\"buyerLei\":\"" + Lei, lines, StringComparison.Ordinal);
        Assert.Equal(4, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "Müller, Anna",
            await WriteAsync(RecordFormat.Lines, new HashSet<string>(StringComparer.Ordinal)),
            StringComparison.Ordinal
        );

        // What was written as CSV can be taken in again, and is the same.
        using var steward = node.Steward(_authority);
        var whole = await WriteAsync(RecordFormat.Csv, new HashSet<string>(StringComparer.Ordinal));
        await steward.IngestAsync("trades", whole);
        Assert.Equal(6, await query.CountAsync(session, filter, default));
        using var persons = await steward.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/api/records/kyc") { Headers = { { "Accept", "text/csv" } } }
        );
        Assert.Equal("not-a-table", await Answers.CodeAsync(persons));
        Assert.Equal(
            whole.Split("\r\n")[1],
            (await steward.StreamAsync("trades", "text/csv", "subject=anna+muller")).Split("\r\n")[1]
        );

        async Task<string> WriteAsync(RecordFormat format, IReadOnlySet<string> without)
        {
            using var stream = new MemoryStream();
            Assert.Equal(3, await query.WriteAsync(session, filter, stream, format, without, default));
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public async Task A_batch_that_is_withdrawn_leaves_no_record_and_its_own_history()
    {
        using var steward = node.Steward(_authority);
        using var officer = node.Officer(_authority);
        var batches = await steward.Http.GetFromJsonAsync<JsonObject>("/api/record-batches?category=trades&size=10");
        var id = (string)Assert.Single(batches!["items"]!.AsArray())!["id"]!;
        await OthersLearnNothingAsync(id);
        using var mistake = await WithdrawAsync(steward, id, "");
        Assert.Equal("invalid-input", await Answers.CodeAsync(mistake));
        using var officers = await WithdrawAsync(officer, id, "Not mine.");
        Assert.Equal("role-missing", await Answers.CodeAsync(officers));
        using var done = await WithdrawAsync(steward, id, "Sent by mistake.");
        using var again = await WithdrawAsync(steward, id, "Again.");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (done.StatusCode, again.StatusCode));
        Assert.Empty(await officer.FindAsync("trades"));
        Assert.Equal(
            "0 0",
            await node.Node.SqlAsync(
                "data-sharing",
                $"select (select count(*) from store.records where batch = '{id}') || ' ' || (select count(*) from store.record_keys where batch = '{id}')"
            )
        );
        var batch = await steward.Http.GetFromJsonAsync<JsonObject>($"/api/record-batches/{id}");
        Assert.Equal(
            ("withdrawn", "steward-1", "Sent by mistake.", 30),
            ((string?)batch!["state"], (string?)batch["withdrawnBy"], (string?)batch["reason"], (int)batch["kept"]!)
        );
    }

    private static async Task<HttpResponseMessage> WithdrawAsync(RecordClient client, string id, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/record-batches/{id}/withdrawal")
        {
            Content = JsonContent.Create(new { reason }),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await client.Http.SendAsync(request);
    }

    // No authority sees another's records, by the API or by the database; and who read is told to its own auditors only.
    private async Task IsolationAsync(RecordClient officer)
    {
        var read = node.Services.GetRequiredService<RecordQuery>();
        await using var session = node.Services.GetRequiredService<AuthoritySessions>().Open("ZZ-NONE", "nobody");
        Assert.Equal(0, await read.CountAsync(session, new RecordFilter("trades"), default));
        await using var connection = new Npgsql.NpgsqlConnection(node.Settings["ConnectionStrings:Runtime"]);
        await connection.OpenAsync();
        foreach (var table in (string[])["records", "record_keys", "record_reads"])
        {
            await using var command = new Npgsql.NpgsqlCommand(
                $"select set_config('app.authority', 'ZZ-NONE', false); select count(*) from store.{table}",
                connection
            );
            await using var counted = await command.ExecuteReaderAsync();
            await counted.NextResultAsync();
            await counted.ReadAsync();
            Assert.Equal((table, 0L), (table, counted.GetInt64(0)));
        }

        await officer.FindAsync("trades", "identifier=trade:T-9");
        using var auditor = node.As(_authority, "auditor-1", ["auditor"]);
        using var strangers = node.As("MSB-KNA" == _authority ? "XA-SMA" : "MSB-KNA", "auditor-1", ["auditor"]);
        var reads = (await auditor.GetFromJsonAsync<JsonObject>("/api/record-reads?size=1"))!;
        var last = reads["items"]![0]!;
        Assert.Equal(
            ("officer-1", "trades", "?identifier=trade:T-9", 1),
            ((string?)last["by"], (string?)last["category"], (string?)last["query"], (int)last["records"]!)
        );
        var older = (await auditor.GetFromJsonAsync<JsonObject>($"/api/record-reads?size=200&cursor={reads["next"]}"))!;
        Assert.DoesNotContain(older["items"]!.AsArray(), r => (string?)r!["id"] == (string?)last["id"]);
        Assert.Contains(older["items"]!.AsArray(), r => (int?)r!["records"] == 30);
        Assert.DoesNotContain(
            "trade:T-9",
            await strangers.GetStringAsync("/api/record-reads"),
            StringComparison.Ordinal
        );
    }

    private async Task OthersLearnNothingAsync(string id)
    {
        var isolation = new TenantIsolation
        {
            Routes =
            [
                .. node.Routes.Where(r =>
                    r.RoutePattern.RawText!.StartsWith("/api/record-batches", StringComparison.Ordinal)
                    && !r.RoutePattern.RawText.EndsWith("withdrawal", StringComparison.Ordinal)
                ),
            ],
            Owner = node.AsEveryRole(_authority),
            Stranger = node.AsEveryRole("MSB-KNA" == _authority ? "XA-SMA" : "MSB-KNA"),
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id },
            Secrets = [id],
        };
        Assert.NotEmpty(await isolation.HoldsAsync());
        using var stranger = new RecordClient(isolation.Stranger);
        using var withdrawn = await WithdrawAsync(stranger, id, "Not mine.");
        Assert.Equal("not-found", await Answers.CodeAsync(withdrawn));
        isolation.Owner.Dispose();
    }
}
