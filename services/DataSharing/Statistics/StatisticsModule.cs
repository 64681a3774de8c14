using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Statistics;

/// <summary>Brings statistics to the routes.</summary>
public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddExamples(StatisticsExamples.All);

    public static void MapStatistics(this IEndpointRouteBuilder app) =>
        ShowStatistics.Map(app.MapGroup("/api/statistics").WithTags("Statistics"));
}
