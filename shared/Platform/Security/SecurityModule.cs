using System.IdentityModel.Tokens.Jwt;
using CaseCoordination.Platform.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseCoordination.Platform.Security;

/// <summary>Tokens in, callers out: every endpoint needs a valid token of an authority that this node hosts.</summary>
public static class SecurityModule
{
    public const string Audience = "casecoordination";

    internal static void AddCallers(this IHostApplicationBuilder builder)
    {
        var issuer = builder.Configuration["Security:Issuer"];
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.MapInboundClaims = false;
                options.Authority = issuer;
                options.Audience = Audience;
                options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
                options.TokenValidationParameters.ValidIssuer = issuer;
                options.TokenValidationParameters.ValidTypes = ["at+jwt"];
                options.TokenValidationParameters.ValidAlgorithms = ["ES256"];
                options.TokenValidationParameters.NameClaimType = JwtRegisteredClaimNames.Sub;
                options.TokenValidationParameters.RoleClaimType = Caller.RolesClaim;
                options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            });
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedAccess>();
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        // Nothing here sets cookies; without this the framework would write a key ring into the home directory.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services =>
            Caller.From(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.User)
        );
        builder.Services.AddSingleton(HostedAuthorities.From(builder.Configuration));
    }

    /// <summary>Lets only callers with one of the roles in; others get 403 with code <c>role-missing</c>.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoint, params string[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(roles));
}

/// <summary>The authorities whose files live on this node, from <c>Node:Authorities</c>.</summary>
public sealed record HostedAuthorities(IReadOnlyList<string> Codes)
{
    /// <summary>True when the authority's files live here.</summary>
    public bool Contains(string code) => Codes.Contains(code, StringComparer.Ordinal);

    internal static HostedAuthorities From(IConfiguration configuration) =>
        new(
            (configuration["Node:Authorities"] ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        );
}
