using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>
/// Secrets of webhooks as they are stored: AES-256-GCM under the operator's key, bound to their webhook. A text names its key by
/// four bytes, so that keys can change.
/// </summary>
public sealed class WebhookSecrets
{
    private const string Prefix = "whsec_";
    private const int Name = 4;
    private const int Nonce = 12;
    private const int Mark = 16;
    private readonly byte[][] _keys;

    public WebhookSecrets(WebhookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _keys =
        [
            .. (settings.Key is { Length: > 0 } key ? (string[])[key, .. settings.FormerKeys ?? []] : []).Select(KeyOf),
        ];
    }

    public bool IsReady => _keys.Length > 0;

    /// <summary>A new secret as its receiver gets it: <c>whsec_</c> and 32 random bytes in base64.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public string Seal(Guid webhook, string secret)
    {
        var plain = Encoding.ASCII.GetBytes(secret);
        var text = new byte[Name + Nonce + Mark + plain.Length];
        NameOf(_keys[0]).CopyTo(text);
        var nonce = text.AsSpan(Name, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[0], Mark);
        aes.Encrypt(
            nonce,
            plain,
            text.AsSpan(Name + Nonce + Mark),
            text.AsSpan(Name + Nonce, Mark),
            webhook.ToByteArray()
        );
        return Convert.ToBase64String(text);
    }

    /// <summary>The bytes that sign.</summary>
    public byte[] Open(Guid webhook, string stored)
    {
        var text = Convert.FromBase64String(stored).AsSpan();
        var name = text[..Name].ToArray();
        var key =
            _keys.FirstOrDefault(k => NameOf(k).AsSpan().SequenceEqual(name))
            ?? throw new CryptographicException(
                "No key of Webhooks:Key and Webhooks:FormerKeys opens a stored secret."
            );
        var plain = new byte[text.Length - Name - Nonce - Mark];
        using var aes = new AesGcm(key, Mark);
        aes.Decrypt(
            text.Slice(Name, Nonce),
            text[(Name + Nonce + Mark)..],
            text.Slice(Name + Nonce, Mark),
            plain,
            webhook.ToByteArray()
        );
        return Convert.FromBase64String(Encoding.ASCII.GetString(plain)[Prefix.Length..]);
    }

    private static byte[] NameOf(byte[] key) => SHA256.HashData(key)[..Name];

    private static byte[] KeyOf(string text)
    {
        var key = new byte[32];
        return Convert.TryFromBase64String(text, key, out var length) && length == key.Length
            ? key
            : throw new InvalidOperationException(
                "Webhooks:Key and each of Webhooks:FormerKeys are 32 bytes in base64."
            );
    }
}
