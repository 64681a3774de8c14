using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Files the case as a joint investigation: this authority leads, and every other one gets a letter of its own.</summary>
public sealed record FileJointInvestigation(
    Invitee[] Invite,
    string[] Assistance,
    string Message,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts,
    string? ReplyBy,
    string Tlp
)
{
    public static Decision<CaseEvent> Decide(
        Case current,
        FileJointInvestigation command,
        Turn turn,
        Calendars calendars,
        CaseSettings settings
    )
    {
        if (current.FiledAt is not null)
        {
            return
                current.IsLead
                && current.IsEditable
                && command.Invite.All(i => current.Partners.ContainsKey(i.Authority))
                ? new NoChange()
                : new Refusal(
                    "already-filed",
                    "The case is a joint investigation already; invite further authorities."
                );
        }

        if (Refuse(current) is { } refusal)
        {
            return refusal;
        }

        var filed = new CaseFiled(
            command.Assistance,
            command.Message,
            command.Missing,
            command.Facts,
            command.Tlp,
            turn.By,
            turn.Now
        );
        return Invitations.Decide(
            current.Evolve(filed),
            command.Invite,
            command.ReplyBy,
            turn,
            calendars,
            settings
        ) switch
        {
            Events<CaseEvent> { Happened: var invited } => new CaseEvent[] { filed }
                .Concat(invited)
                .ToArray(),
            var refused => refused,
        };
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/filing", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Files the case as a joint investigation and invites other authorities by letter.")
            .WithDescription(
                "Each invitation is judged against an instrument by the border; `contentFields` names the content fields that "
                    + "the invitation supplies, such as `facts-and-purpose`; what an instrument asks for and is not named counts as missing."
            )
            .Produces<CommandResult>();

    private static Refusal? Refuse(Case current) =>
        current switch
        {
            { IsEditable: false } => Refusals.Closed,
            { IsLead: false } => Refusals.NotTheLead,
            { Subjects.IsEmpty: true } => new Refusal(
                "no-subjects",
                "Add whom or what the case is about before filing it."
            ),
            { Allegations.IsEmpty: true } => new Refusal(
                "no-allegations",
                "Add what is alleged before filing the case."
            ),
            _ => null,
        };

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        CaseDesk desk,
        CaseSettings settings,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Invitees("invite", body.Invite)
            .WordsOf("assistance", body.Assistance, [.. Vocabulary.Assistance])
            .Text("message", body.Message, 4000)
            .WordsOf("contentFields", body.ContentFields, [.. Vocabulary.Fields])
            .Facts("facts", body.Facts)
            .OneOf("tlp", body.Tlp ?? "TLP:AMBER", Shapes.Tlp)
            .ReplyBy("replyBy", body.ReplyBy);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var command = new FileJointInvestigation(
            [.. body.Invite!.Select(i => new Invitee(i!.Authority!, i.Instrument, i.Pinned))],
            Shapes.Distinct(body.Assistance),
            body.Message!,
            [.. Vocabulary.Fields.Except(body.ContentFields ?? [], StringComparer.Ordinal)],
            body.Facts ?? new Dictionary<string, string>(StringComparer.Ordinal),
            body.ReplyBy,
            body.Tlp ?? "TLP:AMBER"
        );
        var calendars = await Calendars.LoadAsync(desk.Session, command.Invite.Select(i => i.Authority), cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) => Decide(current, command, turn, calendars, settings),
            cancellation
        );
    }

    public sealed record Body(
        InviteeInput?[]? Invite,
        string? Message,
        string[]? Assistance = null,
        string[]? ContentFields = null,
        IReadOnlyDictionary<string, string>? Facts = null,
        string? ReplyBy = null,
        string? Tlp = null
    );
}

/// <summary>An authority to invite, and the instrument the invitation is to rest on; without one the strongest basis is chosen.</summary>
public sealed record Invitee(string Authority, string? Instrument = null, bool Pinned = false);

/// <summary>An authority to invite, as a caller writes it.</summary>
public sealed record InviteeInput(string? Authority, string? Instrument = null, bool Pinned = false);
