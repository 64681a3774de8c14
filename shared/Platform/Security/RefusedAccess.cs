using CaseCoordination.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace CaseCoordination.Platform.Security;

/// <summary>Answers missing tokens and roles as problems with stable codes, and stops callers of authorities hosted elsewhere.</summary>
internal sealed class RefusedAccess(HostedAuthorities hosted) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems
                .Of(401, "token-missing", "A valid access token is needed: send it as 'Authorization: Bearer ...'.")
                .ExecuteAsync(context);
        }

        if (authorizeResult.Forbidden)
        {
            return Problems.Of(403, "role-missing", "Your role does not permit this.").ExecuteAsync(context);
        }

        return context.User.Identity?.IsAuthenticated == true && !IsHosted(context)
            ? Problems
                .Of(403, "authority-not-hosted", "Your authority's files are not kept on this node.")
                .ExecuteAsync(context)
            : next(context);
    }

    private bool IsHosted(HttpContext context)
    {
        var caller = Caller.From(context.User);
        return hosted.Contains(caller.Authority) || caller.Roles.Contains(Roles.Registrar);
    }
}
