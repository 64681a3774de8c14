using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Where a person's commands on a request arrive: nothing is decided on one that the person may not know.</summary>
public sealed class RequestDesk(AuthoritySession session, Caller caller, RequestSettings settings, TimeProvider clock)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;
    public RequestSettings Settings => settings;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    /// <summary>The request if the caller may know it.</summary>
    public async Task<Request?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var (file, _) = await session.LoadAsync<Request>(id, cancellation);
        return RequestVisibility.Hides(file, caller) is null ? file : null;
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Request, Turn, Decision<RequestEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        var outcome = await session.DecideAsync<Request, RequestEvent>(
            id,
            current => RequestVisibility.Hides(current, caller) is { } hidden ? hidden : decide(current, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    /// <summary>Decides with the calendars of both sides.</summary>
    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Request, Turn, Calendars, Decision<RequestEvent>> decide,
        CancellationToken cancellation
    )
    {
        var (file, _) = await session.LoadAsync<Request>(id, cancellation);
        var calendars = await Calendars.LoadAsync(session, [file.Authority, file.Other], cancellation);
        return await DecideAsync(id, (current, turn) => decide(current, turn, calendars), cancellation);
    }
}
