using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>A partner does not take the lead that it was offered.</summary>
public sealed record RefuseLead(string Reason)
{
    public static Decision<CaseEvent> Decide(Case current, RefuseLead command, Turn turn) =>
        Refusals.OfPartner(current) is { } refusal ? refusal
        : current.Offer is not { } offer ? new NoChange()
        : new CaseEvent[]
        {
            new LeadDeclined(command.Reason, turn.By, turn.Now),
            Outbound.Write(
                current,
                offer.From,
                LetterKinds.LeadRefusal,
                new LeadRefusalLetter { Offer = offer.LetterId, Reason = command.Reason },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/lead-refusal", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Does not take the lead that was offered; a reason may be given.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body? body, CaseDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().Optional("reason", body?.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body?.Reason ?? ""), turn),
                cancellation
            );
    }

    public sealed record Body(string? Reason = null);
}
