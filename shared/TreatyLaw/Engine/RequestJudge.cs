using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Judges a request for assistance, subject by subject.</summary>
internal static class RequestJudge
{
    public static Decision Judge(LawBook book, AssistanceRequest request)
    {
        var inquiry = new Inquiry(book, request);
        var parts = ImmutableArray.CreateBuilder<DecisionPart>(request.Subjects.Length);
        foreach (var subject in request.Subjects)
        {
            parts.Add(new DecisionPart(subject.Subject, null, JudgeSubject(inquiry, subject)));
        }

        return parts.Count == 1 ? parts[0].Decision : Whole(parts.ToImmutable());
    }

    private static Decision JudgeSubject(Inquiry inquiry, RequestSubject subject)
    {
        var request = inquiry.Request;
        var candidates = Candidates.Of(inquiry, subject);
        var best = StrongestBasis.Choose(candidates, request);
        var ledger = new Ledger();
        ledger.Expect(candidates.Count);
        foreach (var candidate in candidates)
        {
            ledger.Use(candidate.Instrument.Version);
        }

        if (best is { IsMatterOpen: false })
        {
            return BasisVerdict.Give(request, candidates, best, ledger);
        }

        if (best is not null)
        {
            return Undecided(request, candidates, ledger);
        }

        return NoBasis(inquiry.Book, request, candidates, ledger);
    }

    /// <summary>Which instrument applies turns on what the thing is: that is asked first, and nothing else.</summary>
    private static Decision Undecided(AssistanceRequest request, List<Candidate> candidates, Ledger ledger)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is { Failure: null, IsMatterOpen: true, Matter: { } matter })
            {
                ledger.Open(candidate.Instrument, matter);
            }
        }

        ledger.Ask("is-financial-instrument");
        Rejections.Note(request, candidates, null, ledger);
        Withhold(request, ledger);
        return ledger.Close(Outcome.PendingFacts, "none");
    }

    private static Decision NoBasis(LawBook book, AssistanceRequest request, List<Candidate> candidates, Ledger ledger)
    {
        foreach (var candidate in candidates)
        {
            ledger.Decide(candidate.Instrument, candidate.Failure!.Terms);
        }

        Rejections.Note(request, candidates, null, ledger);
        if (candidates.Count == 0)
        {
            Strangers.Cite(book, request, ledger);
        }

        ledger.Duty("suggest-other-basis");
        ledger.Duty("keep-approach-confidential");
        if (request.Pinned)
        {
            ledger.Duty("note-pinned-basis");
        }

        Withhold(request, ledger);
        return ledger.Close(Outcome.NoBasis, "none");
    }

    private static void Withhold(AssistanceRequest request, Ledger ledger)
    {
        foreach (var kind in request.Kinds)
        {
            ledger.Withhold(kind);
        }
    }

    private static Decision Whole(ImmutableArray<DecisionPart> parts)
    {
        var ledger = new Ledger();
        var (outcome, basis) = (parts[0].Decision.Outcome, parts[0].Decision.Basis);
        foreach (var part in parts)
        {
            ledger.Take(part.Decision);
            if (part.Decision.Outcome != outcome)
            {
                outcome = Outcome.None;
            }

            if (!string.Equals(part.Decision.Basis, basis, StringComparison.Ordinal))
            {
                basis = "split";
            }
        }

        if (outcome == Outcome.None)
        {
            var waits = parts.Any(part => part.Decision.Outcome == Outcome.PendingFacts);
            outcome = waits ? Outcome.PendingFacts : Outcome.Partial;
        }

        foreach (var rejected in parts.SelectMany(part => part.Decision.Rejected))
        {
            if (!parts.Any(part => part.Decision.Basis == rejected.Instrument))
            {
                ledger.Reject(rejected);
            }
        }

        return ledger.Close(outcome, basis, parts);
    }
}
