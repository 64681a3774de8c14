using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Questions;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>Looks through this authority's own measures, planned or under way.</summary>
public sealed class OwnPlans(DeconflictionSettings settings)
{
    private const string MeetsSql = "(d.data -> 'identifiers' ?| ^ or d.data -> 'places' ?| ^)";

    /// <summary>What is met, in any of its actions but one.</summary>
    public async Task<Hit[]> FindAsync(
        AuthoritySession session,
        Guid but,
        Sought sought,
        CancellationToken cancellation
    )
    {
        string[] keys = [.. sought.Keys];
        string[] places = [.. sought.Places.Select(Sought.SpellingOf)];
        var own = await session
            .Documents.Query<OwnMeasures>()
            .Where(o => o.IsRunning && o.Id != but)
            .Where(o => o.MatchesSql('^', MeetsSql, keys, places))
            .ToListAsync(cancellation);
        return sought.HitsIn([.. own], TimeSpan.FromHours(settings.WindowHours));
    }
}
