using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>What holds of every decision, tried on generated terms, parties and facts.</summary>
public sealed class SevenPropertiesTests
{
    private const int Times = 1500;

    [Fact]
    public void The_same_law_and_question_give_the_same_bytes_in_whatever_order_the_law_was_loaded() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var (first, second) = (World.Of(seed), World.Of(seed));
                var shuffled = LawBook.Build(
                    second.Book.Instruments.Reverse(),
                    second.Book.Participations.Reverse(),
                    second.Book.Authorities.Reverse()
                );
                return Json(Law.Judge(first.Book, first.Request)) == Json(Law.Judge(shuffled, second.Request))
                    && Json(Law.Judge(first.Book, first.Disclosure)) == Json(Law.Judge(shuffled, second.Disclosure));
            }
        );

    [Fact]
    public void No_decision_is_without_a_citation_and_each_resolves_to_a_stored_term_and_its_mark() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var world = World.Of(seed);
                return IsCited(world.Book, Law.Judge(world.Book, world.Request))
                    && IsCited(world.Book, Law.Judge(world.Book, world.Disclosure));
            }
        );

    [Fact]
    public void A_further_origin_marking_or_condition_never_widens_what_is_permitted() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var world = World.Of(seed);
                var dice = new Dice(seed ^ 0x5bd1e995);
                var wider = Law.Judge(world.Book, world.Disclosure);
                var narrower = Law.Judge(world.Book, Narrow(world, dice));
                return Strictness(narrower.Outcome) >= Strictness(wider.Outcome)
                    && All(wider).Max(part => Strictness(part.Outcome)) == Strictness(wider.Outcome)
                    && wider.ConsentFrom.All(narrower.ConsentFrom.Contains);
            }
        );

    [Fact]
    public void Refusing_is_only_ever_offered_to_a_named_official_and_cannot_be_closed_without_reasons_and_notices() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var world = World.Of(seed);
                var decision = Law.Judge(world.Book, world.Request);
                return All(decision).All(part => part.Outcome != Outcome.RefusalAvailable || IsOfferedOnly(part));
            }
        );

    [Fact]
    public void A_decision_repeats_from_its_excerpt_after_the_law_was_amended_or_ended() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var world = World.Of(seed);
                var decision = Law.Judge(world.Book, world.Request);
                var excerpt = world.Book.ExcerptFor(decision, world.Request.From, world.Request.To);
                var kept = LawBookJson.Read(LawBookJson.Write(excerpt));
                var question = (AssistanceRequest)QuestionJson.Read(QuestionJson.Write(world.Request));
                var amended = Amend(world.Book, new Dice(seed));
                return Json(Law.Judge(kept, question)) == Json(decision)
                    && decision.Versions.All(version => kept.Instrument(version.Instrument)?.Version == version)
                    && amended.Instruments.All(i => i.ContentHash != world.Book.Instrument(i.Id)!.ContentHash);
            }
        );

    [Fact]
    public void A_participation_counts_from_its_first_day_and_no_more_on_the_first_day_out() =>
        Dice.Holds(
            Times,
            seed =>
            {
                var dice = new Dice(seed);
                var from = dice.Day();
                var to = from.AddDays(1 + dice.Below(40));
                var book = WithEnds(World.Of(seed).Book, from, to);
                return IsBound(book, from)
                    && IsBound(book, to.AddDays(-1))
                    && !IsBound(book, from.AddDays(-1))
                    && !IsBound(book, to);
            }
        );

    [Fact]
    public void Forgetting_a_fact_never_turns_an_obstacle_into_a_grant() =>
        Dice.Holds(
            3 * Times,
            seed =>
            {
                var world = World.Of(seed);
                var before = Law.Judge(world.Book, world.Request);
                return before.Outcome is not (Outcome.NoBasis or Outcome.RefusalAvailable)
                    || Forgetful
                        .Versions(world.Request)
                        .All(forgot =>
                            Law.Judge(world.Book, forgot).Outcome is not (Outcome.Grant or Outcome.GrantWithConditions)
                        );
            }
        );

    private static string Json(Decision decision) => DecisionJson.Write(decision);

    private static IEnumerable<Decision> All(Decision decision) =>
        decision.Parts.IsEmpty ? [decision] : decision.Parts.Select(part => part.Decision);

    private static bool IsCited(LawBook book, Decision decision) =>
        All(decision)
            .Append(decision)
            .All(part => !part.Citations.IsEmpty && part.Citations.All(cite => IsStored(book, cite)));

    private static bool IsStored(LawBook book, Citation cite) =>
        cite.Instrument is "markings"
            ? cite.Text.StartsWith("Marking H", StringComparison.Ordinal)
            : book.Instrument(cite.Instrument)?.Find(cite.Term) is { } term
                && term.Cites.Contains(cite.Text)
                && term.Mark == cite.Mark;

    private static bool IsOfferedOnly(Decision decision)
    {
        var owed = RefusalClosing.Outstanding(decision, []);
        return RefusalClosing.MayRefuse(decision)
            && decision.Duties.Contains("named-official-decides")
            && owed.Contains("give-reasons")
            && (!decision.Duties.Contains("notify-esma") || owed.Contains("notify-esma"))
            && RefusalClosing.Outstanding(decision, owed).IsEmpty;
    }

    private static int Strictness(Outcome outcome) =>
        outcome switch
        {
            Outcome.Grant => 0,
            Outcome.GrantWithConditions => 1,
            Outcome.NeedsNotice => 2,
            Outcome.PendingFacts => 3,
            Outcome.NeedsConsent => 4,
            _ => throw new InvalidOperationException($"A disclosure is never {outcome}."),
        };

    private static Disclosure Narrow(World world, Dice dice)
    {
        var index = dice.Below(world.Disclosure.Items.Length);
        var item = world.Disclosure.Items[index];
        var narrowed = dice.Below(3) switch
        {
            0 => item with { Provenance = item.Provenance.Add(World.AnyStep(dice, world.Book.Instruments.Length)) },
            1 => item with { Markings = item.Markings.Add(dice.Of("H0", "H1", "H2", "H3")) },
            _ => item with
            {
                Conditions = [new SenderCondition("c1", "AA-ONE", dice.Of("consent", "notify", "deny"), [], [])],
            },
        };
        return world.Disclosure with { Items = world.Disclosure.Items.SetItem(index, narrowed) };
    }

    private static LawBook Amend(LawBook book, Dice dice) =>
        LawBook.Build(
            Enumerable
                .Range(0, book.Instruments.Length)
                .Select(number => AnyInstrument.Write(new Dice(dice.Below(9999)), number)),
            [],
            book.Authorities
        );

    private static LawBook WithEnds(LawBook book, DateOnly from, DateOnly to) =>
        book.With(
            new Participation
            {
                Authority = "AA-ONE",
                Instrument = "t0",
                Status = "full",
                From = from,
                To = to,
            }
        );

    private static bool IsBound(LawBook book, DateOnly day) => book.MembershipOf("AA-ONE", "t0")!.IsInForceOn(day);
}
