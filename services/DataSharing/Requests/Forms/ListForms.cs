using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.DataSharing.Requests.Forms;

/// <summary>Shows the forms in which instruments want to be asked.</summary>
internal static class ListForms
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("/api/request-forms").WithTags("Request forms").RequireRoles(Roles.Staff);
        forms
            .MapGet("", (RequestForms all) => Results.Ok(all.All))
            .WithSummary("Lists the forms of instruments: fields, which of them are required, labels, languages.")
            .Produces<IReadOnlyList<RequestForm>>();
        forms
            .MapGet(
                "/{instrument}",
                (string instrument, RequestForms all) =>
                    all.All.FirstOrDefault(f => f.Instrument == instrument) is { } form
                        ? Results.Ok(form)
                        : Problems.NotFound()
            )
            .WithSummary("Shows the form of one instrument.")
            .Produces<RequestForm>()
            .ProducesProblem(404);
    }
}
