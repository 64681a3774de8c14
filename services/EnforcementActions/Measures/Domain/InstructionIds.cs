using System.Security.Cryptography;
using System.Text;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures.Domain;

/// <summary>Names of instructions that follow from what they are about: whoever sends one again sends the same.</summary>
public static class InstructionIds
{
    public static Guid Of(CoordinatedAction file, string measure, string kind)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Id:N} {file.Authority} {measure} {kind}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
