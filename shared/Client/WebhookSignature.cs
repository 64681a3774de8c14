using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.Client;

/// <summary>Signatures of deliveries as Standard Webhooks defines them, for whoever receives them.</summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>How far the sender's clock may be from the receiver's, and how old a delivery may be.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>True when the delivery was signed with the secret and is neither old nor of the future.</summary>
    /// <param name="secret">As it was shown at registration, <c>whsec_...</c>.</param>
    /// <param name="id">The header <c>webhook-id</c>; the same for every repeat of a delivery.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>, in seconds since 1970.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: one or several, separated by spaces.</param>
    /// <param name="body">The body exactly as it came.</param>
    /// <param name="now">The receiver's time.</param>
    public static bool Verify(
        string secret,
        string id,
        string timestamp,
        string signatures,
        string body,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(signatures);
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds
        )
        {
            return false;
        }

        var key = Convert.FromBase64String(
            secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret
        );
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        var isOurs = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            isOurs |= Matches(signature, expected);
        }

        return isOurs;
    }

    private static bool Matches(string signature, byte[] expected)
    {
        var given = new byte[expected.Length];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
            && length == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
