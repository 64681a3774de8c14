using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CaseCoordination.Architecture.Tests;

/// <summary>The assemblies as they were built.</summary>
internal static class Code
{
    public static Assembly AccessPoint => typeof(AccessPoint.Border.BorderJudge).Assembly;
    public static Assembly CaseIntake => Load("CaseIntake");
    public static Assembly DataSharing => Load("DataSharing");
    public static Assembly EnforcementActions => Load("EnforcementActions");
    public static Assembly TreatyRegistry => Load("TreatyRegistry");
    public static Assembly Contracts => Load("Contracts");
    public static Assembly Decider => Load("Decider");
    public static Assembly Platform => Load("Platform");
    public static Assembly TreatyLaw => Load("TreatyLaw");
    public static Assembly Correspondence => Load("Correspondence");
    public static Assembly Identifiers => Load("Identifiers");
    public static Assembly RegistryReplica => Load("RegistryReplica");
    public static Assembly Own => typeof(Code).Assembly;

    public static IReadOnlyList<Assembly> Services =>
        [AccessPoint, CaseIntake, DataSharing, EnforcementActions, TreatyRegistry];

    /// <summary>True for what comes with .NET itself, without the web framework.</summary>
    public static bool IsBaseLibrary(string? assembly) =>
        assembly is "System.Private.CoreLib" or "System" or "netstandard"
        || assembly?.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>Names of the assemblies that one was compiled against, without those of .NET itself.</summary>
    public static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !IsBaseLibrary(name));

    /// <summary>Every type of another assembly that the code of one names, and each member as <c>Type.Member</c>.</summary>
    public static IReadOnlySet<string> Names(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var names = metadata
            .TypeReferences.Select(handle => NameOf(metadata, metadata.GetTypeReference(handle)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            var owner = member.Parent.Kind switch
            {
                HandleKind.TypeReference => NameOf(
                    metadata,
                    metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
                ),
                HandleKind.TypeSpecification => GenericOf(metadata, (TypeSpecificationHandle)member.Parent),
                _ => null,
            };
            names.Add($"{owner}.{metadata.GetString(member.Name)}");
        }

        return names;
    }

    private static string NameOf(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    // A generic type's signature: GENERICINST, class or value type, then the type it is made of.
    private static string? GenericOf(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadByte();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference
            ? NameOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)type))
            : null;
    }

    private static Assembly Load(string name) => Assembly.Load($"CaseCoordination.{name}");
}
