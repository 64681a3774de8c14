using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>A person confirms that the authority has the invitation; that is no answer yet.</summary>
public static class AcknowledgeInvitation
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn) =>
        current.Invitation is not { } invitation
            ? new Refusal("not-invited", "This file did not begin with an invitation.")
        : current.Stage != CaseStage.Invited ? new NoChange()
        : new CaseEvent[]
        {
            new InvitationAcknowledged(turn.By, turn.Now),
            Outbound.Write(
                current,
                invitation.From,
                LetterKinds.Acknowledgement,
                new AcknowledgementLetter { Round = invitation.Round },
                turn
            ),
        };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/acknowledgement", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Acknowledges an invitation: a person has it.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, CaseDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
