using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Opens a case file; who may see it is decided here, in the transaction that creates it.</summary>
public sealed record OpenCase(
    Guid CaseId,
    string Authority,
    string Reference,
    string Title,
    Matter Matter,
    string[] Groups,
    string[] Members
)
{
    public static Decision<CaseEvent> Decide(Case current, OpenCase command, Turn turn) =>
        current.Stage != CaseStage.Unknown
            ? new NoChange()
            : new CaseOpened(
                command.CaseId,
                command.Authority,
                command.Reference,
                command.Title,
                command.Matter,
                command.Groups,
                command.Members,
                turn.By,
                turn.Now
            );

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Opens a case file.")
            .WithDescription(
                "Restricted to `groups` and `members`; without them to the opener's groups, or to the opener alone. "
                    + "`matter.code` and `matter.over` are words of the treaty vocabulary, such as `manipulation` over `crypto-derivatives`."
            )
            .Creates("/api/cases");

    private static async Task<IResult> HandleAsync(
        Body body,
        AuthoritySession session,
        Caller caller,
        References references,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var shape = new Shape()
            .Text("title", body.Title, 200)
            .Matter(body.Matter)
            .Words("groups", body.Groups, 20)
            .Words("members", body.Members, 100);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (groups, members) = Visibility.Restrict(caller, body.Groups, body.Members);
        if (Visibility.Of(caller, groups, members) != Sight.Whole)
        {
            return new Shape()
                .Wrong("groups", "opener-excluded", "Name a group of yours, or yourself as a member.")
                .Problem();
        }

        var now = clock.GetUtcNow();
        var turn = new Turn(caller.Subject, Guid.CreateVersion7(now), now);
        var command = new OpenCase(
            turn.Seed,
            session.Authority,
            await references.NextAsync(session.Authority, now, cancellation),
            body.Title!,
            body.Matter!.ToMatter(),
            groups,
            members
        );
        var outcome = await session.DecideAsync<Case, CaseEvent>(
            command.CaseId,
            current => Decide(current, command, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    public sealed record Body(string? Title, MatterInput? Matter, string[]? Groups = null, string[]? Members = null);
}
