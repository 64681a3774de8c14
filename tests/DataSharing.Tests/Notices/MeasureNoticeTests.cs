using System.Net.Http.Json;
using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.DataSharing.Notices.Inbound;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Notices;

/// <summary>Measures that took effect, as drafts of notices.</summary>
public sealed class MeasureNoticeTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    [Theory]
    [InlineData("freeze", "measure")]
    [InlineData("trading-suspension", "measure")]
    [InlineData("cease-order", "measure")]
    [InlineData("takedown", "measure")]
    [InlineData("fine", "sanction")]
    [InlineData("warning", "warning")]
    [InlineData("licence-suspension", "licence-changed")]
    [InlineData("licence-withdrawal", "licence-withdrawn")]
    public void Each_kind_of_measure_is_a_kind_of_notice(string measure, string notice) =>
        Assert.Equal(notice, DraftMeasureNotice.ContentOf(Executed(measure)).Kind);

    [Fact]
    public void The_notice_says_whom_since_when_and_under_which_title()
    {
        var content = DraftMeasureNotice.ContentOf(Executed("freeze"));
        Assert.Equal("Freeze of assets: Delta Derivatives Exchange", content.Title);
        Assert.Equal("Freeze of assets under XA/F/1, in effect since 2026-03-02.", content.Text);
        Assert.Equal(("2026-03-02", "XA/F/1", "TLP:AMBER"), (content.Effective, content.TheirTitle, content.Tlp));
        Assert.Equal(
            ("lei", "529900T8BM49AURSDO55"),
            (content.Subjects[0].Identifiers[0].Scheme, content.Subjects[0].Identifiers[0].Value)
        );
        Assert.Equal(200, DraftMeasureNotice.ContentOf(Executed("freeze", new string('x', 300))).Title.Length);
    }

    [Fact]
    public async Task A_measure_told_twice_is_one_draft_for_its_own_people_alone()
    {
        var told = Executed("freeze");
        for (var i = 0; i < 2; i++)
        {
            await node.Bus.SayAsync(told, told.Authority);
        }

        using var member = node.As(told.Authority, "xa-member", [Roles.Officer], ["markets"]);
        using var other = node.As(told.Authority, "xa-other", [Roles.Officer], ["insurance"]);
        var path = $"/api/notices/{DraftMeasureNotice.IdOf(told)}";
        await Eventually.HoldsAsync(async () => (await member.GetAsync(path)).IsSuccessStatusCode, "the draft");
        var sheet = await member.GetFromJsonAsync<NoticeSheet>(path);
        Assert.Equal(("draft", 1, "measure"), (sheet!.State, (int)sheet.Version, sheet.Content!.Kind));
        using var hidden = await other.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);

        // Another measure, told after them, shows that both have been taken.
        var next = told with
        {
            Measure = "m2",
        };
        await node.Bus.SayAsync(next, next.Authority);
        var nextPath = $"/api/notices/{DraftMeasureNotice.IdOf(next)}";
        await Eventually.HoldsAsync(
            async () => (await member.GetAsync(nextPath)).IsSuccessStatusCode,
            "the next draft"
        );
        Assert.Equal(1, (await member.GetFromJsonAsync<NoticeSheet>(path))!.Version);
    }

    private static MeasureExecuted Executed(string kind, string name = "Delta Derivatives Exchange") =>
        new()
        {
            ActionId = Guid.Parse("019cae00-0000-7000-8000-000000000300"),
            Authority = "XA-SMA",
            Measure = "m1",
            Kind = kind,
            Matter = new("manipulation", "derivatives", "yes", null, null),
            Subjects = [new("entity", name, [new("lei", "529900T8BM49AURSDO55")])],
            TitleNumber = "XA/F/1",
            EffectiveOn = "2026-03-02",
            Tlp = "TLP:AMBER",
            Groups = ["markets"],
            Members = [],
            At = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
        };
}
