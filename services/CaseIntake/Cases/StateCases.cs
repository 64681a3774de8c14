using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>
/// Tells the authority's other services of every case as it is, so that one that was added later knows of those that were there
/// before it; the others learn nothing new.
/// </summary>
public static class StateCases
{
    public static Decision<CaseEvent> Decide(Case current, string by, DateTimeOffset now) =>
        WordOf(current.Stage) is { } state
            ? new CaseStated(
                state,
                current.Lead,
                [
                    .. current
                        .Joined.Append(current.Lead)
                        .Where(code => code != current.Authority)
                        .Distinct(StringComparer.Ordinal),
                ],
                current.PauseNumber,
                current.Matter.Code,
                current.Matter.Over,
                [.. current.Groups],
                [.. current.Members],
                by,
                now
            )
            : new NoChange();

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPut("/announcements", HandleAsync)
            .RequireRoles(Roles.Operator)
            .WithSummary(
                "Tells the other services of every case as it is, for one that was added later; no case changes."
            )
            .WithDescription("May be repeated at any time. The answer does not say how many cases there are.")
            .Produces(StatusCodes.Status204NoContent);

    // Nothing is left to tell of what was purged.
    private static string? WordOf(CaseStage stage) =>
        stage switch
        {
            CaseStage.Unknown or CaseStage.Purged => null,
            CaseStage.Draft => "draft",
            CaseStage.Invited or CaseStage.Acknowledged => "invited",
            CaseStage.Open => "open",
            CaseStage.Suspended => "suspended",
            CaseStage.Closed or CaseStage.Archived => "closed",
            _ => "left",
        };

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        session.SeenVersion = null;
        var now = clock.GetUtcNow();
        foreach (var id in await session.Documents.Query<CaseEntry>().Select(c => c.Id).ToListAsync(cancellation))
        {
            await session.DecideAsync<Case, CaseEvent>(id, c => Decide(c, caller.Subject, now), cancellation);
        }

        return Results.NoContent();
    }
}
