using System.Net.Http.Headers;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Statistics;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Statistics;

/// <summary>Statistics over the API: what a reader may not know is in no count.</summary>
public sealed class StatisticsApiTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private RequestClient Of(string authority, string group, params string[] roles) =>
        new(node.As(authority, $"{authority}-{group}", roles.Length == 0 ? ["officer"] : roles, [group]));

    [Fact]
    public async Task Only_what_the_reader_may_know_is_counted_and_in_one_query()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", "stats-a");
        using var colleague = Of("XA-SMA", "stats-b");
        using var asked = Of("MSA-FMA", "market-abuse");
        using var auditor = Of("XA-SMA", "none", Roles.Auditor);
        var before = await SheetAsync(auditor);
        var id = await officer.AskAsync();
        await officer.DraftAsync();
        await node.CarryAsync(id, LetterKinds.Submission);
        await asked.StateAsync(id, "delivered");
        await asked.DoAsync($"/api/requests/{id}/answer", new { text = "Here." });
        await node.CarryAsync(id, LetterKinds.Answer);
        await officer.StateAsync(id, "answered");
        await officer.DoAsync($"/api/requests/{id}/closure", new { timeliness = 4, usefulness = 5 });

        var line = Assert.Single((await SheetAsync(officer)).Lines);
        Assert.Equal(("MSA-FMA", "test-mou", "asker"), (line.Partner, line.Instrument, line.Side));
        Assert.Equal(
            (1, 1, 1.0, 4.0, 5.0),
            (line.Requests, line.Answered, line.OnTimeShare, line.Timeliness, line.Usefulness)
        );
        Assert.Empty((await SheetAsync(colleague)).Lines);
        Assert.Equal(before.Total.Requests + 1, (await SheetAsync(auditor)).Total.Requests);
        using var stranger = Of("XB-DAC", "stats-a", Roles.Auditor);
        Assert.Equal(0, (await SheetAsync(stranger)).Total.Requests);

        foreach (
            var (query, count) in new[]
            {
                ("side=asker&partner=MSA-FMA&instrument=test-mou&from=2020-01-01&to=9999-12-31", 1),
                ("side=asked", 0),
                ("partner=XB-DAC", 0),
                ("instrument=none", 0),
                ("from=2090-01-01", 0),
                ("to=2020-01-01", 0),
            }
        )
        {
            Assert.Equal(count, (await SheetAsync(officer, query)).Total.Requests);
        }

        using var statements = new SqlStatements();

        // The session says whose it is, then asks once.
        Assert.Equal(
            2,
            await statements.CountAsync(officer.Http, () => new(HttpMethod.Get, "/api/statistics/requests"))
        );
    }

    [Fact]
    public async Task Whoever_accepts_csv_gets_csv()
    {
        using var officer = Of("XA-SMA", "stats-csv");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/statistics/requests");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await officer.Http.SendAsync(request);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("partner,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_counted_is_said()
    {
        using var officer = Of("XA-SMA", "stats-bad");
        using var answer = await officer.Http.GetAsync("/api/statistics/requests?from=2026-02-30&to=x&side=middle");
        Assert.Equal(
            ["from", "side", "to"],
            (await RequestClient.ErrorsAsync(answer)).Select(e => e.Field).Distinct().Order(StringComparer.Ordinal)
        );
        using var keeper = Of("XA-SMA", "stats-bad", Roles.Operator);
        using var refused = await keeper.Http.GetAsync("/api/statistics/requests");
        Assert.Equal("role-missing", await Answers.CodeAsync(refused));
    }

    private static async Task<StatisticsSheet> SheetAsync(RequestClient client, string query = "") =>
        (await client.Http.GetFromJsonAsync<StatisticsSheet>($"/api/statistics/requests?{query}"))!;
}
