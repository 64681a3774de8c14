namespace CaseCoordination.Platform.Messaging;

/// <summary>A contract to be published for an event.</summary>
/// <param name="Contract">The message; its type decides the exchange.</param>
/// <param name="RoutingKey">Authority code, authority code and topic, or <see cref="Everyone"/>.</param>
public sealed record Announcement(object Contract, string RoutingKey)
{
    /// <summary>Routing key of what every service of the node hears.</summary>
    public const string Everyone = "everyone";

    /// <summary>Announcements of one stream and lane are published in order; a lane that is stuck does not hold another.</summary>
    public string Lane { get; init; } = "";

    /// <summary>After this instant an announcement that could not be published is given up; absent means never.</summary>
    public DateTimeOffset? GiveUpAt { get; init; }
}
