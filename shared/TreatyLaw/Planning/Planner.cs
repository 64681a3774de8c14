using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>
/// Lays out who can give what, under which instrument, on which conditions and by when. Costs one judgement for each partner
/// and kind, and two more for each open fact.
/// </summary>
public static class Planner
{
    /// <summary>In the order of partners, then kinds as asked; authorities that share no instrument say so with NO_BASIS.</summary>
    public static ImmutableArray<PlanLine> Plan(LawBook book, PlanQuestion question)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(question);
        var partners = question.Partners.IsEmpty
            ? book.Authorities.Select(authority => authority.Code)
            : question.Partners.Order(StringComparer.Ordinal);
        return
        [
            .. from partner in partners
            where !string.Equals(partner, question.From, StringComparison.Ordinal)
            from kind in question.Kinds
            select Line(book, question, partner, kind),
        ];
    }

    private static PlanLine Line(LawBook book, PlanQuestion question, string partner, string kind)
    {
        var request = new AssistanceRequest
        {
            From = question.From,
            To = partner,
            At = question.At,
            AsOf = question.At,
            Urgent = question.Urgent,
            Procedure = question.Procedure,
            Kinds = [kind],
            Subjects = [question.Subject],
            Missing = question.Missing,
            Facts = question.Facts,
        };
        var decision = Law.Judge(book, request);
        return new PlanLine
        {
            Partner = partner,
            Kind = kind,
            Decision = decision,
            StopReason = LetterPassage.StopReason(decision),
            WouldChange =
                decision.Outcome == Outcome.PendingFacts
                    ? [.. decision.Ask.Select(fact => WhatIf(book, request, fact))]
                    : [],
        };
    }

    private static WhatIf WhatIf(LawBook book, AssistanceRequest request, string fact) =>
        new(
            fact,
            Law.Judge(book, Suppose(book, request, fact, Tri.Yes)).Outcome,
            Law.Judge(book, Suppose(book, request, fact, Tri.No)).Outcome
        );

    // Closed lists are supposed empty for "no"; for "yes" they hold entries that meet every condition asked of them.
    private static AssistanceRequest Suppose(LawBook book, AssistanceRequest request, string fact, Tri value)
    {
        var there = book.Authority(request.To)?.Jurisdiction ?? "";
        var facts = request.Facts;
        return fact switch
        {
            "is-financial-instrument" => request with
            {
                Subjects = [.. request.Subjects.Select(s => s with { FinancialInstrument = value })],
            },
            "proceedings" => request with
            {
                Facts = facts with { Proceedings = value == Tri.Yes ? ProceedingsIn(there) : [] },
            },
            "sanctions" => request with
            {
                Facts = facts with
                {
                    Sanctions = value == Tri.Yes ? [new Sanction(there, "final", Tri.Yes, Tri.Yes)] : [],
                },
            },
            "enforcement" => request with
            {
                Facts = facts with
                {
                    Enforcement =
                        value == Tri.Yes ? [new EnforcementStep(there, "decided", request.At, Tri.Yes, Tri.Yes)] : [],
                },
            },
            "commitments" => request with
            {
                Facts = facts with { Commitments = value == Tri.Yes ? "accepted-and-not-due" : "none" },
            },
            _ => request with { Facts = facts.With(fact, value) },
        };
    }

    private static Proceeding[] ProceedingsIn(string state) =>
        [
            new(state, "criminal", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "initiated", Tri.Yes, Tri.Yes),
            new(state, "judicial", "final", Tri.Yes, Tri.Yes),
        ];
}
