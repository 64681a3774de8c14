using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Where a person's commands on an action arrive: nothing is decided on one that the person may not know.</summary>
public sealed class ActionDesk(AuthoritySession session, Caller caller, IClockQuality quality, TimeProvider clock)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;

    /// <summary>How good this authority's clock is; null until it was looked at.</summary>
    public ClockReading? Clock => quality.Current;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    /// <summary>The action if the caller may know it whole.</summary>
    public async Task<CoordinatedAction?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var (file, _) = await session.LoadAsync<CoordinatedAction>(id, cancellation);
        return Hides(file) is null ? file : null;
    }

    public async Task<Outcome<CoordinatedAction>> AskAsync(
        Guid id,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        return await session.DecideAsync<CoordinatedAction, ActionEvent>(
            id,
            current => Hides(current) is { } hidden ? hidden : decide(current, turn with { Now = clock.GetUtcNow() }),
            cancellation
        );
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<CoordinatedAction, Turn, Decision<ActionEvent>> decide,
        CancellationToken cancellation
    ) => (await AskAsync(id, decide, cancellation)).ToResult();

    private Refusal? Hides(CoordinatedAction file) =>
        file.Stage == ActionStage.Unknown || Visibility.Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("action-unknown", "There is no such action.")
            : null;
}
