using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.Platform.Http;

/// <summary>Signatures of bodies as Standard Webhooks defines them: HMAC-SHA-256 over id, time and body.</summary>
public static class StandardSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const string Version = "v1,";

    /// <summary>How far the signer's clock may be from the reader's.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The value of <c>webhook-signature</c> for one secret.</summary>
    public static string Of(byte[] secret, string id, long timestamp, string body) =>
        Version + Convert.ToBase64String(Hash(secret, id, timestamp, body));

    /// <summary>True when one of the signatures, which spaces part, is of this secret and the time is near.</summary>
    /// <param name="timestamp">Seconds since 1970, as the header spells them.</param>
    public static bool IsRight(
        byte[] secret,
        string id,
        string? timestamp,
        string? signatures,
        string body,
        DateTimeOffset now
    )
    {
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds
        )
        {
            return false;
        }

        var expected = Hash(secret, id, seconds, body);
        return (signatures ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(false, (isRight, signature) => isRight | Matches(signature, expected));
    }

    private static byte[] Hash(byte[] secret, string id, long timestamp, string body) =>
        HMACSHA256.HashData(
            secret,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))
        );

    private static bool Matches(string signature, byte[] expected)
    {
        var given = new byte[expected.Length];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
            && length == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
