using System.Net.Http.Json;
using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Notifications;

/// <summary>What happened, as one reader may know it: in order, without gaps, from any place on.</summary>
public sealed class FeedTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private RequestClient Of(string authority, string group, params string[] roles) =>
        new(node.As(authority, $"{authority}-{group}", roles.Length == 0 ? ["officer"] : roles, [group]));

    [Fact]
    public void Every_event_that_tells_is_read_and_every_type_is_listed()
    {
        var silent = new[]
        {
            typeof(RequestRevised),
            typeof(RequestSplit),
            typeof(AutomaticAnswerWeighed),
            typeof(AccessChanged),
            typeof(DutyFulfilled),
            typeof(LetterWritten),
            typeof(LetterTaken),
            typeof(LetterSetAside),
        };
        var all = typeof(RequestEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RequestEvent)));
        Assert.Equal(
            all.Except(silent).Select(t => t.Name).Order(),
            RequestNotifications.Source.Events.Select(t => t.Name).Order()
        );
        Assert.Distinct(FeedSource.AllTypes);
        Assert.All(FeedSource.AllTypes, type => Assert.Matches("^[a-z]+(\\.[a-z]+(-[a-z]+)*)$", type));
    }

    [Fact]
    public void A_delivery_a_stop_and_a_clock_are_told_with_what_matters()
    {
        var moved = new LetterMoved(
            Samples.SubmissionId,
            Samples.Asked,
            LetterKinds.Submission,
            "delivered",
            null,
            null,
            null,
            Samples.Noon
        );
        Assert.Equal("request.delivered", RequestNotifications.Tell(moved)!.Type);
        Assert.Equal("request.letter-stopped", RequestNotifications.Tell(moved with { State = "rejected" })!.Type);
        Assert.Null(RequestNotifications.Tell(moved with { State = "relayed" }));
        Assert.Null(RequestNotifications.Tell(moved with { Kind = LetterKinds.Answer }));
        Assert.Equal(
            new Notice("request.due-soon", "answer"),
            RequestNotifications.Tell(new ClockWarned("answer", Samples.Asked, Samples.Noon, Samples.Noon))
        );
    }

    [Fact]
    public async Task Both_sides_are_told_in_order_and_a_cursor_goes_on_where_it_stands()
    {
        await node.TeachAsync();
        using var asker = Of("XA-SMA", "feed-order");
        using var asked = Of("MSA-FMA", "market-abuse");
        var id = await asker.AskAsync();
        await node.CarryAsync(id, LetterKinds.Submission);
        await asked.StateAsync(id, "delivered");
        await asked.DoAsync($"/api/requests/{id}/acknowledgement");

        var first = await TypesAsync(asker, id, "request.delivered");
        Assert.Equal(["request.drafted", "request.submitted", "request.delivered"], first.Select(e => e.Type));
        Assert.Equal(
            ["request.received", "request.acknowledged"],
            (await TypesAsync(asked, id, "request.acknowledged")).Select(e => e.Type)
        );
        Assert.Equal(("asker", "MSA-FMA"), (first[0].Side, first[0].Partner));

        var page = await asker.EventsAsync($"after={first[0].Cursor}&limit=1");
        Assert.Equal([first[1].Id], page.Items.Select(e => e.Id));
        Assert.Equal(first[1].Cursor, page.Items[0].Cursor);
        var rest = await asker.EventsAsync($"after={page.Next}");
        Assert.Equal([first[2].Id], rest.Items.Where(e => e.Clock is null).Select(e => e.Id));
        Assert.Empty((await asker.EventsAsync($"after={rest.Next}")).Items);
    }

    [Fact]
    public async Task What_a_reader_may_not_know_is_absent_and_no_cursor_tells_of_it()
    {
        await node.TeachAsync();
        using var colleague = Of("XA-SMA", "feed-other", Roles.System);
        var before = await colleague.EventsAsync("");
        using var officer = Of("XA-SMA", "feed-secret");
        var id = await officer.AskAsync();
        await TypesAsync(officer, id, "request.submitted");

        var after = await colleague.EventsAsync($"after={before.Next}");
        Assert.Empty(after.Items);
        Assert.NotEqual(before.Next, (await colleague.EventsAsync("")).Next);
        Assert.NotEqual((await colleague.EventsAsync("")).Next, (await colleague.EventsAsync("")).Next);
        using var stranger = Of("XB-DAC", "feed-secret", Roles.System, Roles.Auditor);
        Assert.DoesNotContain((await stranger.EventsAsync("limit=500")).Items, e => e.Subject == id);
        using var foreign = await stranger.Http.GetAsync($"/api/events?after={before.Next}");
        Assert.Equal([("after", "not-a-cursor")], await RequestClient.ErrorsAsync(foreign));
        using var auditor = Of("XA-SMA", "none", Roles.Auditor);
        Assert.Contains((await auditor.EventsAsync("limit=500")).Items, e => e.Subject == id);
        using var keeper = Of("XA-SMA", "feed-secret", Roles.Operator);
        using var refused = await keeper.Http.GetAsync("/api/events");
        Assert.Equal("role-missing", await Answers.CodeAsync(refused));
    }

    [Fact]
    public async Task An_event_that_commits_late_is_never_passed_by()
    {
        await node.TeachAsync();
        using var officer = Of("XA-SMA", "feed-late");
        await using var blocker = await node.Node.ConnectAsync("data-sharing");
        await using var hold = blocker.CreateCommand();

        // A transaction that has drawn its number and not committed.
        hold.CommandText = "begin; select nextval('store.mt_events_sequence')";
        await hold.ExecuteScalarAsync();
        var id = await officer.DraftAsync();
        var page = await officer.EventsAsync("");
        Assert.DoesNotContain(page.Items, e => e.Subject == id);
        hold.CommandText = "rollback";
        await hold.ExecuteNonQueryAsync();
        Assert.Single(await TypesAsync(officer, id, "request.drafted"));
    }

    [Theory]
    [InlineData("after=nonsense", "after")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAA", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    public async Task What_is_no_cursor_is_refused(string query, string field)
    {
        using var officer = Of("XA-SMA", "market-abuse");
        using var answer = await officer.Http.GetAsync($"/api/events?{query}");
        Assert.Equal([field], (await RequestClient.ErrorsAsync(answer)).Select(e => e.Field));
    }

    private static async Task<List<FeedEntry>> TypesAsync(RequestClient client, Guid id, string until) =>
        await Eventually.GetAsync(
            async () =>
                (await client.EventsAsync("limit=500")).Items.Where(e => e.Subject == id && e.Clock is null).ToList(),
            found => found.Any(e => e.Type == until),
            until
        );
}
