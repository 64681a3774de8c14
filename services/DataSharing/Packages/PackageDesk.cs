using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Request = CaseCoordination.DataSharing.Requests.Domain.Request;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Where a person's commands on a package arrive: nothing is decided on one that the person may not know.</summary>
public sealed class PackageDesk(
    AuthoritySession session,
    Caller caller,
    PackageSettings settings,
    PackageLaw law,
    TimeProvider clock
)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;
    public PackageSettings Settings => settings;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    /// <summary>The package if the caller may know it.</summary>
    public async Task<Package?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var (file, _) = await session.LoadAsync<Package>(id, cancellation);
        return PackageVisibility.Hides(file, await AccessAsync(file, cancellation), caller) is null ? file : null;
    }

    /// <summary>The request if the caller may know it.</summary>
    public async Task<Request?> FindRequestAsync(Guid id, CancellationToken cancellation)
    {
        var (request, _) = await session.LoadAsync<Request>(id, cancellation);
        return RequestVisibility.Hides(request, caller) is null ? request : null;
    }

    /// <summary>The request that a package answers, and what the law says of releasing it today.</summary>
    public async Task<(Request? Request, ReleaseLaw Law)> AskAsync(Package file, CancellationToken cancellation)
    {
        var request = file.Request is { } id ? (await session.LoadAsync<Request>(id, cancellation)).State : null;
        return (request, await law.AskAsync(session, file, request, clock.GetUtcNow(), cancellation));
    }

    public async Task<Outcome<Package>> TryAsync(
        Guid id,
        Func<Package, Turn, Decision<PackageEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        var (file, _) = await session.LoadAsync<Package>(id, cancellation);
        var access = await AccessAsync(file, cancellation);
        return await session.DecideAsync<Package, PackageEvent>(
            id,
            current => PackageVisibility.Hides(current, access, caller) is { } hidden ? hidden : decide(current, turn),
            cancellation
        );
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Package, Turn, Decision<PackageEvent>> decide,
        CancellationToken cancellation
    ) => (await TryAsync(id, decide, cancellation)).ToResult();

    private Task<Access> AccessAsync(Package file, CancellationToken cancellation) =>
        session.AccessAsync(file.Request, file.Groups, file.Members, cancellation);
}
