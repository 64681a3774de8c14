using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseCoordination.Testing;

/// <summary>A body of an endpoint's shape, for calls that are refused for what they name and not for what they say.</summary>
public static class SampleBody
{
    private const int Deepest = 6;

    /// <summary>JSON in which every member that must be there is there.</summary>
    public static string Of(Type type) => Value(type, 0)?.ToJsonString() ?? "{}";

    private static JsonNode? Value(Type type, int depth)
    {
        if (depth > Deepest || Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.IsEnum)
        {
            return JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetNames(type)[0]);
        }

        if (ItemOf(type) is { } item)
        {
            return Value(item, depth + 1) is { } one ? new JsonArray(one) : [];
        }

        var body = new JsonObject();
        var nullability = new NullabilityInfoContext();
        foreach (var member in type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite))
        {
            if (nullability.Create(member).WriteState != NullabilityState.Nullable)
            {
                body[JsonNamingPolicy.CamelCase.ConvertName(member.Name)] = Value(member.PropertyType, depth + 1);
            }
        }

        return body;
    }

    private static JsonNode? Simple(Type type) =>
        type == typeof(string) ? "sample"
        : type == typeof(bool) ? false
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type == typeof(DateTimeOffset) ? TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)
        : type == typeof(DateOnly) ? "2026-01-01"
        : type.IsPrimitive || type == typeof(decimal) ? 1
        : (JsonNode?)null;

    private static Type? ItemOf(Type type) =>
        type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces()
                .Append(type)
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                ?.GetGenericArguments()[0];
}
