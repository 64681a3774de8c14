using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>The authority declines to take part, on a ground that the law permits and with reasons.</summary>
internal static class DeclineAction
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/decline", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.Counsel)
            .WithSummary("Declines to take part, on a ground that the instrument permits.")
            .WithDescription(
                "`ground` is supposed to hold; further facts that bear on it go into `facts` (yes, no or unknown). The reason goes to the "
                    + $"lead alone, the others see the ground. Grounds: {string.Join(", ", ActionLaw.Grounds)}."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        ActionDesk desk,
        PlanReader plans,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .OneOf("ground", body.Ground, ActionLaw.Grounds)
            .Text("reason", body.Reason, 4000)
            .Facts("facts", body.Facts);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (book, today) = await plans.BookAsync(desk, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
            {
                var permission = ActionLaw.MayDecline(book, current, body.Ground!, body.Facts, today);
                var declined = new DeclareReadiness(
                    Readiness.Declined,
                    body.Ground,
                    body.Reason,
                    permission,
                    desk.Clock
                );
                return DeclareReadiness.Decide(current, declined, turn);
            },
            cancellation
        );
    }

    /// <param name="Ground">A fact of the treaty vocabulary, such as negligible-impact, or proceedings, sanctions, enforcement or commitments.</param>
    public sealed record Body(string? Ground, string? Reason, IReadOnlyDictionary<string, string>? Facts = null);
}
