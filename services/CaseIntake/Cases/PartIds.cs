using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>Ids of a case's parts: the caller's own, or one that follows from the Idempotency-Key, so that a repeat adds nothing.</summary>
internal static class PartIds
{
    public static Guid Of(HttpContext http, Guid caseId, Guid? given)
    {
        var id =
            given is { } own && own != Guid.Empty
                ? own
                : DeterministicId.Of(
                    caseId.ToString("N"),
                    Caller.From(http.User).Subject,
                    http.Request.Headers["Idempotency-Key"].ToString()
                );
        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                http.Response.Headers.Location = $"{http.Request.Path}/{id}";
            }

            return Task.CompletedTask;
        });
        return id;
    }
}
