using System.Globalization;
using CaseCoordination.Client;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Tests.Webhooks;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Client;

/// <summary>An agency's system lives through a request with the typed client alone.</summary>
public sealed class ClientTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private CooperationClient Of(string authority, string group, params string[] roles) =>
        new(
            node.As(
                authority,
                $"{authority}-{group}",
                roles.Length == 0 ? [Roles.System, Roles.Officer] : roles,
                [group]
            )
        );

    [Fact]
    public async Task A_request_lives_from_draft_to_closing_and_is_counted()
    {
        await node.TeachAsync();
        using var asker = Of("XA-SMA", "typed-life");
        using var asked = Of("MSA-FMA", "market-abuse");
        var id = (await asker.Requests.DraftAsync(Draft("First"), "typed-draft")).Id;
        Assert.Equal(id, (await asker.Requests.DraftAsync(Draft("First"), "typed-draft")).Id);
        var draft = (await asker.Requests.FindAsync(id))!;
        Assert.Equal("facts-and-purpose", draft.Content!.Fields[0].Field);
        await asker.Requests.ReviseAsync(id, Draft("Wash trades").Content, draft.Version);
        var late = await Assert.ThrowsAsync<ApiProblemException>(() =>
            asker.Requests.ReviseAsync(id, Draft("Late").Content, draft.Version)
        );
        Assert.Equal((412, "version-changed"), (late.Status, late.Code));
        await asker.Requests.SubmitAsync(id);
        await node.CarryAsync(id, LetterKinds.Submission);
        await StateAsync(asked, id, "delivered");
        await asked.Requests.AcknowledgeAsync(id);
        await asked.Requests.AskClarificationAsync(id, "Which accounts?");
        await node.CarryAsync(id, LetterKinds.ClarificationAsked);
        await WaitAsync(asker, id, f => f.IsPaused);
        await asker.Requests.ClarifyAsync(id, 1, "Those two.");
        await node.CarryAsync(id, LetterKinds.ClarificationGiven);
        await WaitAsync(asked, id, f => f.Clarifications is [{ Reply: "Those two." }]);
        await asked.Requests.AcceptAsync(id);
        await asked.Requests.AnswerInPartAsync(id, "The first account.");
        await asked.Requests.AnswerAsync(id, "Both accounts.");
        await node.CarryAsync(id, LetterKinds.Answer);
        Assert.Equal("Both accounts.", (await StateAsync(asker, id, "answered")).Answer!.Text);
        var missing = await Assert.ThrowsAsync<ApiProblemException>(() => asker.Requests.CloseAsync(id));
        Assert.Equal(("rating-missing", "timeliness"), (missing.Code, missing.Field));
        await asker.Requests.CloseAsync(id, 5, 4, "Thank you.");

        var line = Assert.Single((await asker.Statistics.RequestsAsync(new() { Side = "asker" })).Lines);
        Assert.Equal((1, 5.0, 1), (line.Answered, line.Timeliness, line.Clarifications));
        Assert.Contains(
            "MSA-FMA,test-mou,asker,1",
            await asker.Statistics.RequestsAsCsvAsync(),
            StringComparison.Ordinal
        );
        Assert.Null(await asker.Requests.FindAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Lists_are_read_over_their_pages()
    {
        await node.TeachAsync();
        using var client = Of("XA-SMA", "typed-list");
        for (var i = 0; i < 5; i++)
        {
            await client.Requests.DraftAsync(Draft(string.Create(CultureInfo.InvariantCulture, $"Number {i}")));
        }

        var titles = await client
            .Requests.ListAsync(new() { State = "draft", Size = 2 })
            .Select(l => l.Title)
            .ToListAsync();
        Assert.Equal(["Number 4", "Number 3", "Number 2", "Number 1", "Number 0"], titles);
    }

    [Fact]
    public async Task Events_are_read_by_page_and_as_they_happen()
    {
        await node.TeachAsync();
        using var client = Of("XA-SMA", "typed-events");
        var first = (await client.Requests.DraftAsync(Draft("Before"))).Id;
        var page = await Eventually.GetAsync(
            () => client.Events.PageAsync(),
            p => p.Items.Count == 1,
            "the first entry"
        );
        Assert.Equal((first, "request.drafted"), (page.Items[0].Subject, page.Items[0].Type));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var stream = client.Events.StreamAsync(page.Next, end.Token).GetAsyncEnumerator(end.Token);
        await using var live = client.Events.StreamAsync(cancellation: end.Token).GetAsyncEnumerator(end.Token);
        var next = live.MoveNextAsync();
        await Task.Delay(500, end.Token);
        var second = (await client.Requests.DraftAsync(Draft("After"))).Id;
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(second, stream.Current.Subject);
        Assert.True(await next);
        Assert.Equal(second, live.Current.Subject);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.MoveNextAsync());
    }

    [Fact]
    public async Task A_webhook_is_kept_and_its_deliveries_verified()
    {
        await node.TeachAsync();
        await using var receiver = await Receiver.StartAsync();
        using var client = Of("XA-SMA", "typed-hook");
        var hook = await client.Webhooks.RegisterAsync(
            new()
            {
                Url = new Uri(receiver.Url),
                Description = "Case system",
                Types = ["request.drafted"],
            },
            "typed-hook"
        );
        Assert.Null(
            (
                await client.Webhooks.RegisterAsync(
                    new()
                    {
                        Url = new Uri(receiver.Url),
                        Description = "Case system",
                        Types = ["request.drafted"],
                    },
                    "typed-hook"
                )
            ).Secret
        );
        Assert.True((await client.Webhooks.TestAsync(hook.Id)).Taken);
        await client.Requests.DraftAsync(Draft("Told"));
        var got = await receiver.WaitAsync(2, "the trial and the entry");
        Assert.All(
            got,
            g =>
                Assert.True(
                    WebhookSignature.Verify(
                        hook.Secret!,
                        g.Id,
                        g.Timestamp.ToString(CultureInfo.InvariantCulture),
                        g.Signature,
                        g.Body,
                        node.Clock.GetUtcNow()
                    )
                )
        );
        Assert.NotNull((await client.Webhooks.RotateAsync(hook.Id)).Secret);
        await client.Webhooks.ReplayAsync(hook.Id, "start");
        await receiver.WaitAsync(3, "the entry again");
        await client.Webhooks.PauseAsync(hook.Id);
        Assert.Equal("paused", (await client.Webhooks.FindAsync(hook.Id))!.State);
        await client.Webhooks.ResumeAsync(hook.Id);
        Assert.Contains(await client.Webhooks.ListAsync("active"), w => w.Id == hook.Id);
        Assert.NotEmpty((await client.Webhooks.AttemptsAsync(hook.Id)).Items);
        await client.Webhooks.RemoveAsync(hook.Id);
        Assert.Null(await client.Webhooks.FindAsync(hook.Id));
    }

    private static NewRequest Draft(string title) =>
        new()
        {
            To = ["MSA-FMA"],
            Content = new RequestContent
            {
                Title = title,
                Matters = [new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30")],
                Assistance = ["info.files"],
                Fields = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["facts-and-purpose"] = "Two accounts trade with each other.",
                },
                Subjects = [new("entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
            },
        };

    private static Task<RequestFile> StateAsync(CooperationClient client, Guid id, string state) =>
        WaitAsync(client, id, f => f.State == state);

    private static async Task<RequestFile> WaitAsync(
        CooperationClient client,
        Guid id,
        Func<RequestFile, bool> holds
    ) =>
        (
            await Eventually.GetAsync(
                () => client.Requests.FindAsync(id),
                f => f is not null && holds(f),
                "the request"
            )
        )!;
}
