using CaseCoordination.DataSharing.Webhooks;
using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Webhooks;

/// <summary>What is decided on a webhook, and how far its deliveries are.</summary>
public sealed class WebhookTests
{
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-0000000000cc");
    private static readonly DateTimeOffset Noon = Samples.Noon;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)];
    private static readonly WebhookRegistered Registered = new(
        Id,
        "XA-SMA",
        "https://hooks.example.org/in",
        ["request.received"],
        "Case system",
        ["market-abuse"],
        "sealed",
        7,
        "steward",
        Noon
    );

    private static Given<Webhook, WebhookEvent> Given(params WebhookEvent[] more) => new([Registered, .. more]);

    [Fact]
    public void It_is_registered_once() =>
        new Given<Webhook, WebhookEvent>()
            .When(w =>
                RegisterWebhook.Decide(
                    w,
                    new(
                        Id,
                        Registered.Authority,
                        Registered.Url,
                        Registered.Types,
                        Registered.Description,
                        Registered.Groups,
                        Registered.Secret,
                        Registered.After
                    ),
                    "steward",
                    Noon
                )
            )
            .Then(Registered);

    [Fact]
    public void It_is_paused_and_resumed()
    {
        Given().When(w => PauseWebhook.Decide(w, "op", Noon)).Then(new WebhookPaused("op", Noon));
        Given(new WebhookPaused("op", Noon))
            .When(w => ResumeWebhook.Decide(w, "op", Noon))
            .Then(new WebhookResumed("op", Noon));
        Given().When(w => ResumeWebhook.Decide(w, "op", Noon)).ThenNothing();
    }

    [Fact]
    public void It_stops_for_what_was_tried_and_not_after_it_began_anew()
    {
        var stop = new StopWebhook("gone", Noon, 1);
        Given().When(w => StopWebhook.Decide(w, stop, Noon)).Then(new WebhookFailed("gone", Noon, Noon));
        Given(new WebhookReplayed(0, "op", Noon)).When(w => StopWebhook.Decide(w, stop, Noon)).ThenNothing();
        Given(new WebhookPaused("op", Noon)).When(w => StopWebhook.Decide(w, stop, Noon)).ThenNothing();
        var failing = Given(new WebhookFailed("gone", Noon, Noon)).State;
        Assert.Equal((WebhookStage.Failing, "gone"), (failing.Stage, failing.FailureReason));
        Assert.Null(Given(new WebhookFailed("gone", Noon, Noon), new WebhookResumed("op", Noon)).State.FailureReason);
    }

    [Fact]
    public void Rotation_keeps_the_former_secret_for_a_time_and_removal_keeps_none()
    {
        var rotated = new WebhookSecretRotated("other", Noon.AddDays(1), "steward", Noon);
        var state = Given(rotated).State;
        Assert.Equal(("other", "sealed", Noon.AddDays(1)), (state.Secret, state.FormerSecret, state.FormerUntil));
        var removed = Given(rotated, new WebhookRemoved("steward", Noon)).State;
        Assert.False(removed.Exists);
        Assert.Equal(("", null), (removed.Secret, removed.FormerSecret));
    }

    [Fact]
    public void Progress_begins_where_it_was_registered_and_again_where_it_is_replayed()
    {
        var first = new WebhookProgress { Id = Id }.For(Given().State);
        Assert.Equal((1, 7), (first.Epoch, first.Place));
        var failed = first.Taken(20, Try(1)).Failed(Try(1, "no-answer"), Pauses, null);
        Assert.Equal((20, 1), (failed.For(Given().State).Place, failed.For(Given().State).Failures));
        var resumed = failed.For(Given(new WebhookPaused("op", Noon), new WebhookResumed("op", Noon)).State);
        Assert.Equal((20, 0), (resumed.Place, resumed.Failures));
        var replayed = failed.For(
            Given(
                new WebhookReplayed(3, "op", Noon),
                new WebhookPaused("op", Noon),
                new WebhookResumed("op", Noon)
            ).State
        );
        Assert.Equal((3, 0), (replayed.Place, replayed.Failures));
    }

    [Fact]
    public void Failures_wait_longer_each_time_and_as_long_as_the_receiver_asks()
    {
        var first = new WebhookProgress { Id = Id }.Failed(Try(1, "status-500"), Pauses, null);
        Assert.Equal((Noon.AddSeconds(5), Noon), (first.NextAt, first.FailingSince));
        var second = first.Failed(Try(2, "status-500"), Pauses, null);
        Assert.Equal((2, Noon.AddHours(1)), (second.Failures, second.NextAt));
        var asked = new WebhookProgress { Id = Id }.Failed(Try(1, "status-429"), Pauses, Noon.AddMinutes(10));
        Assert.Equal(Noon.AddMinutes(10), asked.NextAt);
        var absurd = new WebhookProgress { Id = Id }.Failed(Try(1, "status-429"), Pauses, Noon.AddYears(10));
        Assert.Equal(Noon.AddHours(1), absurd.NextAt);
        Assert.Equal([2, 1], second.Attempts.Select(a => a.Number));
    }

    [Fact]
    public void The_usual_schedule_lasts_days() =>
        Assert.InRange(
            new WebhookSettings().Pauses.Sum(p => p.TotalHours),
            TimeSpan.FromDays(3).TotalHours,
            TimeSpan.FromDays(4).TotalHours
        );

    private static Attempt Try(int number, string? reason = null) =>
        new(Id, "request.received", number, Noon, 12, null, reason);
}
