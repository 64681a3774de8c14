using System.Text.Json;

namespace CaseCoordination.Correspondence;

/// <summary>States and roles as views, filters and answers spell them.</summary>
public static class Kebab
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
