using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>The lead suspends the joint investigation for everyone in it; clocks stand still.</summary>
public sealed record SuspendCase(string Reason)
{
    public static Decision<CaseEvent> Decide(Case current, SuspendCase command, Turn turn)
    {
        if (Refusals.OfLead(current) is { } refusal)
        {
            return refusal;
        }

        if (current.Stage == CaseStage.Suspended)
        {
            return new NoChange();
        }

        // The next lead would not know of a pause that crossed its acceptance.
        if (current.Offer is not null)
        {
            return Refusals.OfferOpen;
        }

        var suspended = new CaseSuspended(current.PauseNumber + 1, command.Reason, turn.By, turn.Now);
        var notice = new SuspensionLetter
        {
            Term = current.Term,
            Number = suspended.Number,
            Reason = command.Reason,
        };
        return current
            .Joined.Select(to => (CaseEvent)Outbound.Write(current, to, LetterKinds.Suspension, notice, turn))
            .Prepend(suspended)
            .ToArray();
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/suspension", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Suspends the joint investigation.")
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
