namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>
/// Chooses among instruments that can carry a request: all kinds before some, law before intent, shall before may; then
/// the precedence that the instruments state; then fewer open grounds, the shorter clock, narrower handling, the id.
/// </summary>
internal static class StrongestBasis
{
    public static Candidate? Choose(List<Candidate> all, LawBook book, AssistanceRequest request)
    {
        var top = new List<Candidate>();
        foreach (var candidate in all)
        {
            if (candidate.Failure is null)
            {
                var order = top.Count == 0 ? 0 : CompareStrength(candidate, top[0]);
                if (order < 0)
                {
                    top.Clear();
                }

                if (order <= 0)
                {
                    top.Add(candidate);
                }
            }
        }

        Candidate? best = null;
        foreach (var candidate in top)
        {
            if (!top.Exists(other => StandsBackFor(candidate, other)))
            {
                best = best is null || CompareRest(candidate, best, book, request) < 0 ? candidate : best;
            }
        }

        return best;
    }

    private static int CompareStrength(Candidate left, Candidate right)
    {
        var all = right.GivesAll.CompareTo(left.GivesAll);
        var binding = right.Instrument.Binding.CompareTo(left.Instrument.Binding);
        return all != 0 ? all
            : binding != 0 ? binding
            : left.Rank.CompareTo(right.Rank);
    }

    private static bool StandsBackFor(Candidate candidate, Candidate other)
    {
        foreach (var term in other.Instrument.Lifecycle)
        {
            if (string.Equals(term.PreferOver, candidate.Instrument.Id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int CompareRest(Candidate left, Candidate right, LawBook book, AssistanceRequest request)
    {
        var (mine, theirs) = (left.Grounds(book, request), right.Grounds(book, request));
        var open = Open(left, mine, request).CompareTo(Open(right, theirs, request));
        var unknown = mine.Unknown.CompareTo(theirs.Unknown);
        if (open != 0 || unknown != 0)
        {
            return open != 0 ? open : unknown;
        }

        var clock = First(left, book, request).CompareTo(First(right, book, request));
        var width = left.Instrument.Width.CompareTo(right.Instrument.Width);
        return clock != 0 ? clock
            : width != 0 ? width
            : string.CompareOrdinal(left.Instrument.Id, right.Instrument.Id);
    }

    private static int Open(Candidate candidate, GroundReport grounds, AssistanceRequest request) =>
        grounds.Open + (PendingRule.Of(candidate, request) is PendingRule.Unstated ? 1 : 0);

    private static DateTime First(Candidate candidate, LawBook book, AssistanceRequest request)
    {
        var first = DateTime.MaxValue;
        foreach (var due in candidate.Deadlines(book, request))
        {
            first = due.Deadline.Due < first ? due.Deadline.Due : first;
        }

        return first;
    }
}
