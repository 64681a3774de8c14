namespace CaseCoordination.DataSharing.Statistics;

/// <summary>Brings statistics to the routes.</summary>
public static class StatisticsModule
{
    public static void MapStatistics(this IEndpointRouteBuilder app) =>
        ShowStatistics.Map(app.MapGroup("/api/statistics").WithTags("Statistics"));
}
