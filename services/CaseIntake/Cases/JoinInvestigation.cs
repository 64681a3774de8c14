using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>The invited authority joins.</summary>
public static class JoinInvestigation
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn) =>
        current.Invitation is not { } invitation
            ? new Refusal("not-invited", "This file did not begin with an invitation.")
            : current.Stage switch
            {
                CaseStage.Invited or CaseStage.Acknowledged => new CaseEvent[]
                {
                    new InvestigationJoined(turn.By, turn.Now),
                    Outbound.Write(
                        current,
                        invitation.From,
                        LetterKinds.Joining,
                        new JoiningLetter { Round = invitation.Round },
                        turn
                    ),
                },
                CaseStage.Open or CaseStage.Suspended => new NoChange(),
                CaseStage.Withdrawn => new Refusal("invitation-withdrawn", "The lead has taken the invitation back."),
                _ => new Refusal("invitation-answered", "The invitation is answered; the lead can invite again."),
            };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/joining", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Joins the joint investigation.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, CaseDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
