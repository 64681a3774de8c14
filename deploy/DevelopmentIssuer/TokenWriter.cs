using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>Writes access tokens (typ <c>at+jwt</c>) that say who the caller is and for which authority.</summary>
internal sealed class TokenWriter(string issuer, SigningKey key)
{
    public const int LifetimeSeconds = 12 * 60 * 60;
    private const string Audience = "casecoordination";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Write(Account holder, DateTimeOffset now, string client = "development") =>
        _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = issuer,
                Audience = Audience,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = now.UtcDateTime.AddSeconds(LifetimeSeconds),
                SigningCredentials = key.Credentials,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = holder.Name,
                    ["authority"] = holder.Authority,
                    ["roles"] = holder.Roles,
                    ["groups"] = holder.Groups,
                    ["client_id"] = client,
                    ["jti"] = Guid.CreateVersion7(now).ToString(),
                },
            }
        );
}
