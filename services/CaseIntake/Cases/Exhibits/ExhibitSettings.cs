namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>Where exhibits are kept and how large one may be; section <c>Exhibits</c>.</summary>
public sealed record ExhibitSettings
{
    public string Directory { get; init; } = "exhibits";
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;
}

internal static class ExhibitsModule
{
    public static IServiceCollection AddExhibits(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(configuration.GetSection("Exhibits").Get<ExhibitSettings>() ?? new ExhibitSettings())
            .AddSingleton<IExhibitStore, FileExhibitStore>();
}
