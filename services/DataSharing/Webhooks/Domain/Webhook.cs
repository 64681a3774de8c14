using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Webhooks.Domain;

/// <summary>Where a webhook stands.</summary>
public enum WebhookStage
{
    Unknown,
    Active,
    Paused,

    /// <summary>Its receiver did not take a delivery for days, or said that it is gone; nothing is sent until it is resumed.</summary>
    Failing,
    Removed,
}

/// <summary>An address of an authority's own system that is told what happens.</summary>
public sealed record Webhook : IEvolve<Webhook>
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public WebhookStage Stage { get; init; }
    public string Url { get; init; } = "";

    /// <summary>Types of entries it is told; empty for all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];
    public string Description { get; init; } = "";

    /// <summary>What it may know: no more than whoever registered it could.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];
    public string Secret { get; init; } = "";
    public string? FormerSecret { get; init; }
    public DateTimeOffset FormerUntil { get; init; }

    /// <summary>Counts what begins delivery anew; <see cref="From"/> belongs to <see cref="FromEpoch"/>.</summary>
    public int Epoch { get; init; }
    public long From { get; init; }
    public int FromEpoch { get; init; }
    public string? FailureReason { get; init; }
    public DateTimeOffset? FailingSince { get; init; }
    public string RegisteredBy { get; init; } = "";
    public DateTimeOffset RegisteredAt { get; init; }

    public bool Exists => Stage is not (WebhookStage.Unknown or WebhookStage.Removed);

    public Webhook Evolve(object @event) =>
        @event switch
        {
            WebhookRegistered e => this with
            {
                Id = e.WebhookId,
                Authority = e.Authority,
                Stage = WebhookStage.Active,
                Url = e.Url,
                Types = [.. e.Types],
                Description = e.Description,
                Groups = [.. e.Groups],
                Secret = e.Secret,
                RegisteredBy = e.By,
                RegisteredAt = e.At,
                Epoch = 1,
                From = e.After,
                FromEpoch = 1,
            },
            WebhookSecretRotated e => this with
            {
                Secret = e.Secret,
                FormerSecret = Secret,
                FormerUntil = e.FormerUntil,
            },
            WebhookPaused => this with { Stage = WebhookStage.Paused },
            WebhookResumed => this with
            {
                Stage = WebhookStage.Active,
                Epoch = Epoch + 1,
                FailureReason = null,
                FailingSince = null,
            },
            WebhookReplayed e => this with { Epoch = Epoch + 1, From = e.After, FromEpoch = Epoch + 1 },
            WebhookFailed e => this with
            {
                Stage = WebhookStage.Failing,
                FailureReason = e.Reason,
                FailingSince = e.Since,
            },
            WebhookRemoved => this with { Stage = WebhookStage.Removed, Secret = "", FormerSecret = null },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a webhook."),
        };
}
