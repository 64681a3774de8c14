using System.Security.Cryptography;
using CaseCoordination.Platform.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CaseCoordination.Testing;

/// <summary>Tokens of callers that a test makes up, signed with a key of this test run.</summary>
public static class Tokens
{
    public const string Issuer = "https://issuer.test";

    public static ECDsaSecurityKey Key { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    /// <summary>Every role there is: what even such a caller may not see is out of everybody's reach.</summary>
    public static string[] EveryRole { get; } =
        typeof(Roles).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToArray();

    public static string For(
        string authority,
        string subject,
        string[] roles,
        string[]? groups = null,
        TimeSpan? lasting = null
    ) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = "casecoordination",
                TokenType = "at+jwt",
                Expires = TimeProvider.System.GetUtcNow().Add(lasting ?? TimeSpan.FromHours(1)).UtcDateTime,
                SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = subject,
                    ["authority"] = authority,
                    ["roles"] = roles,
                    ["groups"] = groups ?? [],
                },
            }
        );
}
