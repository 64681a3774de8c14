using System.Security.Cryptography;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Http;

/// <summary>What one request says about itself: its id, the version it saw, its Idempotency-Key.</summary>
public sealed class RequestContext
{
    public string Id { get; set; } = "";
    public long? SeenVersion { get; set; }
    public PendingIdempotency? Idempotency { get; set; }
}

/// <summary>Reads the preconditions of a request, and answers a repeated POST with its first answer.</summary>
internal sealed class RequestConditions(RequestDelegate next)
{
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true || http.GetEndpoint() is not { } endpoint)
        {
            await next(http);
            return;
        }

        var context = http.RequestServices.GetRequiredContext();
        context.Id = http.TraceIdentifier;
        if (!Preconditions.TryRead(http.Request, out var seen))
        {
            await Problems
                .Of(400, "if-match-malformed", "If-Match takes one strong entity tag, as the ETag header gave it.")
                .ExecuteAsync(http);
            return;
        }

        context.SeenVersion = seen;
        if (seen is null && endpoint.Metadata.GetMetadata<Preconditions.Required>() is not null)
        {
            await Problems
                .Of(428, "if-match-missing", "Send If-Match with the ETag of what you read, so that no edit is lost.")
                .ExecuteAsync(http);
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method) && await IsAnsweredAsync(http, context))
        {
            return;
        }

        await next(http);
    }

    private static async Task<bool> IsAnsweredAsync(HttpContext http, RequestContext context)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > LongestKey || key.Any(c => c is < '!' or > '~'))
        {
            await Problems
                .Of(
                    400,
                    key.Length == 0 ? "idempotency-key-missing" : "idempotency-key-malformed",
                    $"Send Idempotency-Key with 1 to {LongestKey} visible ASCII characters, the same for every repeat of this request."
                )
                .ExecuteAsync(http);
            return true;
        }

        var caller = Caller.From(http.User);
        var pending = new PendingIdempotency($"{caller.Subject}|{key}", await FingerprintAsync(http.Request));
        var session = http.RequestServices.GetRequiredSession();
        var record = await session.Documents.LoadAsync<IdempotencyRecord>(pending.Id, http.RequestAborted);
        if (record is null)
        {
            context.Idempotency = pending;
            session.Idempotency = pending;
            return false;
        }

        if (!string.Equals(record.Fingerprint, pending.Fingerprint, StringComparison.Ordinal))
        {
            await Problems
                .Of(422, Problems.KeyReused, "This Idempotency-Key was used for another request.")
                .ExecuteAsync(http);
            return true;
        }

        http.Response.Headers["Idempotency-Replayed"] = "true";
        await new Answered(new CommandResult(record.StreamId, record.Version)).ExecuteAsync(http);
        return true;
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

internal static class RequestServices
{
    public static RequestContext GetRequiredContext(this IServiceProvider services) =>
        (RequestContext)services.GetService(typeof(RequestContext))!;

    public static AuthoritySession GetRequiredSession(this IServiceProvider services) =>
        (AuthoritySession)services.GetService(typeof(AuthoritySession))!;
}
