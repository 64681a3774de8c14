namespace CaseCoordination.Bench;

/// <summary>Small but complete inputs.</summary>
internal static class Payloads
{
    public static readonly object Subject = new
    {
        name = "Example Derivatives Venue Ltd",
        kind = "entity",
        identifiers = Array.Empty<object>(),
    };

    public static readonly object Allegation = new
    {
        text = "Offered leveraged crypto-derivatives without authorisation.",
        provisions = new[] { "Derivatives Act s. 4" },
    };

    public static readonly string[] ContentFields =
    [
        "facts-and-purpose",
        "assistance-and-why",
        "identification-leads",
        "precautions-and-sensitivity",
        "laws-violated",
    ];

    public static readonly object Filing = FilingTo("MSA-FMA");

    public static object FilingTo(params string[] authorities) =>
        new
        {
            invite = authorities.Select(a => new { authority = a, instrument = "iosco-mmou" }),
            assistance = new[] { "info.files", "info.transactions" },
            message = "Please join.",
            contentFields = ContentFields,
        };

    public static object Case(int i) =>
        new
        {
            title = $"Bench {i}",
            matter = new
            {
                code = "intermediaries",
                over = "crypto-derivatives",
                financialInstrument = "yes",
                conductFrom = "2025-01-01",
                conductTo = "2025-06-30",
            },
        };
}
