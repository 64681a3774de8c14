using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Archives a closed file and fixes how long it is kept.</summary>
public static class ArchiveCase
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn, CaseSettings settings) =>
        current.Stage switch
        {
            CaseStage.Archived => new NoChange(),
            CaseStage.Closed => new CaseArchived(
                current.Closing!.At.AddDays(settings.RetentionDays),
                turn.By,
                turn.Now
            ),
            _ => new Refusal("case-not-closed", "Close the case before archiving it."),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/archive", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.DataSteward)
            .WithSummary("Archives a closed case; retention counts from its closure.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(
        Guid id,
        CaseDesk desk,
        CaseSettings settings,
        CancellationToken cancellation
    ) => desk.DecideAsync(id, (current, turn) => Decide(current, turn, settings), cancellation);
}
