using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Generation;

namespace CaseCoordination.Architecture.Tests;

/// <summary>The JSON shape of a type, as it is stored and sent.</summary>
internal static class Schemas
{
    private static readonly SystemTextJsonSchemaGeneratorSettings Settings = new()
    {
        SerializerOptions = JsonSerializerOptions.Web,
        FlattenInheritanceHierarchy = true,
        DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull,
    };

    public static string Of(Type type) => JsonSchema.FromType(type, Settings).ToJson();
}
