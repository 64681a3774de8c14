using CaseCoordination.DataSharing.Webhooks.Domain;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>One try to deliver an entry.</summary>
/// <param name="Status">HTTP status; absent when there was no answer.</param>
/// <param name="Reason">Why it failed; absent when it was taken.</param>
public sealed record Attempt(
    Guid Entry,
    string Type,
    int Number,
    DateTimeOffset At,
    int Milliseconds,
    int? Status,
    string? Reason
);

/// <summary>
/// How far a webhook's deliveries are, and which replica is at them. Only the one that changed the row last goes on, so that
/// replicas never deliver at the same time; one that dies between a delivery and its row delivers again.
/// </summary>
public sealed record WebhookProgress
{
    public const int MostAttempts = 100;

    public required Guid Id { get; init; }

    /// <summary>Marten's revision: two writers never overwrite each other.</summary>
    public int Version { get; set; }
    public int Epoch { get; init; }

    /// <summary>The place in the store of the last entry that was taken.</summary>
    public long Place { get; init; }

    /// <summary>How often the entry after it failed.</summary>
    public int Failures { get; init; }
    public DateTimeOffset? FailingSince { get; init; }
    public DateTimeOffset NextAt { get; init; }
    public string? LeaseBy { get; init; }
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The last tries, newest first.</summary>
    public Attempt[] Attempts { get; init; } = [];

    /// <summary>Begins anew where the webhook was registered, replayed or resumed since.</summary>
    public WebhookProgress For(Webhook webhook) =>
        Epoch == webhook.Epoch
            ? this
            : this with
            {
                Epoch = webhook.Epoch,
                Place = webhook.FromEpoch > Epoch ? webhook.From : Place,
                Failures = 0,
                FailingSince = null,
                NextAt = default,
            };

    public WebhookProgress Taken(long place, Attempt attempt) =>
        this with
        {
            Place = place,
            Failures = 0,
            FailingSince = null,
            NextAt = default,
            Attempts = Kept(attempt),
        };

    /// <summary>One more failure; the pause that is set for it, or longer where the receiver asks for that.</summary>
    public WebhookProgress Failed(Attempt attempt, IReadOnlyList<TimeSpan> pauses, DateTimeOffset? askedFor)
    {
        var pause = attempt.At + pauses[Math.Min(Failures, pauses.Count - 1)];
        var longest = attempt.At + pauses.Max();
        var asked = askedFor > longest ? longest : askedFor;
        return this with
        {
            Failures = Failures + 1,
            FailingSince = FailingSince ?? attempt.At,
            NextAt = asked > pause ? asked.Value : pause,
            Attempts = Kept(attempt),
        };
    }

    private Attempt[] Kept(Attempt attempt) => [attempt, .. Attempts.Take(MostAttempts - 1)];
}
