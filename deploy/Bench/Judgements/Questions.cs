using CaseCoordination.TreatyLaw;

namespace CaseCoordination.Bench.Judgements;

/// <summary>Requests as they come: most about what agreements cover, some with a fact unknown, few that nothing covers.</summary>
internal static class Questions
{
    public const int Count = 64;

    private static readonly string[] Matters =
    [
        "insider-dealing",
        "manipulation",
        "fraud",
        "covered-entity-supervision",
    ];

    private static readonly string[][] Kinds =
    [
        ["info.transactions"],
        ["info.bank", "info.beneficial-owner"],
        ["statement.take"],
        ["info.files", "freeze.assets"],
        ["info.transactions", "records.phone-existing", "statement.take"],
    ];

    private static readonly string[] Predicates =
    [
        "violates-domestic-law",
        "request-not-compliant",
        "security",
        "public-or-national-interest",
        "prejudice-own-investigation",
        "conduct-lawful-here",
        "request-must-be-revealed",
    ];

    public static AssistanceRequest[] Of(Sharing sharing) =>
        [.. Enumerable.Range(0, Count).Select(number => Question(Pair.Of(sharing), number))];

    private static AssistanceRequest Question(Pair pair, int number)
    {
        var day = new DateOnly(2026, 3, 2).AddDays(number);
        var over =
            number % 16 == 15 ? "spot-crypto-assets"
            : number % 2 == 0 ? "securities"
            : "derivatives";
        return new AssistanceRequest
        {
            From = pair.Asking,
            To = pair.Asked,
            At = day,
            AsOf = day,
            Urgent = number % 8 == 0,
            Kinds = [.. Kinds[number % Kinds.Length]],
            Subjects =
            [
                new RequestSubject(
                    1,
                    Matters[number % Matters.Length],
                    over,
                    Tri.Yes,
                    day.AddDays(-90),
                    day.AddDays(-30)
                ),
            ],
            Facts = Known(number),
        };
    }

    private static Facts Known(int number)
    {
        var facts = Facts.None with { Proceedings = [], Sanctions = [], Enforcement = [], Commitments = "none" };
        for (var i = 0; i < Predicates.Length; i++)
        {
            var open = number % 4 == 1 && number % Predicates.Length == i;
            facts = open ? facts : facts.With(Predicates[i], number % 11 == i ? Tri.Yes : Tri.No);
        }

        return facts;
    }
}
