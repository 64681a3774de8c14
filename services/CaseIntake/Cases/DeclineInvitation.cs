using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>A named person declines for the invited authority, on a coded ground; the file stays as its own.</summary>
public sealed record DeclineInvitation(string Ground, string Reason)
{
    /// <summary>Grounds of the treaty vocabulary that speak against taking part, and those that need no treaty.</summary>
    public static IReadOnlyList<string> Grounds { get; } =
    [
        "violates-domestic-law",
        "request-not-compliant",
        "security",
        "public-or-national-interest",
        "prejudice-own-investigation",
        "proceedings",
        "sanctions",
        "not-needed",
        "secrecy-not-accepted",
        "no-infringement-found",
        "insufficient-information",
        "negligible-impact",
        "not-occurred-here",
        "ne-bis-in-idem",
        "fundamental-rights",
        "measure-unavailable",
        "not-competent",
        "no-capacity",
    ];

    public static Decision<CaseEvent> Decide(Case current, DeclineInvitation command, Turn turn) =>
        current.Invitation is not { } invitation
            ? new Refusal("not-invited", "This file did not begin with an invitation.")
            : current.Stage switch
            {
                CaseStage.Invited or CaseStage.Acknowledged => new CaseEvent[]
                {
                    new InvitationDeclined(command.Ground, command.Reason, turn.By, turn.Now),
                    Outbound.Write(
                        current,
                        invitation.From,
                        LetterKinds.Declining,
                        new DecliningLetter
                        {
                            Round = invitation.Round,
                            Ground = command.Ground,
                            Reason = command.Reason,
                        },
                        turn
                    ),
                },
                CaseStage.Declined => new NoChange(),
                CaseStage.Open or CaseStage.Suspended => new Refusal(
                    "already-joined",
                    "This authority has joined; it can leave instead."
                ),
                _ => new Refusal("invitation-answered", "The invitation is answered or taken back."),
            };

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/declining", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Declines the invitation on a coded ground, with the reason in words.")
            .WithDescription($"Grounds: {string.Join(", ", Grounds)}.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(Guid id, Body body, CaseDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().OneOf("ground", body.Ground, Grounds).Text("reason", body.Reason, 2000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Ground!, body.Reason!), turn),
                cancellation
            );
    }

    public sealed record Body(string? Ground, string? Reason);
}
