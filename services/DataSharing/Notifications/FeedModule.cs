using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What an operator may set; section <c>Feed</c>.</summary>
public sealed record FeedSettings
{
    /// <summary>How often a stream says that it lives while nothing happens.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Brings the feed to the store and the routes.</summary>
public static class FeedModule
{
    public static EventStoreBuilder AddFeed(this EventStoreBuilder store) => store.NodeDocument<FeedKey>();

    public static IServiceCollection AddFeed(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddEventPulse()
            .AddExamples(FeedExamples.All)
            .AddSingleton(configuration.GetSection("Feed").Get<FeedSettings>() ?? new FeedSettings())
            .AddSingleton<FeedCursors>()
            .AddSingleton<Feed>();

    public static void MapFeed(this IEndpointRouteBuilder app)
    {
        var events = app.MapGroup("/api/events").WithTags("Events");
        ListEvents.Map(events);
        StreamEvents.Map(events);
    }
}
