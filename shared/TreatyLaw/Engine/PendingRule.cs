namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>What becomes of a request that is still open when a participation has ended.</summary>
internal static class PendingRule
{
    public const string Unstated = "unstated";
    public const string Lapse = "lapse";

    /// <summary>Null while both still take part on the day of evaluation.</summary>
    public static string? Of(Candidate candidate, AssistanceRequest request)
    {
        if (!candidate.Provider.HasEndedBy(request.AsOf) && !candidate.Receiver.HasEndedBy(request.AsOf))
        {
            return null;
        }

        foreach (var term in candidate.Instrument.Lifecycle)
        {
            if (term.Pending is { } pending)
            {
                return pending;
            }
        }

        return Unstated;
    }
}
