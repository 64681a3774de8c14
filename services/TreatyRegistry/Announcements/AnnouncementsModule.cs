namespace CaseCoordination.TreatyRegistry.Announcements;

internal static class AnnouncementsModule
{
    public static void MapAnnouncements(this IEndpointRouteBuilder app)
    {
        var registry = app.MapGroup("/api/registry");
        AnnounceAgain.Map(registry);
        TellHashes.Map(registry);
    }
}
