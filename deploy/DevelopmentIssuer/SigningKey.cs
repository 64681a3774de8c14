using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>The issuer's ES256 key, kept across starts so that tokens outlive a restart.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        Public = new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P256,
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
            Use = JsonWebKeyUseNames.Sig,
            Alg = SecurityAlgorithms.EcdsaSha256,
        };
        Public.Kid = Base64UrlEncoder.Encode(Public.ComputeJwkThumbprint());
        Credentials = new SigningCredentials(
            new ECDsaSecurityKey(key) { KeyId = Public.Kid },
            SecurityAlgorithms.EcdsaSha256
        );
    }

    public JsonWebKey Public { get; }

    public SigningCredentials Credentials { get; }

    public static SigningKey LoadOrCreate(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
        }
        else
        {
            Keep(file, key.ExportPkcs8PrivateKeyPem());
        }

        return new SigningKey(key);
    }

    public void Dispose() => _key.Dispose();

    private static void Keep(string file, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(pem);
    }
}
