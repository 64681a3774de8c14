using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseCoordination.RegistryReplica;

/// <summary>Hashes by which the registry and every copy of it can be compared.</summary>
public static class ContentHash
{
    // What is absent is not written, so that an optional member added later does not change older contents' hashes.
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>SHA-256 over a contract's content, in lower-case hexadecimal digits.</summary>
    public static string Of<T>(T content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Options)));

    /// <summary>One hash over many, in any order.</summary>
    public static string OfAll(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal))))
        );
}
