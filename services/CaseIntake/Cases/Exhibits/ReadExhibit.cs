using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Microsoft.Net.Http.Headers;

namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>Gives an exhibit's content to those who may know the case, whole or in ranges, only with the declared hash.</summary>
internal static class ReadExhibit
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id:guid}/exhibits/{exhibitId:guid}/content", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Reads an exhibit's content; the ETag is its SHA-256, ranges are served.")
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(404);

    private static async Task<IResult> HandleAsync(
        Guid id,
        Guid exhibitId,
        AuthoritySession session,
        Caller caller,
        IExhibitStore store,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var sheet = await session.FindAsync(id, caller, cancellation);
        if (sheet?.Exhibits.FirstOrDefault(e => e.Id == exhibitId) is not { IsStored: true } exhibit)
        {
            return Problems.NotFound();
        }

        var content = await store.OpenAsync(
            new ExhibitKey(session.Authority, id, exhibitId),
            exhibit.Sha256,
            cancellation
        );
        if (content is null)
        {
            return Problems.Of(
                500,
                "exhibit-damaged",
                "The content is missing or is not what was stored; tell an operator."
            );
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(
            content,
            exhibit.MediaType,
            exhibit.FileName,
            entityTag: new EntityTagHeaderValue($"\"{exhibit.Sha256}\""),
            enableRangeProcessing: true
        );
    }
}
