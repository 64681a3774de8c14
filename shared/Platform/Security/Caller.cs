using System.Security.Claims;

namespace CaseCoordination.Platform.Security;

/// <summary>Who calls: everything a rule may know of the person or system, taken from the token alone.</summary>
public sealed record Caller(string Subject, string Authority, IReadOnlySet<string> Roles, IReadOnlySet<string> Groups)
{
    /// <summary>Claim names of the access token.</summary>
    public const string AuthorityClaim = "authority";
    public const string RolesClaim = "roles";
    public const string GroupsClaim = "groups";

    /// <summary>The caller that an authenticated principal stands for.</summary>
    public static Caller From(ClaimsPrincipal principal) =>
        new(
            principal.FindFirstValue("sub") ?? "",
            principal.FindFirstValue(AuthorityClaim) ?? "",
            All(principal, RolesClaim),
            All(principal, GroupsClaim)
        );

    private static HashSet<string> All(ClaimsPrincipal principal, string claim) =>
        principal.FindAll(claim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
}

/// <summary>The roles a token may carry.</summary>
public static class Roles
{
    public const string Officer = "officer";
    public const string Approver = "approver";
    public const string Counsel = "counsel";
    public const string DataSteward = "data-steward";
    public const string Operator = "operator";
    public const string Auditor = "auditor";
    public const string System = "system";
    public const string Registrar = "registrar";

    /// <summary>Everyone who works on matters; operators keep machines running and see no matter.</summary>
    public static readonly string[] Staff = [Officer, Approver, Counsel, DataSteward, Auditor, System];
}
