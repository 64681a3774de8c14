using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Exhibits;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Purges an archived file once its retention has run out: contents and views go, the fact that it was stays.</summary>
public static class PurgeCase
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn) =>
        current.Stage switch
        {
            CaseStage.Purged => new NoChange(),
            CaseStage.Archived when turn.Now >= current.RetainUntil => new CasePurged(turn.By, turn.Now),
            CaseStage.Archived => new Refusal(
                "retention-runs",
                $"The case is kept until {current.RetainUntil:yyyy-MM-dd}; it can be purged then."
            ),
            _ => new Refusal("case-not-archived", "Archive the case before purging it."),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/purge", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward)
            .WithSummary("Purges an archived case whose retention has run out; afterwards nobody finds it any more.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        CaseDesk desk,
        IExhibitStore store,
        CancellationToken cancellation
    )
    {
        var (file, _) = await desk.Session.LoadAsync<Case>(id, cancellation);
        if (CaseVisibility.Hides(file, desk.Caller) is null && Decide(file, desk.NewTurn()) is Events<CaseEvent>)
        {
            // Contents go first, so that the event says what is certain; a purge cut short is completed by repeating it.
            store.DeleteAll(desk.Session.Authority, id);
        }

        return await desk.DecideAsync(id, Decide, cancellation);
    }
}
