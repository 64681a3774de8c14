using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>A generated book with a generated request and disclosure.</summary>
internal sealed record World(LawBook Book, AssistanceRequest Request, Disclosure Disclosure)
{
    private static readonly string[] Codes = ["AA-ONE", "BB-TWO", "CC-TRE"];

    public static World Of(int seed)
    {
        var dice = new Dice(seed);
        var instruments = Enumerable.Range(0, 1 + dice.Below(4)).Select(n => AnyInstrument.Write(dice, n)).ToList();
        var authorities = Codes.Select(code => new AuthorityProfile
        {
            Code = code,
            Jurisdiction = code[..2],
            Kind = "securities-regulator",
            Holidays = [.. Enumerable.Range(0, 4).Select(_ => dice.Day())],
        });
        var participations =
            from code in Codes
            from instrument in instruments
            where dice.Chance(90)
            select Participation(dice, code, instrument.Id);
        var book = LawBook.Build(instruments, participations.ToList(), authorities.ToList());
        return new World(book, AnyRequest(dice, instruments.Count), AnyDisclosure(dice, instruments.Count));
    }

    public static DisclosureItem AnyItem(Dice dice, int instruments, string name) =>
        new()
        {
            Item = name,
            Provenance = [.. Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => AnyStep(dice, instruments))],
            PersonalData = dice.Chance(30),
            Markings = dice.Chance(20) ? [dice.Of("H0", "H1", "H2", "H3")] : [],
        };

    public static ProvenanceStep AnyStep(Dice dice, int instruments) =>
        new(dice.Of("AA-ONE", "BB-TWO"), "CC-TRE", $"t{dice.Below(instruments)}", dice.Day());

    private static Participation Participation(Dice dice, string code, string instrument) =>
        new()
        {
            Authority = code,
            Instrument = instrument,
            Status = dice.Chance(90) ? "full" : dice.Of("committed", "suspended", "withdrawn"),
            From = dice.Chance(85) ? new DateOnly(2020, 1, 1) : dice.Day(),
            To = dice.Chance(10) ? new DateOnly(2026, 5, 1).AddDays(dice.Below(60)) : null,
            NoticeGiven = dice.Chance(10) ? dice.Day() : null,
        };

    private static AssistanceRequest AnyRequest(Dice dice, int instruments)
    {
        var at = dice.Day();
        var invoked = dice.Chance(40) ? $"t{dice.Below(instruments)}" : null;
        return new AssistanceRequest
        {
            Trigger = dice.Chance(90) ? "request" : "spontaneous",
            From = "BB-TWO",
            To = "AA-ONE",
            At = at,
            AsOf = at.AddDays(dice.Chance(30) ? dice.Below(60) : 0),
            Invoked = invoked,
            Pinned = invoked is not null && dice.Chance(30),
            Urgent = dice.Chance(30),
            Kinds = [.. dice.Some(35, AnyInstrument.Kinds)],
            Subjects = [.. Enumerable.Range(1, dice.Chance(25) ? 2 : 1).Select(number => AnySubject(dice, number))],
            Missing = dice.Chance(10) ? ["urgency"] : [],
            Facts = AnyFacts(dice),
        };
    }

    private static RequestSubject AnySubject(Dice dice, int number) =>
        new(
            number,
            dice.Of(AnyInstrument.Matters),
            dice.Of(AnyInstrument.Over),
            dice.Tri(),
            new DateOnly(2025, 1, 1),
            new DateOnly(2025, 12, 31)
        );

    private static Disclosure AnyDisclosure(Dice dice, int instruments) =>
        new()
        {
            Holder = "CC-TRE",
            At = new DateOnly(2026, 4, 1).AddDays(dice.Below(120)),
            Op = dice.Of("use", "disclose"),
            Purpose = dice.Of<string>([.. Vocabulary.Purposes]),
            Recipient = dice.Of<string>([.. Vocabulary.Recipients]),
            CombinedAs = dice.Chance(50) ? "report" : null,
            Items = [.. Enumerable.Range(1, 1 + dice.Below(3)).Select(n => AnyItem(dice, instruments, $"i{n}"))],
            Facts = AnyFacts(dice).WithConsent("AA-ONE", dice.Tri()).WithConsent("BB-TWO", dice.Tri()),
        };

    private static Facts AnyFacts(Dice dice)
    {
        var facts = Facts.None;
        foreach (var predicate in AnyInstrument.Predicates)
        {
            facts = facts.With(predicate, dice.Chance(75) ? Tri.No : dice.Tri());
        }

        return facts with
        {
            Proceedings = dice.Of<IReadOnlyList<Proceeding>?>(
                null,
                [],
                [],
                [new Proceeding("AA", "criminal", "initiated", dice.Tri(), dice.Tri())]
            ),
            Sanctions = [],
            Enforcement = [],
            Commitments = "none",
        };
    }
}
