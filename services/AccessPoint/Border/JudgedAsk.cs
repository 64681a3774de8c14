using System.Globalization;
using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>Everything but the law that a judgement rests on; with the book's hash it replays to the same decision for ever.</summary>
public sealed record JudgedAsk(LegalQuestion Question, string Sender, string Recipient, string AskedOn, string JudgedOn)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static JudgedAsk Read(string text) => JsonSerializer.Deserialize<JudgedAsk>(text, Options)!;

    /// <summary>Day as it is written here.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Day as it was written here.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
