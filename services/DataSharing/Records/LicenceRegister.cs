using System.Runtime.CompilerServices;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>A row that means something to others, with what the batches before said last of the same licence.</summary>
/// <param name="Row">The batch's last word on the licence.</param>
/// <param name="Before">The last word of the latest batch before that knows it; null for a licence that is new.</param>
public sealed record LicenceChange(LicenceRow Row, LicenceRow? Before);

/// <summary>Looks through a register of licences as its batches tell it; a few thousand rows are in memory at a time.</summary>
internal static class LicenceRegister
{
    public const string Category = "licences";
    private const int ComparedAtOnce = 100;

    /// <summary>The batch's last word on each licence whose status is meant, in the order of its rows.</summary>
    /// <param name="session">The authority's session.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="isMeant">Which statuses are of interest.</param>
    /// <param name="cancellation">Stops between statements.</param>
    public static async IAsyncEnumerable<LicenceChange> LookThroughAsync(
        AuthoritySession session,
        Guid batch,
        Func<string, bool> isMeant,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var page in RecordStore.PagesOfAsync(session, batch, cancellation))
        {
            foreach (
                var rows in page.Select(LicenceRow.Of)
                    .OfType<LicenceRow>()
                    .Where(r => isMeant(r.Status))
                    .Chunk(ComparedAtOnce)
            )
            {
                var keys = rows.Select(r => r.Key).Distinct().ToArray();
                var here = await RecordStore.LastOfAsync(session, batch, isBefore: false, keys, cancellation);
                var before = await RecordStore.LastOfAsync(session, batch, isBefore: true, keys, cancellation);
                foreach (var row in rows.Where(r => here.GetValueOrDefault(r.Key)?.Number == r.Number))
                {
                    yield return new LicenceChange(
                        row,
                        before.TryGetValue(row.Key, out var earlier) ? LicenceRow.Of(earlier) : null
                    );
                }
            }
        }
    }
}
