using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>The fingerprint by which both sides compare what was sent with what arrived.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the UTF-8 bytes, lower-case hexadecimal.</summary>
    public static string Of(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
