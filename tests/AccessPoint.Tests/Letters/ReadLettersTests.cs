using System.Net.Http.Json;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class ReadLettersTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.TeachAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pages_hold_every_letter_once_newest_first_even_if_many_were_sent_at_one_instant()
    {
        var matter = Guid.CreateVersion7();
        var now = fixture.Clock.GetUtcNow();
        var instants = Enumerable.Range(0, 7).Select(i => now.AddMinutes(-(i / 3))).ToList();
        var sent = instants
            .Select(at =>
                AccessPointFixture.Dispatch("XA-SMA", "MSB-KNA") with
                {
                    ConversationId = matter,
                    SubmittedAt = at,
                }
            )
            .ToList();
        foreach (var dispatch in sent)
        {
            await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        }

        using var http = fixture.As("XA-SMA", "officer-7", [Roles.Officer], ["markets"]);
        await Eventually.HoldsAsync(
            async () => (await PageAsync(http, $"?conversation={matter}")).Items.Count == sent.Count,
            "all letters in the list"
        );
        var read = new List<LetterSummary>();
        for (string? next = ""; next is not null; )
        {
            var page = await PageAsync(http, $"?conversation={matter}&size=2&cursor={next}");
            Assert.InRange(page.Items.Count, 1, 2);
            read.AddRange(page.Items);
            next = page.Next;
        }

        Assert.Equal(sent.Select(d => d.LetterId).Order(), read.Select(l => l.LetterId).Order());
        Assert.Equal(
            read.OrderByDescending(l => l.SubmittedAt).Select(l => l.SubmittedAt),
            read.Select(l => l.SubmittedAt)
        );
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var out1 = AccessPointFixture.Dispatch("MSA-FMA", "XB-DAC");
        var out2 = AccessPointFixture.Dispatch("MSA-FMA", "MSB-KNA") with { Kind = "request.new" };
        var in1 = AccessPointFixture.Dispatch("XB-DAC", "MSA-FMA");
        foreach (var dispatch in (Contracts.AccessPoint.V1.DispatchLetter[])[out1, out2, in1])
        {
            await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        }

        await fixture.LifeInAsync("MSA-FMA", out1.LetterId, "delivered");
        await fixture.LifeInAsync("MSA-FMA", out2.LetterId, "rejected");
        await fixture.LifeInAsync("MSA-FMA", in1.LetterId, "delivered");
        using var http = fixture.As("MSA-FMA", "auditor", [Roles.Auditor]);
        Assert.Equal(Ids(out1.LetterId, out2.LetterId), await IdsAsync(http, "?direction=outbound"));
        Assert.Equal(Ids(in1.LetterId), await IdsAsync(http, "?direction=inbound"));
        Assert.Equal(Ids(out2.LetterId), await IdsAsync(http, "?state=rejected"));
        Assert.Equal(Ids(out1.LetterId, in1.LetterId), await IdsAsync(http, "?counterpart=XB-DAC"));
        Assert.Equal(Ids(out2.LetterId), await IdsAsync(http, "?kind=request.new"));
        Assert.Equal(Ids(in1.LetterId), await IdsAsync(http, $"?conversation={in1.ConversationId}"));
        Assert.Empty(await IdsAsync(http, "?state=rejected&direction=inbound"));
        Assert.Empty(await IdsAsync(http, "?kind=none.such"));
    }

    [Theory]
    [InlineData("?size=0", "size")]
    [InlineData("?size=201", "size")]
    [InlineData("?direction=sideways", "direction")]
    [InlineData("?cursor=%20", "cursor")]
    [InlineData("?cursor=bnVsbA", "cursor")]
    [InlineData("?cursor=not-a-cursor", "cursor")]
    [InlineData("?state=%00", "state")]
    [InlineData("?kind=a%00b", "kind")]
    [InlineData("?counterpart=%1B", "counterpart")]
    public async Task A_bad_filter_is_told_by_its_field(string query, string field)
    {
        using var http = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        using var answer = await http.GetAsync(new Uri($"/api/letters{query}", UriKind.Relative));
        Assert.Equal("invalid-input", await Answers.CodeAsync(answer));
        Assert.Contains($"\"field\":\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2026-03-02")]
    [InlineData("")]
    public async Task A_cursor_that_was_forged_well_is_told_all_the_same(string key)
    {
        var forged = new Cursor(key, Guid.CreateVersion7()).ToString();
        using var http = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        using var answer = await http.GetAsync(new Uri($"/api/letters?cursor={forged}", UriKind.Relative));
        Assert.Equal("invalid-input", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task A_cursor_with_an_instant_of_another_zone_is_only_an_instant()
    {
        var forged = new Cursor("2026-03-02T12:00:00.0000000+02:00", Guid.CreateVersion7()).ToString();
        using var http = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        using var answer = await http.GetAsync(new Uri($"/api/letters?cursor={forged}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?size=many")]
    [InlineData("?conversation=7")]
    public async Task A_filter_of_the_wrong_kind_is_a_bad_request(string query)
    {
        using var http = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        using var answer = await http.GetAsync(new Uri($"/api/letters{query}", UriKind.Relative));
        Assert.Equal("request-malformed", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task The_frozen_decision_is_shown_whole()
    {
        var dispatch = AccessPointFixture.Dispatch("XA-SMA", "XB-DAC");
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync("XA-SMA", dispatch.LetterId, "delivered");
        using var http = fixture.As("XA-SMA", "officer-7", [Roles.Officer], ["markets"]);
        var text = await http.GetStringAsync(new Uri($"/api/letters/{dispatch.LetterId}/decision", UriKind.Relative));
        Assert.Equal("test-mou", TreatyLaw.DecisionJson.Read(text).Basis);
    }

    [Fact]
    public async Task Operators_see_no_letters_and_staff_see_no_operations()
    {
        using var machines = fixture.As("XA-SMA", "operator", [Roles.Operator], ["markets"]);
        using var letters = await machines.GetAsync(new Uri("/api/letters", UriKind.Relative));
        Assert.Equal("role-missing", await Answers.CodeAsync(letters));
        using var staff = fixture.As("XA-SMA", "officer-7", Roles.Staff, ["markets"]);
        using var parked = await staff.GetAsync(new Uri("/api/operations/parked", UriKind.Relative));
        Assert.Equal("role-missing", await Answers.CodeAsync(parked));
    }

    [Fact]
    public async Task Nothing_of_an_authoritys_letters_shows_to_another()
    {
        var dispatch = AccessPointFixture.Dispatch("XA-SMA", AccessPointFixture.Elsewhere) with
        {
            Kind = "case.none-of-your-business",
        };
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync("XA-SMA", dispatch.LetterId, "accepted");
        using var owner = fixture.AsEveryRole("XA-SMA", "markets");
        using var stranger = fixture.AsEveryRole("XB-DAC", "markets");
        var exercised = await new TenantIsolation
        {
            Routes = fixture.Routes,
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["letterId"] = dispatch.LetterId.ToString(),
            },
            Secrets = [dispatch.LetterId.ToString(), dispatch.Kind, dispatch.ConversationId.ToString()],
        }.HoldsAsync();
        Assert.Contains("GET /api/letters/{letterId:guid}", exercised);
    }

    private static async Task<Page<LetterSummary>> PageAsync(HttpClient http, string query) =>
        (await http.GetFromJsonAsync<Page<LetterSummary>>($"/api/letters{query}"))!;

    private static IEnumerable<Guid> Ids(params Guid[] ids) => ids.Order();

    private static async Task<IEnumerable<Guid>> IdsAsync(HttpClient http, string query) =>
        (await PageAsync(http, query)).Items.Select(l => l.LetterId).Order();
}
