using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Invites further authorities into a joint investigation under way.</summary>
public sealed record InvitePartners(Invitee[] Invite, string? ReplyBy)
{
    public static Decision<CaseEvent> Decide(
        Case current,
        InvitePartners command,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    ) =>
        Refusals.OfLead(current) is { } refusal ? refusal
        : current.Stage == CaseStage.Suspended ? Refusals.Suspended
        : current.Offer is not null ? Refusals.OfferOpen
        : Invitations.Decide(current, command.Invite, command.ReplyBy, turn, calendars, settings);

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/invitations", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary(
                "Invites further authorities; one that declined, left or could not be reached may be invited again."
            )
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        CaseSettings settings,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Invitees("invite", body.Invite).ReplyBy("replyBy", body.ReplyBy);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new InvitePartners(
            [.. body.Invite!.Select(i => new Invitee(i!.Authority!, i.Instrument, i.Pinned))],
            body.ReplyBy
        );
        var calendars = await Calendars.LoadAsync(desk.Session, command.Invite.Select(i => i.Authority), cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, command, turn, calendars, settings),
            cancellation
        );
    }

    public sealed record Body(InviteeInput?[]? Invite, string? ReplyBy = null);
}
