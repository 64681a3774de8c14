using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Where a person's commands on a case arrive: nothing is decided on a case that the person may not know.</summary>
public sealed class CaseDesk(AuthoritySession session, Caller caller, TimeProvider clock)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    public async Task<Outcome<Case>> AskAsync(
        Guid id,
        Func<Case, Turn, Decision<CaseEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        return await session.DecideAsync<Case, CaseEvent>(
            id,
            current => CaseVisibility.Hides(current, caller) is { } hidden ? hidden : decide(current, turn),
            cancellation
        );
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Case, Turn, Decision<CaseEvent>> decide,
        CancellationToken cancellation
    ) => (await AskAsync(id, decide, cancellation)).ToResult();

    /// <summary>Decides with the calendars of those who may get a clock.</summary>
    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Case, Turn, Calendars, Decision<CaseEvent>> decide,
        CancellationToken cancellation
    )
    {
        var (file, _) = await session.LoadAsync<Case>(id, cancellation);
        var calendars = await Calendars.LoadAsync(session, ConcernedBy(file), cancellation);
        return await DecideAsync(id, (current, turn) => decide(current, turn, calendars), cancellation);
    }

    /// <summary>Those whose clocks may run in a file: its own authority and its counterparts.</summary>
    public static IEnumerable<string> ConcernedBy(Case file) =>
        file.Partners.Keys.Append(file.Authority).Append(file.Lead).Where(code => code.Length > 0);
}
