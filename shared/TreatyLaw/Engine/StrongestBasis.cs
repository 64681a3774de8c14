namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>
/// Chooses among instruments that can carry a request: all kinds before some, law before intent, shall before may; then
/// the precedence that the instruments state; then fewer open grounds, the shorter clock, narrower handling, the id.
/// </summary>
internal static class StrongestBasis
{
    public static Candidate? Choose(List<Candidate> all, AssistanceRequest request)
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

        var preferred = PreferredOver(top);
        Candidate? best = null;
        foreach (var candidate in top)
        {
            if (preferred is null || !preferred.Contains(candidate.Instrument.Id))
            {
                best = best is null || CompareRest(candidate, best, request) < 0 ? candidate : best;
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

    /// <summary>The instruments that stand back for one of these, or null where none does.</summary>
    private static HashSet<string>? PreferredOver(List<Candidate> all)
    {
        HashSet<string>? over = null;
        foreach (var candidate in all)
        {
            foreach (var instrument in candidate.Instrument.PreferredOver)
            {
                (over ??= new HashSet<string>(StringComparer.Ordinal)).Add(instrument);
            }
        }

        return over;
    }

    private static int CompareRest(Candidate left, Candidate right, AssistanceRequest request)
    {
        var (mine, theirs) = (left.GroundCount, right.GroundCount);
        var open = Open(left, request).CompareTo(Open(right, request));
        var unknown = mine.Unknown.CompareTo(theirs.Unknown);
        if (open != 0 || unknown != 0)
        {
            return open != 0 ? open : unknown;
        }

        var clock = First(left).CompareTo(First(right));
        var width = left.Instrument.Width.CompareTo(right.Instrument.Width);
        return clock != 0 ? clock
            : width != 0 ? width
            : string.CompareOrdinal(left.Instrument.Id, right.Instrument.Id);
    }

    private static int Open(Candidate candidate, AssistanceRequest request) =>
        candidate.GroundCount.Open + (PendingRule.Of(candidate, request) is PendingRule.Unstated ? 1 : 0);

    private static DateTime First(Candidate candidate)
    {
        var first = DateTime.MaxValue;
        foreach (var due in candidate.Deadlines)
        {
            first = due.Deadline.Due < first ? due.Deadline.Due : first;
        }

        return first;
    }
}
