using System.Collections.Immutable;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Rules on acts on an item: the strictest of treaty, sender's conditions, markings, recall and retention holds.</summary>
public static class ItemLaw
{
    private static readonly string[] ToldBefore = ["notify-provider-before-use", "notify-provider-before-complying"];

    /// <param name="book">The law of the day.</param>
    /// <param name="file">The holding with the consents and notices that it has.</param>
    /// <param name="facts">Answers to the law's questions by predicate: yes, no or unknown.</param>
    /// <param name="today">The day where the holder sits.</param>
    /// <param name="calendars">For the time to object, in the originator's working days.</param>
    public static Ruling Judge(
        LawBook book,
        Holding file,
        Act act,
        IReadOnlyDictionary<string, string> facts,
        DateOnly today,
        Calendars calendars
    )
    {
        if (Blocked(file) is { } blocked)
        {
            return new Ruling(blocked.Code, "none", "none", null, [], [], [], [], null, blocked.Message, "");
        }

        var consented = Passed(file, act, today, Answers.Granted);
        if (ItemQuestion.IsForeseen(file, act))
        {
            consented = consented.Add(file.From);
        }

        var decision = Decide(consented);
        if (decision.Outcome == Outcome.NeedsNotice)
        {
            // Silence lifts no more than what it was asked about: a term that needs consent has been seen by now.
            var unopposed = Decide(consented.Union(Passed(file, act, today, Answers.NoObjection)));
            decision = unopposed.Permits ? unopposed : decision;
        }

        return RulingOf(book, file, act, decision, calendars);

        Decision Decide(ImmutableHashSet<string> consents) =>
            Law.Judge(book, ItemQuestion.Of(book, file, act, FactsOf(facts, consents), today));
    }

    /// <summary>Why nothing may be done with the item at all, if so.</summary>
    public static Refusal? Blocked(Holding file) =>
        file.Stage switch
        {
            HoldingStage.Deleted => new("item-deleted", "The item is deleted."),
            HoldingStage.Recalled => new(
                "item-recalled",
                $"{file.Recall!.Originator} has called the item back; it can only be deleted."
            ),
            HoldingStage.Expired => new(
                "retention-over",
                "The item may not be kept any longer; it can only be deleted."
            ),
            _ => null,
        };

    private static Ruling RulingOf(LawBook book, Holding file, Act act, Decision decision, Calendars calendars)
    {
        var denied = file
            .Permissions.Where(p => p.Act.IsForTheSame(act))
            .SelectMany(p => p.Says)
            .FirstOrDefault(s => !s.LetsPass);
        var (code, awaited, sentence) = decision switch
        {
            { Permits: true } when IsToldFirst(file, act, decision) => (
                "notice-needed",
                [file.From],
                $"Tell {file.From} first, with POST .../notices."
            ),
            { Permits: true } => (Ruling.Pass, [], $"Permitted under {decision.Basis}."),
            _ when denied is not null => (
                denied.Answer == Answers.Objected ? "objected" : "consent-denied",
                [],
                $"{denied.Authority} does not agree: {denied.Reason}"
            ),
            { Outcome: Outcome.PendingFacts } => (
                "facts-missing",
                [],
                $"State in facts, yes or no: {string.Join(", ", decision.Ask)}."
            ),
            { Outcome: Outcome.NeedsNotice } => (
                "objection-window",
                By(decision),
                $"Give notice with POST .../notices; it passes once {string.Join(", ", By(decision))} has not objected in time."
            ),
            _ => (
                "consent-needed",
                (string[])[.. decision.ConsentFrom],
                $"Ask for the consent of {string.Join(", ", decision.ConsentFrom)} with POST .../consents."
            ),
        };
        return new Ruling(
            code,
            decision.Outcome.Code(),
            decision.Basis,
            book.Instrument(decision.Basis)?.ContentHash,
            [.. decision.Citations.Select(c => c.Text).Distinct(StringComparer.Ordinal)],
            [.. decision.Duties],
            awaited,
            [.. decision.Ask],
            ObjectBy(decision, calendars),
            sentence,
            DecisionJson.Write(decision)
        );
    }

    // A notice needs no answer, but it has to be on its way.
    private static bool IsToldFirst(Holding file, Act act, Decision decision) =>
        decision.Duties.Intersect(ToldBefore, StringComparer.Ordinal).Any()
        && decision.Outcome == Outcome.GrantWithConditions
        && !file.Permissions.Any(p => p.Act.IsForTheSame(act));

    private static string[] By(Decision decision) =>
        [.. decision.Windows.Select(w => w.By).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static DateTimeOffset? ObjectBy(Decision decision, Calendars calendars) =>
        decision.Windows.IsEmpty
            ? null
            : decision.Windows.Max(w => calendars.EndOf(w.By, DateOnly.FromDateTime(w.Until)));

    private static ImmutableHashSet<string> Passed(Holding file, Act act, DateOnly today, string answer) =>
        [
            .. file
                .Permissions.Where(p => p.Act.IsForTheSame(act))
                .SelectMany(p => p.Says)
                .Where(s => s.Answer == answer && (s.Until is not { } until || today <= until))
                .Select(s => s.Authority),
        ];

    private static Facts FactsOf(IReadOnlyDictionary<string, string> stated, IEnumerable<string> consents) =>
        QuestionWords.FactsOf(stated) with
        {
            Consents = consents.ToImmutableSortedDictionary(a => a, _ => Tri.Yes, StringComparer.Ordinal),
        };
}
