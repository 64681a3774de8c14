using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.DataSharing.Tests.Webhooks;

/// <summary>Deliveries to an agency's system: what, in which order, how often, and to whom not.</summary>
public sealed class DeliveryTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] Foreign = ["hook-c"];
    private static readonly string[] Eaten = ["request.eaten"];

    private RequestClient Of(string group, params string[] roles) =>
        new(node.As("XA-SMA", $"xa-{group}", roles.Length == 0 ? ["officer"] : roles, [group]));

    private RequestClient Steward(string group) => Of(group, Roles.DataSteward);

    [Fact]
    public async Task What_happens_is_delivered_in_order_and_signed_and_the_secret_is_shown_once()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var steward = Steward("hook-plain");
        using var officer = Of("hook-plain");
        var hook = await RegisterAsync(steward, receiver.Url);
        var id = await officer.AskAsync();
        var got = await receiver.WaitAsync(2, "two deliveries");
        Assert.Equal(["request.drafted", "request.submitted"], got.Select(g => g.Type));
        Assert.All(got, g => Assert.Equal(id, g.Subject));
        var feed = await officer.EventsAsync("limit=500");
        Assert.Equal(feed.Items.Select(e => e.Id.ToString()), got.Select(g => g.Id));
        Assert.All(got, g => Assert.Equal(Signature(hook.Secret, g), g.Signature));
        Assert.DoesNotContain("Wash trades", string.Concat(got.Select(g => g.Body)), StringComparison.Ordinal);

        var shown = await steward.Http.GetStringAsync($"/api/webhooks/{hook.Id}");
        var kept = await node.Node.SqlAsync(
            "data-sharing",
            "select string_agg(data::text, ' ') from store.mt_events where type like 'webhook%'"
        );
        Assert.DoesNotContain(hook.Secret["whsec_".Length..], shown + kept, StringComparison.Ordinal);
        var tries = await AttemptsAsync(steward, hook.Id, a => a.Items.Count == 2);
        Assert.All(tries.Items, a => Assert.Equal((200, null, 1), (a.Status, a.Reason, a.Number)));
    }

    [Fact]
    public async Task An_entry_that_is_not_taken_holds_the_others_and_is_tried_again_by_the_schedule()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Results.StatusCode(500);
        using var steward = Steward("hook-retry");
        using var officer = Of("hook-retry");
        var hook = await RegisterAsync(steward, receiver.Url);
        await officer.AskAsync();
        var failed = await AttemptsAsync(steward, hook.Id, a => a.Items.Count == 1);
        Assert.Equal(("status-500", 500), (failed.Items[0].Reason, failed.Items[0].Status));
        Assert.NotNull(failed.NextAt);

        receiver.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "600";
            return Results.StatusCode(503);
        };
        await LaterAsync(
            TimeSpan.FromSeconds(10),
            async () =>
            {
                var again = await AttemptsAsync(steward, hook.Id, a => a.Items.Count == 2);
                Assert.InRange(
                    again.NextAt!.Value - again.Items[0].At,
                    TimeSpan.FromSeconds(595),
                    TimeSpan.FromMinutes(11)
                );
                receiver.Answer = (_, _) => Results.NoContent();
                await LaterAsync(
                    TimeSpan.FromMinutes(11),
                    async () => await AttemptsAsync(steward, hook.Id, a => a.Items.Count >= 4)
                );
            }
        );
        Assert.Equal(
            ["request.drafted", "request.drafted", "request.drafted", "request.submitted"],
            receiver.All.Take(4).Select(g => g.Type)
        );
        Assert.Single(receiver.All.Take(3).Select(g => g.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_fails_for_days_is_left_alone_until_it_is_resumed()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Results.Redirect("http://127.0.0.1:1/");
        using var steward = Steward("hook-days");
        using var officer = Of("hook-days");
        using var keeper = Of("none", Roles.Operator);
        var hook = await RegisterAsync(steward, receiver.Url);
        await officer.DraftAsync();
        var days = TimeSpan.Zero;
        try
        {
            for (var count = 1; count <= 10; count++)
            {
                await AttemptsAsync(steward, hook.Id, a => a.Items.Count == count);
                node.Clock.Advance(TimeSpan.FromHours(25));
                days += TimeSpan.FromHours(25);
            }
        }
        finally
        {
            node.Clock.Advance(-days);
        }

        // The attempt is on record first; that the webhook fails is decided after it.
        await Eventually.HoldsAsync(
            async () => (await ListAsync(keeper, "?state=failing")).Any(w => w.Id == hook.Id),
            "the webhook to fail"
        );
        var failing = (await ListAsync(keeper, "?state=failing")).Single(w => w.Id == hook.Id);
        Assert.Equal("redirected", failing.FailureReason);
        Assert.Equal(10, receiver.All.Count);
        receiver.Answer = (_, _) => Results.Ok();
        await keeper.DoAsync($"/api/webhooks/{hook.Id}/resume");
        await receiver.WaitAsync(11, "the entry that was not taken");
        Assert.DoesNotContain(await ListAsync(keeper, "?state=failing"), w => w.Id == hook.Id);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_not_called_again()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Results.StatusCode(410);
        using var steward = Steward("hook-gone");
        using var officer = Of("hook-gone");
        var hook = await RegisterAsync(steward, receiver.Url);
        await officer.AskAsync();
        await Eventually.HoldsAsync(
            async () => (await ListAsync(steward, "")).Single(w => w.Id == hook.Id).State == "failing",
            "the webhook to fail"
        );
        Assert.Equal("gone", (await ListAsync(steward, "")).Single(w => w.Id == hook.Id).FailureReason);
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task A_replay_delivers_again_from_a_cursor_under_the_same_ids()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var steward = Steward("hook-replay");
        using var officer = Of("hook-replay");
        await officer.AskAsync();
        await officer.AskAsync();
        var hook = await RegisterAsync(steward, receiver.Url, after: "start");
        var first = await receiver.WaitAsync(4, "everything");
        var second = (await officer.EventsAsync("limit=500")).Items[1];
        await steward.DoAsync($"/api/webhooks/{hook.Id}/replay", new { after = second.Cursor });
        var all = await receiver.WaitAsync(6, "what came after the second");
        Assert.Equal(first.Skip(2).Select(g => g.Id), all.Skip(4).Select(g => g.Id));
        await steward.RefusedAsync("invalid-input", $"/api/webhooks/{hook.Id}/replay", new { after = "yesterday" });
    }

    [Fact]
    public async Task What_happens_during_a_pause_is_delivered_after_it()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var steward = Steward("hook-pause");
        using var officer = Of("hook-pause");
        var hook = await RegisterAsync(steward, receiver.Url, ["request.submitted"]);
        await steward.DoAsync($"/api/webhooks/{hook.Id}/pause");
        var id = await officer.AskAsync();
        await Eventually.HoldsAsync(
            async () => (await officer.EventsAsync("")).Items.Any(e => e.Type == "request.submitted"),
            "the feed to tell"
        );
        Assert.Empty(receiver.All);
        await steward.DoAsync($"/api/webhooks/{hook.Id}/resume");
        Assert.Equal(
            (id, "request.submitted"),
            ((await receiver.WaitAsync(1, "one"))[0].Subject, receiver.All.Single().Type)
        );
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var steward = Steward("hook-rotate");
        var hook = await RegisterAsync(steward, receiver.Url);
        using var answer = await steward.PostAsync($"/api/webhooks/{hook.Id}/rotation", key: "rotate-once");
        var rotated = (await answer.Content.ReadFromJsonAsync<WebhookSecret>())!;
        using var again = await steward.PostAsync($"/api/webhooks/{hook.Id}/rotation", key: "rotate-once");
        Assert.DoesNotContain("whsec", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await steward.PostAsync($"/api/webhooks/{hook.Id}/test");
        var got = receiver.All.Single();
        Assert.Equal($"{Signature(rotated.Secret, got)} {Signature(hook.Secret, got)}", got.Signature);
        await LaterAsync(TimeSpan.FromHours(25), () => steward.PostAsync($"/api/webhooks/{hook.Id}/test"));
        Assert.Equal(Signature(rotated.Secret, receiver.All.Last()), receiver.All.Last().Signature);
    }

    [Fact]
    public async Task A_test_tells_what_the_receiver_said_and_no_more_than_a_kilobyte_of_it()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, _) => Results.Text(new string('x', 100_000), statusCode: 202);
        using var steward = Steward("hook-test");
        using var keeper = Of("none", Roles.Operator);
        var hook = await RegisterAsync(steward, receiver.Url);
        var said = await TestAsync(keeper, hook.Id);
        Assert.Equal((true, 202, null, 1024), (said.Taken, said.Status, said.Reason, said.Answer.Length));
        Assert.Equal("webhook.test", receiver.All.Single().Type);
        receiver.Answer = (_, http) =>
        {
            http.RequestAborted.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
            return Results.Ok();
        };
        said = await TestAsync(keeper, hook.Id);
        Assert.Equal((false, null, "timed-out"), (said.Taken, said.Status, said.Reason));
        await receiver.DisposeAsync();
        Assert.Equal("no-answer", (await TestAsync(keeper, hook.Id)).Reason);
    }

    [Fact]
    public async Task A_webhook_is_told_what_its_groups_may_know_and_no_more()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var steward = new RequestClient(node.As("XA-SMA", "two", [Roles.DataSteward], ["hook-a", "hook-b"]));
        await RegisterAsync(steward, receiver.Url, groups: ["hook-b"]);
        using var hidden = Of("hook-a");
        using var shown = Of("hook-b");
        await hidden.AskAsync();
        var id = await shown.DraftAsync();
        await receiver.WaitAsync(1, "what it may know");
        Assert.Equal(id, receiver.All.Single().Subject);
        await steward.RefusedAsync("invalid-input", "/api/webhooks", new { url = receiver.Url, groups = Foreign });
        using var groupless = new RequestClient(node.As("XA-SMA", "nobody", [Roles.System], []));
        await groupless.RefusedAsync("invalid-input", "/api/webhooks", new { url = receiver.Url });
    }

    [Fact]
    public async Task Two_replicas_deliver_each_entry_once()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var second = ActivatorUtilities.CreateInstance<Deliveries>(
            node.Services,
            ActivatorUtilities.CreateInstance<DeliverEntries>(node.Services)
        );
        await second.StartAsync(CancellationToken.None);
        using var steward = Steward("hook-two");
        using var officer = Of("hook-two");
        await RegisterAsync(steward, receiver.Url);
        for (var i = 0; i < 15; i++)
        {
            await officer.AskAsync();
        }

        await receiver.WaitAsync(30, "thirty deliveries");
        await second.StopAsync(CancellationToken.None);
        Assert.Equal(
            (await officer.EventsAsync("limit=30")).Items.Select(e => e.Id.ToString()),
            receiver.All.Take(30).Select(g => g.Id)
        );
    }

    [Fact]
    public async Task Who_does_not_keep_webhooks_or_names_a_bad_address_is_refused()
    {
        using var officer = Of("hook-role");
        await officer.RefusedAsync("role-missing", "/api/webhooks", new { url = "https://hooks.example.org" });
        using var steward = Steward("hook-role");
        using var answer = await steward.PostAsync(
            "/api/webhooks",
            new
            {
                url = "http://hooks.example.org",
                types = Eaten,
                after = "yesterday",
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            [("after", "not-a-cursor"), ("types[0]", "not-in-list"), ("url", "not-https")],
            (await RequestClient.ErrorsAsync(answer)).Order()
        );
    }

    [Fact]
    public async Task Another_authority_finds_no_webhook_on_any_route()
    {
        await using var receiver = await Receiver.StartAsync();
        using var steward = Steward("hook-tenant");
        var hook = await RegisterAsync(steward, receiver.Url);
        using var owner = node.AsEveryRole("XA-SMA", "hook-tenant");
        using var stranger = node.AsEveryRole("XB-DAC", "hook-tenant");
        var isolation = new TenantIsolation
        {
            Routes =
            [
                .. node.Routes.Where(r =>
                    r.RoutePattern.RawText!.StartsWith("/api/webhooks", StringComparison.Ordinal)
                ),
            ],
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = hook.Id.ToString() },
            Secrets = [hook.Id.ToString(), receiver.Url],
            Bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal)
            {
                ["POST /api/webhooks/{id:guid}/replay"] = () => JsonContent.Create(new { after = FeedCursors.Start }),
            },
        };
        Assert.True((await isolation.HoldsAsync()).Count >= 8);
    }

    private async Task LaterAsync(TimeSpan by, Func<Task> act)
    {
        node.Clock.Advance(by);
        try
        {
            await act();
        }
        finally
        {
            node.Clock.Advance(-by);
        }
    }

    private static async Task<WebhookSecret> RegisterAsync(
        RequestClient steward,
        string url,
        string[]? types = null,
        string[]? groups = null,
        string? after = null
    )
    {
        using var answer = await steward.PostAsync(
            "/api/webhooks",
            new
            {
                url,
                types,
                groups,
                after,
            }
        );
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var hook = (await answer.Content.ReadFromJsonAsync<WebhookSecret>())!;
        Assert.Equal($"/api/webhooks/{hook.Id}", answer.Headers.Location?.ToString());
        return hook;
    }

    private static string Signature(string secret, Got got) =>
        StandardSignature.Of(Convert.FromBase64String(secret["whsec_".Length..]), got.Id, got.Timestamp, got.Body);

    private static async Task<AttemptsSheet> AttemptsAsync(
        RequestClient client,
        Guid id,
        Func<AttemptsSheet, bool> holds
    ) =>
        Read(
            await Eventually.GetAsync(
                async () => await client.Http.GetStringAsync($"/api/webhooks/{id}/attempts"),
                text => holds(Read(text)),
                "the attempts"
            )
        );

    private static AttemptsSheet Read(string text) =>
        JsonSerializer.Deserialize<AttemptsSheet>(text, JsonSerializerOptions.Web)!;

    private static async Task<List<WebhookSheet>> ListAsync(RequestClient client, string query) =>
        (await client.Http.GetFromJsonAsync<List<WebhookSheet>>($"/api/webhooks{query}"))!;

    private static async Task<TrialResult> TestAsync(RequestClient client, Guid id)
    {
        using var answer = await client.PostAsync($"/api/webhooks/{id}/test");
        return (await answer.Content.ReadFromJsonAsync<TrialResult>())!;
    }
}
