using System.Globalization;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What the law says of taking part in an action: declining it, having to join it, and the measures that it holds.</summary>
public static class ActionLaw
{
    private const string Decline = "decline";
    private const string BecomesConcerned = "becomes-concerned";
    private const string AskMeasure = "ask-measure";

    // Grounds that are no plain yes or no.
    private const string Proceedings = "proceedings";
    private const string Sanctions = "sanctions";
    private const string Enforcement = "enforcement";
    private const string Commitments = "commitments";

    /// <summary>Facts of the treaty vocabulary that declining may turn on.</summary>
    public static IReadOnlyList<string> Grounds { get; } =
    [.. Vocabulary.Predicates.Order(StringComparer.Ordinal), Commitments, Enforcement, Proceedings, Sanctions];

    /// <summary>
    /// Whether an authority may decline on a ground. Where the instrument of the plan has rules on acting together, those decide;
    /// otherwise the grounds on which the basis of the proposal lets a request be refused.
    /// </summary>
    public static GroundPermission MayDecline(
        LawBook book,
        CoordinatedAction file,
        string ground,
        IReadOnlyDictionary<string, string>? stated,
        DateOnly today
    )
    {
        var facts = QuestionWords.FactsOf(stated);
        return
            Coordination(book, file) is { } instrument
            && Judge(book, file, instrument, Suppose(book, file, facts, ground, holds: true, today), today)
                is { Outcome: not Outcome.NoBasis } decision
            ? UnderRules(decision, RulesWithout(), instrument, ground)
            : UnderBasis(book, file, facts, ground, today);

        Decision RulesWithout() =>
            Judge(book, file, instrument, Suppose(book, file, facts, ground, holds: false, today), today);
    }

    /// <summary>The plan with what the law says of those who come in after it was proposed.</summary>
    public static Plan WithJoiners(LawBook book, CoordinatedAction file, Plan plan, DateOnly today)
    {
        var before = file.Plan.Participants.ToDictionary(p => p.Authority, StringComparer.Ordinal);
        return plan with
        {
            Participants =
            [
                .. plan.Participants.Select(p =>
                    before.TryGetValue(p.Authority, out var known) ? known
                    : file.Proposed > 0 ? Joiner(book, plan, p, today)
                    : p
                ),
            ],
        };
    }

    /// <summary>What the instrument of a plan says of a measure; null where it has no rules on acting together.</summary>
    public static Decision? OfMeasure(LawBook book, Plan plan, PlannedMeasure measure, DateOnly today) =>
        HasRules(book, plan.Instrument)
            ? Law.Judge(
                book,
                Step(plan, plan.Instrument!, measure.Authority, AskMeasure, Facts.None, today) with
                {
                    Measure = MeasureKinds.InLaw(measure.Kind),
                }
            )
            : null;

    /// <summary>What the border will ask about the proposal to one participant.</summary>
    public static AssistanceRequest Question(Plan plan, string lead, string participant, DateOnly today) =>
        new()
        {
            From = lead,
            To = participant,
            At = today,
            AsOf = today,
            Invoked = plan.Instrument,
            Kinds = [.. plan.Assistance],
            Subjects = [QuestionWords.SubjectOf(plan.Matter, today)],
            Missing = [.. plan.Missing],
        };

    private static Participant Joiner(LawBook book, Plan plan, Participant participant, DateOnly today)
    {
        if (!HasRules(book, plan.Instrument))
        {
            return participant;
        }

        var step = Step(plan, plan.Instrument!, participant.Authority, BecomesConcerned, Facts.None, today);
        var decision = Law.Judge(book, step);
        return decision.Permits ? participant with { MustJoin = true, Citations = CitationsOf(decision) } : participant;
    }

    private static GroundPermission UnderRules(Decision decision, Decision without, string instrument, string ground) =>
        decision.Permits && decision.DecidedBy.Except(without.DecidedBy, StringComparer.Ordinal).Any()
            ? new GroundPermission(true, "", CitationsOf(decision))
        : decision.Outcome == Outcome.PendingFacts
            ? No(
                $"As far as is known {instrument} does not let an authority decline because of {ground}; still open: "
                    + $"{string.Join(", ", decision.Ask)}. State what is known in facts, or name the ground that holds."
            )
        : No($"{instrument} does not let an authority decline because of {ground}.", CitationsOf(decision));

    private static GroundPermission UnderBasis(
        LawBook book,
        CoordinatedAction file,
        Facts facts,
        string ground,
        DateOnly today
    )
    {
        if (file.Basis is not { } basis || book.Instrument(basis.Instrument) is null)
        {
            return No("The legal basis of this proposal is not known here.");
        }

        var question = Question(file.Plan, file.Lead, file.Authority, today) with
        {
            Invoked = basis.Instrument,
            Pinned = true,
        };
        var decision = Law.Judge(
            book,
            question with
            {
                Facts = Suppose(book, file, facts, ground, holds: true, today),
            }
        );
        var without = Law.Judge(
            book,
            question with
            {
                Facts = Suppose(book, file, facts, ground, holds: false, today),
            }
        );
        if (
            RefusalClosing.MayRefuse(decision)
            && decision.DecidedBy.Except(without.DecidedBy, StringComparer.Ordinal).Any()
        )
        {
            return new GroundPermission(true, "", CitationsOf(decision));
        }

        // What is asked for because of this ground alone keeps it from being permitted.
        var open = decision.Ask.Except(without.Ask, StringComparer.Ordinal).ToList();
        return No(
            open.Count == 0
                ? $"{basis.Instrument} does not let a proposal be declined because of {ground}."
                : $"As far as is known {basis.Instrument} does not let a proposal be declined because of {ground}; "
                    + $"still open: {string.Join(", ", open)}. State what is known in facts."
        );
    }

    private static Decision Judge(
        LawBook book,
        CoordinatedAction file,
        string instrument,
        Facts facts,
        DateOnly today
    ) => Law.Judge(book, Step(file.Plan, instrument, file.Authority, Decline, facts, today));

    private static CoordinationStep Step(
        Plan plan,
        string instrument,
        string authority,
        string does,
        Facts facts,
        DateOnly today
    ) =>
        new()
        {
            Instrument = instrument,
            Kind = plan.Kind ?? "widespread",
            Concerned = [.. plan.Participants.Select(p => p.Authority)],
            AlertAt = AlertAt(plan, today),
            Authority = authority,
            At = today,
            Does = does,
            Facts = facts,
        };

    // A closed list that holds nothing says that there is nothing of the kind.
    private static Facts Suppose(
        LawBook book,
        CoordinatedAction file,
        Facts facts,
        string ground,
        bool holds,
        DateOnly today
    )
    {
        var here = book.Authority(file.Authority)?.Jurisdiction ?? "";
        return ground switch
        {
            Proceedings => facts with { Proceedings = holds ? ProceedingsIn(here) : [] },
            Sanctions => facts with { Sanctions = holds ? [new Sanction(here, "final", Tri.Yes, Tri.Yes)] : [] },
            Enforcement => facts with { Enforcement = holds ? StepsIn(here, AlertAt(file.Plan, today)) : [] },
            Commitments => facts with { Commitments = holds ? "implemented" : "none" },
            _ => facts.With(ground, holds ? Tri.Yes : Tri.No),
        };
    }

    private static Proceeding[] ProceedingsIn(string state) =>
        [
            new(state, "criminal", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "final", Tri.Yes, Tri.Yes),
        ];

    private static EnforcementStep[] StepsIn(string state, DateOnly alert) =>
        [
            new(state, "initiated", alert.AddDays(-1), Tri.Yes, Tri.Yes),
            new(state, "decided", alert.AddDays(-1), Tri.Yes, Tri.Yes),
        ];

    // The proposal itself alerts where no earlier alert is named.
    private static DateOnly AlertAt(Plan plan, DateOnly today) =>
        plan.AlertOn is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : today;

    private static string? Coordination(LawBook book, CoordinatedAction file) =>
        (file.Plan.Instrument ?? file.Basis?.Instrument) is { } instrument && HasRules(book, instrument)
            ? instrument
            : null;

    private static bool HasRules(LawBook book, string? instrument) =>
        book.Instrument(instrument) is { Coordination.IsEmpty: false };

    private static string[] CitationsOf(Decision decision) => [.. decision.Citations.Select(c => c.Text)];

    private static GroundPermission No(string explanation, params string[] citations) =>
        new(false, explanation, citations);
}
