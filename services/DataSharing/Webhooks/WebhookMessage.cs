using System.Text.Json;
using System.Text.Json.Serialization;
using CaseCoordination.DataSharing.Notifications;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>The body of a delivery, as Standard Webhooks shapes it.</summary>
public sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, object Data)
{
    public const string Test = "webhook.test";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static WebhookMessage Of(FeedEntry entry) => new(entry.Type, entry.At, entry);

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
