using System.Globalization;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;

namespace CaseCoordination.Bench.Judgements;

/// <summary>
/// Three thousand agreements in force among two hundred authorities, in the words of the instruments that are delivered. One
/// pair of authorities shares a few of them, one fifty, one all.
/// </summary>
internal static class AgreementBook
{
    public const int Agreements = 3000;

    private const int Authorities = 200;

    /// <summary>The delivered text, its short name in term ids, and its name in citations.</summary>
    private static readonly (string File, string Term, string Cite)[] Patterns =
    [
        ("iosco-mmou", "mmou", "MMoU"),
        ("iosco-emmou", "emmou", "EMMoU"),
        ("bil-xa-xe-supervision", "sup", "Sup."),
    ];

    private static readonly DateOnly Since = new(2020, 1, 1);

    public static LawBook Build(string folder)
    {
        var texts = Array.ConvertAll(Patterns, pattern => Read(folder, pattern.File));
        var instruments = Enumerable.Range(0, Agreements).Select(number => Instrument(texts, number));
        var pairs = Enum.GetValues<Sharing>().SelectMany(sharing => Pair.Of(sharing).Both);
        return LawBook.Build(
            instruments,
            Enumerable.Range(0, Agreements).SelectMany(Parties),
            pairs.Concat(Enumerable.Range(0, Authorities).Select(Other)).Select(Profile)
        );
    }

    private static string Read(string folder, string file)
    {
        var lines = File.ReadLines(Path.Combine(folder, file + ".yaml"));
        // What two authorities agreed becomes a form that any two can sign.
        return string.Join(
            '\n',
            lines.Where(line => !line.TrimStart().StartsWith("authorities:", StringComparison.Ordinal))
        );
    }

    private static Instrument Instrument(string[] texts, int number)
    {
        var (file, term, cite) = Patterns[number % Patterns.Length];
        var id = Id(number);
        var text = texts[number % Patterns.Length]
            .Replace($"treaty: {file}", $"treaty: {id}", StringComparison.Ordinal)
            .Replace($"{term}.", $"{id}.", StringComparison.Ordinal)
            .Replace("over: iosco-mmou", $"over: {Id(number - 1)}", StringComparison.Ordinal)
            .Replace($"\"{cite} ", $"\"Agreement {number} ", StringComparison.Ordinal);
        return LawFolder.ReadInstrument(text, id);
    }

    private static IEnumerable<Participation> Parties(int number)
    {
        var sharing = Enum.GetValues<Sharing>().Where(sharing => number < Pair.Count(sharing));
        var others = new[] { number, (7 * number) + 1 + (number / Authorities) }.Select(n => Other(n % Authorities));
        return sharing
            .SelectMany(sharing => Pair.Of(sharing).Both)
            .Concat(others.Distinct(StringComparer.Ordinal))
            .Select(authority => new Participation
            {
                Authority = authority,
                Instrument = Id(number),
                Status = "full",
                From = Since,
                List = "A.1",
            });
    }

    private static AuthorityProfile Profile(string code) =>
        new()
        {
            Code = code,
            Jurisdiction = code[..2],
            Kind = "securities-regulator",
            Holidays = [new DateOnly(2026, 5, 1), new DateOnly(2026, 12, 25)],
        };

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"agreement-{number:D4}");

    private static string Other(int number) => string.Create(CultureInfo.InvariantCulture, $"ZZ-{number:D3}");
}

/// <summary>How many agreements two authorities share.</summary>
internal enum Sharing
{
    Few,
    Fifty,
    Thousands,
}

/// <summary>Two authorities that share so many agreements.</summary>
internal sealed record Pair(string Asking, string Asked)
{
    public IEnumerable<string> Both => [Asking, Asked];

    public static int Count(Sharing sharing) =>
        sharing switch
        {
            Sharing.Few => 4,
            Sharing.Fifty => 50,
            _ => AgreementBook.Agreements,
        };

    public static Pair Of(Sharing sharing) =>
        sharing switch
        {
            Sharing.Few => new("XA-FEW", "XB-FEW"),
            Sharing.Fifty => new("XC-FIFTY", "XD-FIFTY"),
            _ => new("XE-ALL", "XF-ALL"),
        };
}
