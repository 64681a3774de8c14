using System.Globalization;
using System.Text;
using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests;

/// <summary>Writes instruments of a few terms between two authorities, so that a test shows all the law it turns on.</summary>
internal static class SmallBook
{
    public const string Asking = "AA-ONE";
    public const string Asked = "BB-TWO";

    public const string Party = "kind: party, status: full, roles: [request, be-requested, coordinate]";
    public const string Matter = "kind: matter, codes: [any], over: [any]";
    public const string Files = "kind: assistance, give: [info.files], modality: shall, trigger: request";

    public static readonly DateOnly Day = new(2026, 3, 2);

    public static AssistanceRequest Request { get; } =
        new()
        {
            From = Asking,
            To = Asked,
            At = Day,
            AsOf = Day,
            Kinds = ["info.files"],
            Subjects = [new(1, "fraud", "securities", Tri.Yes, Day.AddDays(-90), Day.AddDays(-30))],
        };

    /// <summary>An instrument whose terms are id.1, id.2 and so on.</summary>
    public static Instrument Instrument(string id, params string[] terms) =>
        Write(id, "{rule: any, holidays: acting-authority}", terms);

    /// <summary>The same, with periods that end where they fall.</summary>
    public static Instrument InstrumentWithoutRollOver(string id, params string[] terms) =>
        Write(id, "{rule: any, holidays: acting-authority, rollOver: false}", terms);

    /// <summary>An instrument that gives files to whoever is party, with more terms from id.4 on.</summary>
    public static Instrument Giving(string id, params string[] more) => Instrument(id, [Party, Matter, Files, .. more]);

    /// <summary>Both authorities are full parties to all of them.</summary>
    public static LawBook Of(params Instrument[] instruments) =>
        LawBook.Build(
            instruments,
            from code in new[] { Asking, Asked }
            from instrument in instruments
            select Joined(code, instrument.Id),
            new[] { Asking, Asked }.Select(code => new AuthorityProfile
            {
                Code = code,
                Jurisdiction = code[..2],
                Kind = "securities-regulator",
                Holidays = [],
            })
        );

    public static Participation Joined(string code, string instrument) =>
        new()
        {
            Authority = code,
            Instrument = instrument,
            Status = "full",
            From = new DateOnly(2020, 1, 1),
        };

    private static Instrument Write(string id, string calendar, string[] terms)
    {
        var text = new StringBuilder(
            $"treaty: {id}\ntitle: Small\nedition: {{made: \"2020\"}}\nbinding: true\ncalendar: {calendar}\nterms:\n"
        );
        for (var i = 0; i < terms.Length; i++)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{id: {id}.{i + 1}, cites: [\"{id} Art. {i + 1}\"], conf: M, {terms[i]}}}"
            );
        }

        return LawFolder.ReadInstrument(text.ToString(), id);
    }
}
