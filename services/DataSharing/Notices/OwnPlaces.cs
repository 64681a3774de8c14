using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Looks subjects up in what this service holds for an authority.</summary>
public sealed class OwnPlaces(RecordQuery records)
{
    /// <summary>One check for each place, hit or not; one query each.</summary>
    public async Task<IReadOnlyList<Check>> LookUpAsync(
        AuthoritySession session,
        Subject[] subjects,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var identifiers = subjects.SelectMany(s => s.Identifiers).Distinct().ToArray();
        return
        [
            new Check(Places.Registers, await InRegistersAsync(session, identifiers, cancellation), now),
            new Check(Places.Requests, await InRequestsAsync(session, SubjectKeys.Of(identifiers), cancellation), now),
        ];
    }

    private async Task<string[]> InRegistersAsync(
        AuthoritySession session,
        SubjectIdentifier[] identifiers,
        CancellationToken cancellation
    )
    {
        var filter = new RecordFilter(LicenceRegister.Category)
        {
            Identifiers = [.. identifiers.Select(i => (i.Scheme, i.Value))],
        };
        return identifiers.Length > 0 && await records.CountAsync(session, filter, cancellation) > 0
            ? [Roles.DataSteward]
            : [];
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
