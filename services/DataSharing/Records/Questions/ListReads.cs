using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>Shows auditors who read which records.</summary>
internal static class ListReads
{
    private const int MostPerPage = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/record-reads", HandleAsync)
            .WithTags("Records")
            .RequireRoles(Roles.Auditor)
            .WithSummary("Lists who read records, newest first: what was asked for, and how many records were shown.")
            .WithDescription(
                "`records` is absent where reading has not ended, or was broken off. `size` up to 200; `cursor` is the `next` of the page before."
            )
            .Produces<Page<RecordRead>>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 50
    )
    {
        var isOurs = Cursor.TryRead(cursor, out var after);
        var before = DateTimeOffset.MaxValue;
        isOurs = isOurs && (after is null || after.TryInstant(out before));
        var shape = new Shape()
            .Must(isOurs, "cursor", "not-a-cursor", "Use the next of the page before, unchanged.")
            .Must(size is >= 1 and <= MostPerPage, "size", "out-of-range", $"From 1 to {MostPerPage}.");
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var found = await RecordStore.ReadsAsync(session, before, after?.Id ?? Guid.AllBitsSet, size + 1, cancellation);
        return Results.Ok(Pages.Cut(found, size, last => Cursor.At(last.At, last.Id)));
    }
}
