using CaseCoordination.DataSharing.Notifications;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>What webhooks look like in the API's description.</summary>
internal static class WebhookExamples
{
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-0000000000cc");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly WebhookSheet Sheet = new()
    {
        Id = Id,
        Version = 1,
        Url = "https://hooks.example.org/in",
        Types = ["request.received", "request.answered"],
        Description = "Case system",
        State = WebhookSheet.Active,
        Groups = ["market-abuse"],
        RegisteredBy = "xa-system",
        RegisteredAt = Noon,
        ChangedAt = Noon,
    };

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(
            new RegisterWebhook.Body(
                "https://hooks.example.org/in",
                "Case system",
                ["request.received", "request.answered"]
            )
        ),
        Example.Of(new ReplayEntries.Body(FeedCursors.Start)),
        Example.Of(new WebhookSecret(Id, 1, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")),
        Example.Of(Sheet),
        Example.Of<IReadOnlyList<WebhookSheet>>([Sheet]),
        Example.Of(
            new AttemptsSheet([new(FeedExamples.Entry.Id, FeedExamples.Entry.Type, 1, Noon, 84, 200, null)], null)
        ),
        Example.Of(new TrialResult(true, 204, null, 84, "")),
    ];
}
