using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseCoordination.Correspondence;

/// <summary>Letters as JSON text: written the same way always, read only when complete and of a known version.</summary>
public static class LetterJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    };

    // No database keeps the character zero; nobody writes it in good faith.
    private const string Unstorable = @"\u0000";

    public static string Write<T>(T content)
        where T : LetterContent => JsonSerializer.Serialize(content, Options);

    /// <summary>The content, or null when this service cannot read it.</summary>
    public static T? Read<T>(string content)
        where T : LetterContent
    {
        try
        {
            return
                !content.Contains(Unstorable, StringComparison.Ordinal)
                && JsonSerializer.Deserialize<T>(content, Options)
                    is { Version: LetterContent.Current, IsWhole: true } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What every letter's content says first.</summary>
public abstract record LetterContent
{
    public const int Current = 1;

    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = Current;

    /// <summary>False when a list in it has gaps, which the form cannot forbid.</summary>
    [JsonIgnore]
    public virtual bool IsWhole => true;
}
