using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Looks subjects up in what this service holds for an authority.</summary>
public sealed class OwnPlaces
{
    /// <summary>One check for each place, hit or not; one query each.</summary>
    public async Task<IReadOnlyList<Check>> LookUpAsync(
        AuthoritySession session,
        Subject[] subjects,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var keys = SubjectKeys.Of(subjects.SelectMany(s => s.Identifiers));
        return [new Check(Places.Requests, await InRequestsAsync(session, keys, cancellation), now)];
    }

    private static async Task<string[]> InRequestsAsync(
        AuthoritySession session,
        string[] keys,
        CancellationToken cancellation
    )
    {
        var files = await session
            .Documents.Query<RequestEntry>()
            .Where(e => e.MatchesSql('^', SubjectKeys.AnySql, new object[] { keys }))
            .Select(e => new { e.Groups, e.Members })
            .ToListAsync(cancellation);
        return SubjectKeys.Contacts(files.Select(f => (f.Groups, f.Members)));
    }
}
