using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>What the feed looks like in the API's description.</summary>
internal static class FeedExamples
{
    public static FeedEntry Entry { get; } =
        new(
            "rp9sX5gQi6EgVXVli_kEmQ",
            Guid.Parse("019cae00-0000-7000-8000-0000000000e1"),
            "request.answered",
            Guid.Parse("019cae00-0000-7000-8000-000000000001"),
            "XA-RFA-2026-0001",
            "answered",
            "asker",
            "MSA-FMA",
            new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero)
        );

    public static IReadOnlyList<Example> All { get; } = [Example.Of(new EventsPage([Entry], "VAREVHzkfgOs0_ZIEiUstA"))];
}
