namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>The instruments that both authorities have to do with, tried for one subject.</summary>
internal static class Candidates
{
    public static List<Candidate> Of(Inquiry inquiry, RequestSubject subject)
    {
        var (book, request) = (inquiry.Book, inquiry.Request);
        var candidates = new List<Candidate>();
        var (provider, receiver) = (book.MembershipsOf(request.Provider), book.MembershipsOf(request.Receiver));
        var (i, j) = (0, 0);
        while (i < provider.Length && j < receiver.Length)
        {
            var order = string.CompareOrdinal(provider[i].Instrument.Id, receiver[j].Instrument.Id);
            if (order == 0)
            {
                if (
                    !request.Pinned
                    || string.Equals(provider[i].Instrument.Id, request.Invoked, StringComparison.Ordinal)
                )
                {
                    candidates.Add(Candidate.Try(inquiry, subject, provider[i], receiver[j]));
                }

                i++;
                j++;
            }
            else if (order < 0)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        if (
            book.Instrument(request.Invoked) is { } named
            && !candidates.Exists(candidate => ReferenceEquals(candidate.Instrument, named))
        )
        {
            candidates.Add(Candidate.NotBound(inquiry, named));
        }

        return candidates;
    }
}

/// <summary>What to cite where two authorities share no instrument at all.</summary>
internal static class Strangers
{
    private const int Enough = 12;

    public static void Cite(LawBook book, AssistanceRequest request, Ledger ledger)
    {
        var near = book.MembershipsOf(request.Provider)
            .Concat(book.MembershipsOf(request.Receiver))
            .Select(membership => membership.Instrument)
            .DefaultIfEmpty(book.Instruments.FirstOrDefault())
            .OfType<Instrument>()
            .DistinctBy(instrument => instrument.Id, StringComparer.Ordinal)
            .OrderBy(instrument => instrument.Id, StringComparer.Ordinal)
            .Take(Enough);
        foreach (var instrument in near)
        {
            ledger.Decide(instrument, PartyStage.Members(instrument));
        }
    }
}

/// <summary>Shows every basis that was not taken, and why.</summary>
internal static class Rejections
{
    public static void Note(AssistanceRequest request, List<Candidate> candidates, Candidate? winner, Ledger ledger)
    {
        foreach (var candidate in candidates)
        {
            if (ReferenceEquals(candidate, winner) || (winner is null && candidate.Failure is null))
            {
                continue;
            }

            if (candidate.Failure is not { } failure)
            {
                var failures = candidate.Instrument.Failures;
                ledger.Reject(candidate.IsMatterOpen ? failures.WeakerOrUnknown : failures.Weaker);
                continue;
            }

            ledger.Reject(failure.Rejected);
            foreach (var term in failure.Terms)
            {
                ledger.Test(term);
            }

            // The instrument that the request names is owed an answer of its own.
            if (request.Invoked == candidate.Instrument.Id)
            {
                foreach (var term in failure.Terms)
                {
                    ledger.Cite(candidate.Instrument, term);
                }
            }
        }
    }
}
