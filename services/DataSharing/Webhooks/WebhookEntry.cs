using CaseCoordination.DataSharing.Webhooks.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>A webhook as its readers see it; its secret is shown to nobody again.</summary>
public sealed record WebhookSheet
{
    public const string Active = "active";
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Url { get; init; }

    /// <summary>Types of entries it is told; empty for all.</summary>
    public required IReadOnlyList<string> Types { get; init; }
    public required string Description { get; init; }

    /// <summary>active, paused or failing.</summary>
    public required string State { get; init; }

    /// <summary>Of failing: gone, or why the last delivery was not taken.</summary>
    public string? FailureReason { get; init; }
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>It is told of what these groups may know.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Until then the former secret signs as well.</summary>
    public DateTimeOffset? FormerSecretUntil { get; init; }
    public required string RegisteredBy { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>The stored view of a webhook.</summary>
public sealed record WebhookEntry
{
    public const string Removed = "removed";
    public required Guid Id { get; init; }
    public required string State { get; init; }
    public required WebhookSheet Sheet { get; init; }

    public static WebhookEntry Of(Webhook webhook, StreamFacts facts)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(facts);
        var state = Kebab.Of(webhook.Stage);
        return new WebhookEntry
        {
            Id = webhook.Id,
            State = state,
            Sheet = new WebhookSheet
            {
                Id = webhook.Id,
                Version = facts.Version,
                Url = webhook.Url,
                Types = webhook.Types,
                Description = webhook.Description,
                State = state,
                FailureReason = webhook.FailureReason,
                FailingSince = webhook.FailingSince,
                Groups = webhook.Groups,
                FormerSecretUntil = webhook.FormerSecret is null ? null : webhook.FormerUntil,
                RegisteredBy = webhook.RegisteredBy,
                RegisteredAt = webhook.RegisteredAt,
                ChangedAt = facts.ChangedAt,
            },
        };
    }
}
