using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>A partner leaves; its file goes on as its own case.</summary>
public sealed record LeaveInvestigation(string Reason)
{
    public static Decision<CaseEvent> Decide(Case current, LeaveInvestigation command, Turn turn) =>
        current.Stage == CaseStage.Left ? new NoChange()
        : current.IsLead && current.IsUnderWay
            ? new Refusal("lead-cannot-leave", "Hand the lead over, or close the joint investigation.")
        : Refusals.OfPartner(current) is { } refusal ? refusal
        : new CaseEvent[]
        {
            new InvestigationLeft(command.Reason, turn.By, turn.Now),
            Outbound.Write(
                current,
                current.Lead,
                LetterKinds.Leaving,
                new LeavingLetter { Reason = command.Reason },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/leaving", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Leaves the joint investigation; the file goes on as this authority's own case.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, CaseDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(id, (current, turn) => Decide(current, new(body.Reason!), turn), cancellation);
    }

    public sealed record Body(string? Reason);
}
