using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Closes this authority's own file with its outcome; each side closes its own, and tells the others.</summary>
public sealed record CloseCase(string Outcome, string Summary)
{
    public static IReadOnlyList<string> Outcomes { get; } =
    [
        "sanctioned",
        "settled",
        "charges-brought",
        "warned",
        "referred",
        "remedied",
        "no-breach-found",
        "insufficient-evidence",
        "discontinued",
    ];

    public static Decision<CaseEvent> Decide(Case current, CloseCase command, Turn turn)
    {
        switch (current.Stage)
        {
            case CaseStage.Closed
                when current.Closing is { } end && end.Outcome == command.Outcome && end.Summary == command.Summary:
                return new NoChange();
            case CaseStage.Closed or CaseStage.Archived or CaseStage.Purged:
                return Refusals.Closed;
            case CaseStage.Invited or CaseStage.Acknowledged:
                return new Refusal("invitation-unanswered", "Join or decline before closing the file.");
            case var _ when current.IsLead && current.Offer is not null:
                return Refusals.OfferOpen;
        }

        var closed = new CaseClosed(command.Outcome, command.Summary, turn.By, turn.Now);
        var notice = new ClosureLetter
        {
            Term = current.Term,
            Outcome = command.Outcome,
            Summary = command.Summary,
        };
        return ToldBy(current)
            .Select(to => (CaseEvent)Outbound.Write(current, to, LetterKinds.Closure, notice, turn))
            .Prepend(closed)
            .Concat(Withdrawals(current, turn))
            .ToArray();
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/closure", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Closes this authority's own file with an outcome.")
            .WithDescription($"Outcomes: {string.Join(", ", Outcomes)}.")
            .Produces<CommandResult>();

    private static IEnumerable<string> ToldBy(Case current) =>
        !current.IsUnderWay ? []
        : current.IsLead ? current.Joined
        : [current.Lead];

    private static IEnumerable<CaseEvent> Withdrawals(Case current, Turn turn) =>
        current.IsLead
            ? current.Partners.Values.Where(p => p.IsOpen).SelectMany(p => WithdrawInvitation.Events(current, p, turn))
            : [];

    private static async Task<IResult> HandleAsync(Guid id, Body body, CaseDesk desk, CancellationToken cancellation)
    {
        var shape = new Shape().OneOf("outcome", body.Outcome, Outcomes).Text("summary", body.Summary, 4000);
        return shape.IsWrong
            ? shape.Problem()
            : await desk.DecideAsync(
                id,
                (current, turn) => Decide(current, new(body.Outcome!, body.Summary!), turn),
                cancellation
            );
    }

    public sealed record Body(string? Outcome, string? Summary);
}
