using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Fetches again what was given up, while the sender still gives it.</summary>
public sealed record RetryRetrieval
{
    public static Decision<PackageEvent> Decide(Package current, Turn turn) =>
        current.Side != PackageSide.Recipient
            ? new Refusal("not-the-recipient", "Only the authority that receives the package can do this.")
        : current.Arrivals.All(a => a.Failure is null) ? new NoChange()
        : turn.Now >= current.RetrieveBy
            ? new Refusal("retrieval-over", "The sender gives it no longer; ask for a new release.")
        : new RetrievalRetried(turn.By, turn.Now);

    internal static void Map(IEndpointRouteBuilder packages) =>
        packages
            .MapPost("/{id:guid}/retrieval", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward)
            .WithSummary("Fetches again the items that could not be retrieved.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, PackageDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
