using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>Shows where the items of a released package are, and what was asked about them.</summary>
internal static class ShowTrail
{
    public static void Map(IEndpointRouteBuilder trails) =>
        trails
            .MapGet("/{packageId:guid}", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary(
                "Shows each item of a released package: who holds it, who was told of recalls and corrections, who confirmed, where there is a gap."
            )
            .Produces<TrailSheet>()
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid packageId,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var found = await session
            .Documents.Query<TrailEntry>()
            .Where(t => t.Package == packageId)
            .ToListAsync(cancellation);
        var whole = found
            .Where(t => Visibility.Of(caller, t.Groups, t.Members) == Sight.Whole)
            .OrderBy(t => t.Number)
            .ThenBy(t => t.To, StringComparer.Ordinal)
            .ToList();
        if (whole.Count == 0)
        {
            return found.Count > 0 && caller.Roles.Contains(Roles.Auditor)
                ? Results.Ok(new TrailSheet(packageId, found[0].Reference, null, true, [.. found.Select(Outline)], []))
                : Problems.NotFound();
        }

        var trails = whole.Select(t => t.Id).ToArray();
        var consents = await session
            .Documents.Query<ConsentEntry>()
            .Where(c => c.Trail.IsOneOf(trails))
            .ToListAsync(cancellation);
        return Results.Ok(
            new TrailSheet(
                packageId,
                whole[0].Reference,
                whole[0].Title,
                false,
                [.. whole.Select(t => t.Sheet)],
                [.. consents.OrderBy(c => c.OpenedAt).Select(c => ListConsents.LineOf(c, caller))]
            )
        );
    }

    private static TrailItem Outline(TrailEntry entry) =>
        entry.Sheet with
        {
            Name = "",
            Notices = [.. entry.Sheet.Notices.Select(n => n with { Text = "" })],
        };
}
