using System.Net;
using System.Net.Http.Json;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>A notice from its draft to the hit at a partner, as people and systems see it.</summary>
public sealed class NoticeTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Secret = "Silent Harbour Exchange";
    private static readonly string[] NotAParty = ["MSB-KNA"];
    private static readonly string[] Groups = ["market-abuse"];
    private static readonly string[] EveryRole =
    [
        Roles.Officer,
        Roles.DataSteward,
        Roles.Approver,
        Roles.Counsel,
        Roles.System,
    ];

    [Fact]
    public async Task A_refused_licence_reaches_who_is_entitled_and_hits_where_the_firm_is_known()
    {
        await node.TeachAsync();
        using var sender = Officer("XA-SMA");
        using var partner = Officer("MSA-FMA");
        var request = await partner.DraftAsync(RequestClient.Draft("About the same firm", "XB-DAC"));
        var id = await DraftAsync(sender);
        var tried = await TryAsync(sender, id);
        Assert.Equal(
            [("MSA-FMA", true), ("MSB-KNA", false), ("XB-DAC", true)],
            tried.Select(t => (t.Partner, t.Entitled))
        );
        Assert.All(tried, t => Assert.NotEmpty(t.Explanation));
        await sender.RefusedAsync("not-entitled", $"/api/notices/{id}/offer", new { to = NotAParty });
        await sender.DoAsync($"/api/notices/{id}/offer", new { });
        await node.CarryAsync(id, NoticeLetterKinds.Offer);

        var asked = await Eventually.GetAsync(
            () => Task.FromResult(node.Bus.Heard<SubjectsToCheck>().FirstOrDefault(c => c.CheckId == id)),
            c => c is not null,
            "the case files to be asked"
        );
        Assert.Equal(("lei", "529900T8BM49AURSDO55"), (asked!.Identifiers[0].Scheme, asked.Identifiers[0].Value));
        await node.Bus.SayAsync(
            new SubjectsChecked
            {
                CheckId = id,
                Authority = "MSA-FMA",
                Contacts = ["fraud"],
                At = node.Clock.GetUtcNow(),
            },
            "MSA-FMA"
        );
        var here = await WaitAsync(partner, id, s => s.Checks.Count >= 2 && s.Checks.Any(c => c.Where == "cases"));
        Assert.True(here.IsHit);
        Assert.Equal(Groups, here.Checks.Single(c => c.Where == "requests").Contacts);
        Assert.Equal(["fraud"], here.Checks.Single(c => c.Where == "cases").Contacts);
        var shown = await partner.Http.GetStringAsync($"/api/notices/{id}");
        Assert.DoesNotContain(request.ToString(), shown, StringComparison.Ordinal);
        Assert.DoesNotContain("About the same firm", shown, StringComparison.Ordinal);

        await partner.DoAsync($"/api/notices/{id}/acknowledgement", new { comment = "Known here." });
        await node.CarryAsync(id, NoticeLetterKinds.Acknowledgement);
        var there = await WaitAsync(sender, id, s => s.Recipients.Any(r => r.AcknowledgedAt is not null));
        Assert.Equal("Known here.", there.Recipients.Single(r => r.Authority == "MSA-FMA").Comment);
        await sender.DoAsync($"/api/notices/{id}/withdrawal", new { reason = "Licensed on appeal." });
        await node.CarryAsync(id, NoticeLetterKinds.Withdrawal);
        await WaitAsync(partner, id, s => s.State == "withdrawn");
        var hits = await partner.PageAsync<NoticeLine>(
            "/api/notices?hit=true&kind=licence-refused&q=delta&from=XA-SMA"
        );
        Assert.Contains(hits.Items, n => n.Id == id);
        var timeline = await partner.Http.GetStringAsync($"/api/notices/{id}/timeline");
        Assert.Contains("notice-checked", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_with_a_notice_is_said_at_once()
    {
        using var sender = Officer("XA-SMA");
        using var answer = await sender.PostAsync(
            "/api/notices",
            new
            {
                content = new
                {
                    kind = "licence-refused",
                    title = "",
                    text = "x",
                    matter = new { code = "murder", over = "derivatives" },
                    tlp = "SECRET",
                },
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [
                ("content.effective", "required"),
                ("content.matter.code", "not-in-list"),
                ("content.subjects", "required"),
                ("content.title", "required"),
                ("content.tlp", "not-in-list"),
            ],
            (await RequestClient.ErrorsAsync(answer)).Order()
        );
    }

    [Theory]
    [InlineData("XB-DAC", "market-abuse")]
    [InlineData("XA-SMA", "digital-assets")]
    public async Task Who_may_not_know_of_it_finds_nothing_on_any_route(string authority, string group)
    {
        await node.TeachAsync();
        using var sender = Officer("XA-SMA");
        var id = await DraftAsync(sender, Secret);
        using var owner = node.As("XA-SMA", "xa-officer", EveryRole, Groups);
        using var stranger = node.As(authority, "stranger", EveryRole, [group]);
        var isolation = new TenantIsolation
        {
            Routes = node.RoutesOf("/api/notices"),
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() },
            Secrets = [Secret, id.ToString()],
            Bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal)
            {
                ["PUT /api/notices/{id:guid}/content"] = () => JsonContent.Create(Content()),
                ["POST /api/notices/{id:guid}/offer"] = () => JsonContent.Create(new { }),
                ["POST /api/notices/{id:guid}/withdrawal"] = () => JsonContent.Create(new { reason = "No." }),
                ["POST /api/notices/{id:guid}/acknowledgement"] = () => JsonContent.Create(new { }),
            },
        };
        Assert.True((await isolation.HoldsAsync()).Count >= 7);
    }

    [Fact]
    public async Task An_auditor_sees_how_far_it_is_and_not_what_it_says()
    {
        await node.TeachAsync();
        using var sender = Officer("XA-SMA");
        var id = await DraftAsync(sender, Secret);
        using var auditor = new RequestClient(node.As("XA-SMA", "auditor", [Roles.Auditor], []));
        var text =
            await auditor.Http.GetStringAsync($"/api/notices/{id}")
            + await auditor.Http.GetStringAsync($"/api/notices/{id}/timeline")
            + await auditor.Http.GetStringAsync("/api/notices");
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), text, StringComparison.Ordinal);
        foreach (var filter in (string[])["q=silent", "hit=false", "kind=licence-refused"])
        {
            var found = await auditor.PageAsync<NoticeLine>($"/api/notices?{filter}");
            Assert.DoesNotContain(found.Items, n => n.Id == id);
        }
    }

    private RequestClient Officer(string authority) =>
        new(node.As(authority, $"{authority}-officer", [Roles.Officer], Groups));

    private static async Task<Guid> DraftAsync(RequestClient sender, string title = "No licence for Delta")
    {
        using var answer = await sender.PostAsync("/api/notices", new { content = Content(title) });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!.Id;
    }

    private static async Task<TriedOffer[]> TryAsync(RequestClient sender, Guid id)
    {
        using var answer = await sender.PostAsync($"/api/notices/{id}/offer/dry-run");
        return (await answer.Content.ReadFromJsonAsync<TriedOffer[]>())!;
    }

    private static Task<NoticeSheet> WaitAsync(RequestClient client, Guid id, Func<NoticeSheet, bool> holds) =>
        Eventually.GetAsync(
            async () =>
            {
                using var answer = await client.Http.GetAsync($"/api/notices/{id}");
                return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<NoticeSheet>() : null;
            },
            sheet => sheet is not null && holds(sheet),
            "the notice"
        )!;

    private static object Content(string title = "No licence for Delta") =>
        new
        {
            kind = "licence-refused",
            title,
            text = "Its owners could not be established.",
            matter = new { code = "manipulation", over = "derivatives" },
            subjects = new[]
            {
                new
                {
                    kind = "entity",
                    name = "Delta Derivatives Exchange",
                    identifiers = new[] { new { scheme = "lei", value = "529900T8BM49AURSDO55" } },
                },
            },
            effective = "2026-03-01",
        };
}
