using System.Collections.Immutable;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Tests.Border;

/// <summary>One memorandum between two authorities, small enough to be read beside the tests, and one authority outside.</summary>
internal static class SmallLaw
{
    public static readonly DateOnly Asked = new(2026, 3, 2);
    public static readonly DateOnly Today = new(2026, 3, 10);

    private const string Always = """
        {"id":"s.party","kind":"party","cites":["S §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H"},
        {"id":"s.matter","kind":"matter","cites":["S §2"],"codes":["manipulation"],"over":["derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
        {"id":"s.give","kind":"assistance","cites":["S §3"],"give":["info.files"],"modality":"shall","trigger":"request","conf":"H"}
        """;

    public static string Content =>
        """{"id":"s.content","kind":"content","cites":["S §4"],"fields":["laws-violated"],"onMissing":["list-missing"],"conf":"H"}""";

    public static string Ground =>
        """{"id":"s.deny","kind":"ground","cites":["S §5"],"effect":"permits-refusal","when":"public-or-national-interest","conf":"H"}""";

    public static string OnlyInstruments =>
        """{"id":"s.instruments","kind":"matter","cites":["S §6"],"codes":["fraud"],"over":["any"],"time":{"basis":"request","ceasedConduct":true},"financialInstrument":"yes","conf":"H"}""";

    public static string Reveal =>
        """{"id":"s.reveal","kind":"handling","cites":["S §7"],"object":"request","op":"disclose","effect":"deny","conf":"H"}""";

    public static string Lapse =>
        """{"id":"s.life","kind":"lifecycle","cites":["S §8"],"begins":"signing","pending":"lapse","conf":"H"}""";

    public static string Continue => Lapse.Replace("\"lapse\"", "\"continue\"", StringComparison.Ordinal);

    public static LegalQuestion Ask { get; } =
        new()
        {
            Matter = "manipulation",
            Over = "derivatives",
            Assistance = ["info.files"],
            FinancialInstrument = "yes",
            ConductFrom = "2026-01-01",
            ConductTo = "2026-02-01",
        };

    /// <summary>XA-SMA and XB-DAC are party; MSA-FMA is registered and party to nothing.</summary>
    public static LawBook Book(params string[] further) => Book(null, further);

    /// <summary>The same, where XA-SMA's part ends on a day.</summary>
    public static LawBook Book(DateOnly? leaves, params string[] further)
    {
        var terms = string.Join(',', [Always, .. further]);
        var instrument = InstrumentJson.Read(
            $$"""{"treaty":"small","title":"Small","edition":{"made":"2020"},"binding":false,"calendar":"none","terms":[{{terms}}]}"""
        );
        return LawBook.Build(
            [instrument],
            [Part("XA-SMA") with { To = leaves }, Part("XB-DAC")],
            [Authority("XA-SMA"), Authority("XB-DAC"), Authority("MSA-FMA")]
        );
    }

    private static Participation Part(string authority) =>
        new()
        {
            Authority = authority,
            Instrument = "small",
            Status = "full",
            From = new DateOnly(2020, 1, 1),
        };

    private static AuthorityProfile Authority(string code) =>
        new()
        {
            Code = code,
            Jurisdiction = code.Split('-')[0],
            Kind = "securities-regulator",
            Holidays = ImmutableSortedSet<DateOnly>.Empty,
        };
}
