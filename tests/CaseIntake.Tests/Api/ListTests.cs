using System.Net;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

public sealed class ListTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    private CaseClient As(string group) => new(node.As("XA-SMA", $"{group}-officer", ["officer"], [group]));

    [Fact]
    public async Task Pages_hold_every_case_once_newest_first_also_when_cases_are_added_meanwhile()
    {
        using var officer = As("paging");
        var opened = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            opened.Insert(0, await officer.OpenAsync($"Case {i}"));
        }

        var seen = new List<Guid>();
        string? next = null;
        do
        {
            var page = await officer.PageAsync<CaseLine>($"/api/cases?size=3&cursor={next}");
            seen.AddRange(page.Items.Select(c => c.Id));
            next = page.Next;
            await officer.OpenAsync("Opened meanwhile");
        } while (next is not null);

        Assert.Equal(opened, seen);
    }

    [Fact]
    public async Task A_cursor_of_another_offset_is_the_same_place()
    {
        using var officer = As("offsets");
        var opened = await officer.OpenAsync("Case");
        var later = new Cursor("2100-01-01T05:00:00.0000000+05:00", Guid.Empty);

        var page = await officer.PageAsync<CaseLine>($"/api/cases?cursor={later}");

        Assert.Equal([opened], page.Items.Select(c => c.Id));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        await node.RegisterAsync();
        using var officer = As("filters");
        var draft = await officer.OpenAsync("Alpha 100%_sure");
        var filed = await officer.PrepareAsync("Beta");
        await officer.DoAsync($"/api/cases/{filed}/filing", CaseClient.Filing("XB-DAC"));
        var today = node.Clock.GetUtcNow();

        await ExpectAsync("stage=draft", draft);
        await ExpectAsync("stage=open", filed);
        await ExpectAsync("role=lead", filed, draft);
        await ExpectAsync("role=partner");
        await ExpectAsync("matter=manipulation", filed, draft);
        await ExpectAsync("matter=fraud");
        await ExpectAsync("partner=XB-DAC", filed);
        await ExpectAsync("partner=XA-SMA");
        await ExpectAsync("q=alpha", draft);
        await ExpectAsync("q=ALPHA%20SURE", draft);
        await ExpectAsync("q=delta", filed);
        await ExpectAsync("q=529900T8BM49AURSDO55", filed);
        await ExpectAsync("q=529900T8BM49AURSDO55%20alpha");
        await ExpectAsync("q=100%25_s", draft);
        await ExpectAsync("q=100_s");
        await ExpectAsync("q=';drop%20table");
        await ExpectAsync($"from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}", filed, draft);
        await ExpectAsync($"from={today.AddDays(1):yyyy-MM-dd}");
        await ExpectAsync($"to={today.AddDays(-1):yyyy-MM-dd}");

        async Task ExpectAsync(string filter, params Guid[] ids) =>
            Assert.Equal(ids, (await officer.PageAsync<CaseLine>($"/api/cases?{filter}")).Items.Select(c => c.Id));
    }

    [Theory]
    [InlineData("stage=open-ish", "stage")]
    [InlineData("role=boss", "role")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("size=0", "size")]
    [InlineData("size=201", "size")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=eyJLZXkiOiJ4IiwiSWQiOiIwMTljYWUwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEifQ", "cursor")]
    public async Task A_filter_that_makes_no_sense_is_refused(string filter, string field)
    {
        using var officer = As("filters");
        using var answer = await officer.Http.GetAsync($"/api/cases?{filter}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single(await CaseClient.ErrorsAsync(answer)).Field);
    }

    [Fact]
    public async Task A_timeline_comes_in_pages()
    {
        using var officer = As("timeline");
        var id = await officer.PrepareAsync();
        var first = await officer.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline?size=2");
        var second = await officer.PageAsync<TimelineEntry>($"/api/cases/{id}/timeline?size=2&cursor={first.Next}");

        Assert.Equal(
            ["case-opened", "subject-added", "allegation-added"],
            first.Items.Concat(second.Items).Select(e => e.What)
        );
        Assert.Null(second.Next);
        using var wrong = await officer.Http.GetAsync($"/api/cases/{id}/timeline?cursor=abc&size=0");
        Assert.Equal(["size", "cursor"], (await CaseClient.ErrorsAsync(wrong)).Select(e => e.Field));
    }

    [Fact]
    public async Task Who_has_no_token_or_no_part_in_matters_is_refused()
    {
        using var nobody = node.Anonymous();
        using var anonymous = await nobody.GetAsync("/api/cases");
        Assert.Equal("token-missing", await Answers.CodeAsync(anonymous));
        using var machines = node.As("XA-SMA", "operator", ["operator"], ["digital-assets"]);
        using var operating = await machines.GetAsync("/api/cases");
        Assert.Equal("role-missing", await Answers.CodeAsync(operating));
    }
}
