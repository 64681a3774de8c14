using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Takes an unanswered invitation back; an answer that is already under way comes too late.</summary>
public sealed record WithdrawInvitation(string Authority)
{
    public static Decision<CaseEvent> Decide(Case current, WithdrawInvitation command, Turn turn) =>
        Refusals.OfLead(current) is { } refusal ? refusal
        : !current.Partners.TryGetValue(command.Authority, out var partner)
            ? new Refusal("not-invited", $"{command.Authority} is not invited.", "authority")
        : partner.State == PartnerState.Withdrawn ? new NoChange()
        : !partner.IsOpen
            ? new Refusal("invitation-answered", "Only an invitation that waits for its answer can be taken back.")
        : Events(current, partner, turn);

    /// <summary>The withdrawal and its letter.</summary>
    public static CaseEvent[] Events(Case current, Partner partner, Turn turn) =>
        [
            new InvitationWithdrawn(partner.Authority, turn.By, turn.Now),
            Outbound.Write(
                current,
                partner.Authority,
                LetterKinds.Withdrawal,
                new WithdrawalLetter { Term = current.Term, Round = partner.Round },
                turn
            ),
        ];

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/invitations/{authority}/withdrawal", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Takes an invitation back that is not answered yet.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(
        Guid id,
        string authority,
        CaseDesk desk,
        CancellationToken cancellation
    ) => desk.DecideAsync(id, (current, turn) => Decide(current, new(authority), turn), cancellation);
}
