using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Packages.Retrieval;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>
/// Where packages meet holdings: what arrives becomes a holding, what goes out gets a trail, what is deleted leaves the vault, and
/// what is held may go on in a package of one's own.
/// </summary>
public static class HandoverModule
{
    public static IServiceCollection AddHandover(this IServiceCollection services) =>
        services
            .AddSingleton<FollowRelease>()
            .AddSingleton<TakeIn>()
            .AddSingleton<ClearVault>()
            .AddSingleton<ItemVerified>(s => s.GetRequiredService<TakeIn>().OpenAsync)
            .AddSingleton<DeleteContents>(s => s.GetRequiredService<ClearVault>().DeleteAsync);

    public static void MapHandover(this IEndpointRouteBuilder app) =>
        PassOn.Map(app.MapGroup("/api/packages").WithTags("Packages"));
}
