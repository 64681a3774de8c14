using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.Platform.Store;
using Marten;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>Deletes the content of an item from the vault, unless another item or a package of one's own is the same to the byte.</summary>
public sealed class ClearVault(AuthoritySessions sessions, Vault vault)
{
    private const string By = "retention";

    public async Task DeleteAsync(
        string holder,
        Guid package,
        int number,
        string sha256,
        CancellationToken cancellation
    )
    {
        await using var session = sessions.Open(holder, By);
        var deleted = Kebab.Of(Holdings.Domain.HoldingStage.Deleted);
        var id = Holdings.HoldingIds.Of(package, number, holder);
        var isHeldElsewhere = await session
            .Documents.Query<HoldingEntry>()
            .Where(e => e.Id != id && e.State != deleted)
            .AnyAsync(e => e.MatchesSql('^', "d.data -> 'sheet' -> 'item' ->> 'sha256' = ^", sha256), cancellation);
        var sender = Kebab.Of(PackageSide.Sender);
        var isGiven = await session
            .Documents.Query<PackageEntry>()
            .Where(e => e.Side == sender)
            .AnyAsync(e => e.MatchesSql('^', "d.data -> 'contents' ? ^", sha256), cancellation);
        if (!isHeldElsewhere && !isGiven)
        {
            vault.Delete(holder, sha256);
        }
    }
}
