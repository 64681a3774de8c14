using System.Text.Json;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>One category in the list.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What its records tell.</param>
/// <param name="SchemaVersion">SHA-256 of its schema.</param>
/// <param name="IsTable">True where records can be read as CSV.</param>
/// <param name="Schemes">What `identifier=scheme:value` may name.</param>
public sealed record CategoryLine(
    string Name,
    string Title,
    string Description,
    string SchemaVersion,
    bool IsTable,
    IReadOnlyList<string> Schemes
);

/// <summary>One category with its schema.</summary>
/// <param name="Category">As in the list.</param>
/// <param name="Fields">Every field, and whether it is personal data.</param>
/// <param name="Schema">The JSON Schema, with an example.</param>
public sealed record CategorySheet(CategoryLine Category, IReadOnlyList<RecordField> Fields, JsonElement Schema);

/// <summary>Shows the categories of records, with the schemas that rows are checked against.</summary>
internal static class ListCategories
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var categories = app.MapGroup("/api/record-categories").WithTags("Record categories").RequireRoles(Roles.Staff);
        categories
            .MapGet("", (RecordCategories all) => Results.Ok(all.All.Select(LineOf)))
            .WithSummary("Lists the categories of supervisory records.")
            .Produces<IReadOnlyList<CategoryLine>>();
        categories
            .MapGet(
                "/{category}",
                (string category, RecordCategories all) =>
                    all.Find(category) is { } known
                        ? Results.Ok(new CategorySheet(LineOf(known), known.Fields, known.Schema))
                        : Problems.NotFound()
            )
            .WithSummary(
                "Shows a category: its fields, which of them are personal data, its JSON Schema with an example."
            )
            .Produces<CategorySheet>()
            .ProducesProblem(404);
    }

    private static CategoryLine LineOf(RecordCategory category) =>
        new(category.Name, category.Title, category.Description, category.Version, category.IsTable, category.Schemes);
}
