namespace CaseCoordination.TreatyRegistry.Seeding;

internal static class SeedingModule
{
    public static void AddSeeding(this IServiceCollection services)
    {
        services.AddSingleton<Seed>();
        services.AddSingleton<SeedAtStart>();
        services.AddHostedService(s => s.GetRequiredService<SeedAtStart>());
        services.AddHealthChecks().AddCheck<SeedAtStart>("register-filled", tags: ["ready"]);
    }

    /// <summary>Runs the service; its exit code tells whether the deployment's files were right.</summary>
    public static async Task<int> WithExitCodeOf(this Task<int> running, SeedAtStart seeding) =>
        Math.Max(await running, seeding.ExitCode);
}
