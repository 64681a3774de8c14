namespace CaseCoordination.DevelopmentIssuer;

/// <summary>What a service needs to check tokens: the issuer's description and its public key.</summary>
internal static class Discovery
{
    public static void Map(IEndpointRouteBuilder app, string issuer, SigningKey key)
    {
        var description = new
        {
            issuer,
            jwks_uri = $"{issuer}/jwks",
            token_endpoint = $"{issuer}/token",
            grant_types_supported = new[] { ClientGrant.Name },
            token_endpoint_auth_methods_supported = new[] { "client_secret_basic", "client_secret_post" },
            response_types_supported = new[] { "token" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { key.Public.Alg },
        };
        var published = new
        {
            kty = key.Public.Kty,
            crv = key.Public.Crv,
            x = key.Public.X,
            y = key.Public.Y,
            use = key.Public.Use,
            alg = key.Public.Alg,
            kid = key.Public.Kid,
        };
        var keys = new { keys = new[] { published } };
        app.MapGet("/.well-known/openid-configuration", () => description);
        app.MapGet("/jwks", () => keys);
    }
}
