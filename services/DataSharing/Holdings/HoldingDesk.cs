using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Where a person's commands on items arrive: nothing is decided on one that the person may not know.</summary>
public sealed class HoldingDesk(
    AuthoritySession session,
    Caller caller,
    HoldingSettings settings,
    ItemJudge judge,
    TimeProvider clock
)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;
    public HoldingSettings Settings => settings;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    /// <summary>The file if the caller may know it.</summary>
    public async Task<TState?> FindAsync<TState>(Guid id, CancellationToken cancellation)
        where TState : class, IRestricted, IEvolve<TState>, new()
    {
        var (file, _) = await session.LoadAsync<TState>(id, cancellation);
        return Hides(file) is null ? file : null;
    }

    public Task<Outcome<TState>> DecideAsync<TState, TEvent>(
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellation
    )
        where TState : class, IRestricted, IEvolve<TState>, new()
        where TEvent : class =>
        session.DecideAsync<TState, TEvent>(
            id,
            current => Hides(current) is { } hidden ? hidden : decide(current),
            cancellation
        );

    public Task<Bench> BenchAsync(Holding file, DateTimeOffset now, CancellationToken cancellation) =>
        judge.BenchAsync(session, file, now, cancellation);

    // The same for what is not there and for what the caller may not know.
    private Refusal? Hides(IRestricted file) =>
        !file.IsKnown || Visibility.Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("item-unknown", "There is no such item.")
            : null;
}
