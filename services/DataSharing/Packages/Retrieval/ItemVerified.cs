using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>
/// Called with every item that is in the vault and verified, before it is recorded as retrieved: whatever has to be there by then,
/// such as the holding with the conditions that bind, is opened here. May be called again for the same item after a failure.
/// </summary>
/// <param name="session">The recipient's.</param>
/// <param name="package">The package as its recipient's file has it: conditions, obligations, basis, request.</param>
/// <param name="item">The verified item; its content is in the recipient's vault under its SHA-256.</param>
/// <param name="cancellation">Stops before the item is recorded.</param>
public delegate Task ItemVerified(
    AuthoritySession session,
    Package package,
    SharedItem item,
    CancellationToken cancellation
);
