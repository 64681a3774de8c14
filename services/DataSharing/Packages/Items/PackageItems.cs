using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages.Items;

/// <summary>Adds items whose content comes from within the service: supervisory records, or what is held already.</summary>
public sealed class PackageItems(Vault vault)
{
    /// <summary>Streams a content into the vault and adds it as an item; the item's own size and hash are those found.</summary>
    /// <param name="session">The sender's.</param>
    /// <param name="package">The package, which must still be in preparation.</param>
    /// <param name="item">Where <c>Source</c> says records or holding.</param>
    /// <param name="write">Writes the content, in constant memory.</param>
    /// <param name="turn">Who adds it.</param>
    /// <param name="mayKnow">Refuses whoever may not know the package.</param>
    /// <param name="cancellation">Stops the stream; nothing is added then.</param>
    public async Task<Outcome<Package>> AddItemFromAsync(
        AuthoritySession session,
        Guid package,
        NewItem item,
        Func<Stream, CancellationToken, Task> write,
        Turn turn,
        Func<Package, Refusal?> mayKnow,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(mayKnow);
        var (file, version) = await session.LoadAsync<Package>(package, cancellation);
        if ((mayKnow(file) ?? ReleaseRules.OfPreparation(file)) is { } refusal)
        {
            return new Outcome<Package>(package, version, file) { Refusal = refusal };
        }

        var content = await vault.KeepAsync(session.Authority, write, cancellation);
        return await AddItemHeldAsync(session, package, item, content, turn, mayKnow, cancellation);
    }

    /// <summary>Adds an item whose content is in this authority's vault already.</summary>
    public static Task<Outcome<Package>> AddItemHeldAsync(
        AuthoritySession session,
        Guid package,
        NewItem item,
        ContentFacts content,
        Turn turn,
        Func<Package, Refusal?> mayKnow,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.DecideAsync<Package, PackageEvent>(
            package,
            current =>
                mayKnow(current) is { } hidden ? hidden : AddItem.DecideStored(current, new(item), content, turn),
            cancellation
        );
    }
}
