using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>A partner takes the lead that it was offered; the former lead becomes a partner and tells the others.</summary>
public static class AcceptLead
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn)
    {
        if (current.IsLead && current.IsUnderWay && current.Term > 0)
        {
            return new NoChange();
        }

        if (Refusals.OfPartner(current) is { } refusal)
        {
            return refusal;
        }

        if (current.Offer is not { } offer)
        {
            return new Refusal("no-lead-offer", "The lead is not offered to this authority.");
        }

        return turn.Now > offer.AnswerBy
            ? new Refusal("lead-offer-lapsed", "The time to take the lead has run out; it can be offered again.")
            : new CaseEvent[]
            {
                new LeadTaken(turn.By, turn.Now),
                Outbound.Write(
                    current,
                    offer.From,
                    LetterKinds.LeadAcceptance,
                    new LeadAcceptanceLetter { Offer = offer.LetterId },
                    turn
                ),
            };
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/lead-acceptance", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Takes the lead that was offered.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, CaseDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
