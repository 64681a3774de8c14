namespace CaseCoordination.Architecture.Tests;

/// <summary>What records are made of.</summary>
internal static class Records
{
    private static readonly Type[] Plain =
    [
        typeof(string),
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(decimal),
        typeof(Guid),
        typeof(DateTimeOffset),
        typeof(DateOnly),
    ];

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>Why an event is not flat: not sealed, no record, or with something inside that has parts of its own.</summary>
    public static IEnumerable<string> Unevenness(Type @event)
    {
        if (!@event.IsSealed || !IsRecord(@event))
        {
            yield return $"{@event.Name} is no sealed record";
        }

        foreach (var member in @event.GetProperties().Where(p => !IsPlain(p.PropertyType)))
        {
            yield return $"{@event.Name}.{member.Name} is a {member.PropertyType.Name}";
        }
    }

    private static bool IsPlain(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type);
        return inner.IsEnum
            || Plain.Contains(inner)
            || inner == typeof(IReadOnlyDictionary<string, string>)
            || IsValue(inner);
    }

    // A value of the same domain, such as an identifier with its scheme; an event or an entity inside is none.
    private static bool IsValue(Type type) =>
        type is { IsSealed: true, Namespace: { } space }
        && space.EndsWith(".Domain", StringComparison.Ordinal)
        && IsRecord(type)
        && type.BaseType == typeof(object)
        && !type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(CaseCoordination.Decider.IEvolve<>));
}
