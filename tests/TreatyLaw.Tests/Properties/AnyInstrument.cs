using System.Text;
using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>Writes instruments with terms of every kind that decides.</summary>
internal static class AnyInstrument
{
    public static readonly string[] Matters = ["fraud", "manipulation", "markets", "issuance"];
    public static readonly string[] Over = ["securities", "derivatives", "crypto-derivatives", "spot-crypto-assets"];
    public static readonly string[] Kinds =
    [
        "info.files",
        "info.bank",
        "freeze.assets",
        "records.phone-existing",
        "statement.take",
        "inspect.onsite",
    ];

    public static readonly string[] Predicates =
    [
        "violates-domestic-law",
        "security",
        "prejudice-own-investigation",
        "public-or-national-interest",
        "request-not-compliant",
        "conduct-lawful-here",
        "not-duplicative-shown",
        "court-order-available",
        "national-law-allows-telecom-access",
        "request-must-be-revealed",
        "requester-consents-to-reveal",
        "information-at-hand",
        "law-provides-disclosure",
        "justified-circumstances",
        "demand-legally-enforceable",
    ];

    public static Instrument Write(Dice dice, int number)
    {
        var id = $"t{number}";
        var text = new StringBuilder();
        text.AppendLine("treaty: " + id);
        text.AppendLine("title: Generated");
        text.AppendLine("edition: {made: \"2020\"}");
        text.AppendLine(dice.Chance(50) ? "binding: true" : "binding: false");
        text.AppendLine("calendar: {rule: any, holidays: acting-authority}");
        text.AppendLine("terms:");
        var terms = new GeneratedTerms(dice, id, text);
        terms.Frame(number);
        for (var i = 1 + dice.Below(4); i > 0; i--)
        {
            terms.Assistance();
        }

        for (var i = dice.Below(5); i > 0; i--)
        {
            terms.Ground();
        }

        for (var i = dice.Below(6); i > 0; i--)
        {
            terms.Handling();
        }

        terms.Rest();
        return LawFolder.ReadInstrument(text.ToString(), id);
    }
}
