using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>A party takes a disagreement on the action to the body that the instrument names, with a clock.</summary>
/// <param name="About">plan, ground, hold or measure.</param>
/// <param name="Concerning">The authority or measure that it is about.</param>
public sealed record RaiseDispute(string About, string? Concerning, string Reason)
{
    public static IReadOnlyList<string> Abouts { get; } = ["plan", "ground", "hold", "measure"];

    public static Decision<ActionEvent> Decide(
        CoordinatedAction current,
        RaiseDispute command,
        DisputeBody body,
        DateTimeOffset dueAt,
        Turn turn
    )
    {
        if (!current.IsLead && !current.Plan.Names(current.Authority))
        {
            return Refusals.NotAParticipant;
        }

        if (current.Proposed == 0)
        {
            return new Refusal("not-proposed", "The plan has not been proposed yet.");
        }

        var own = current.Disputes.Where(d => d.Dispute.Raiser == current.Authority).ToList();
        if (own.Any(d => d.Result is null && IsSame(d.Dispute, command)))
        {
            return new NoChange();
        }

        var dispute = new Dispute(
            current.Authority,
            own.Count + 1,
            command.About,
            command.Concerning,
            command.Reason,
            body.Body,
            body.Expected,
            body.Basis,
            body.Citations,
            dueAt,
            turn.Now
        );
        return DisputeMail.Tell(
            current,
            new DisputeRaised(dispute, turn.By, turn.Now),
            dispute.Raiser,
            dispute.Number,
            ActionLetterKinds.Dispute,
            null,
            turn
        );
    }

    internal static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapPost("/{id:guid}/disputes", HandleAsync)
            .RequireRoles(Roles.Approver, Roles.Counsel)
            .WithSummary(
                "Takes a disagreement on the plan, a ground, a hold or a measure to the body that the instrument names."
            )
            .WithDescription(
                "Where no instrument names a body it goes to the heads of the authorities, and its basis says `none-named`. "
                    + "`concerning` names the authority or the measure that it is about."
            )
            .Produces<CommandResult>();

    private static bool IsSame(Dispute dispute, RaiseDispute command) =>
        dispute.About == command.About && dispute.Concerning == command.Concerning && dispute.Reason == command.Reason;

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        ActionDesk desk,
        LawBookCache law,
        DisputeSettings settings,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .OneOf("about", body.About, Abouts)
            .Optional("concerning", body.Concerning, 100)
            .Text("reason", body.Reason, 4000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        if (await desk.FindAsync(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        var now = desk.NewTurn().Now;
        var calendars = await Calendars.LoadAsync(desk.Session, [file.Lead], cancellation);
        var day = calendars.DayOf(file.Lead, now);
        var book = await law.BookAsync(day, cancellation);
        var dueAt = calendars.After(file.Lead, now, settings.Days);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                Decide(
                    current,
                    new(body.About!, body.Concerning, body.Reason!),
                    DisputeBody.Of(book, current, day),
                    dueAt,
                    turn
                ),
            cancellation
        );
    }

    public sealed record Body(string? About, string? Reason, string? Concerning = null);
}
