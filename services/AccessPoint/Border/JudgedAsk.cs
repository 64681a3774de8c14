using System.Globalization;
using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>Everything but the law that a judgement rests on; with the book's hash it replays to the same decision for ever.</summary>
public sealed record JudgedAsk(LegalQuestion Question, string Sender, string Recipient, string AskedOn, string JudgedOn)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Throws <see cref="JsonException"/> where the text is not what was written here.</summary>
    public static JudgedAsk Read(string text) =>
        JsonSerializer.Deserialize<JudgedAsk>(text, Strict) ?? throw new JsonException("nothing was asked");

    /// <summary>Judges it by a book, as it was judged when it was written down.</summary>
    public Judgement JudgeBy(LawBook book) =>
        BorderLaw.Judge(book, Question, Sender, Recipient, Day(AskedOn), Day(JudgedOn));

    /// <summary>Day as it is written here.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Day as it was written here.</summary>
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
