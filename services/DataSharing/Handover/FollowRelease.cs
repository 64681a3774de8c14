using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>Opens the trail of every item of a package that the border has let out; those that are there stay as they are.</summary>
public sealed class FollowRelease(TrailBook trails)
{
    public async Task OpenAsync(AuthoritySession session, Package package, CancellationToken cancellation)
    {
        if (package.Release is not { } release)
        {
            return;
        }

        var manifest = PackageTold.Manifest(package, "", release.RetrieveBy);
        foreach (var item in manifest.Items)
        {
            await trails.OpenAsync(
                session,
                new OpenTrail(
                    manifest,
                    item,
                    package.Authority,
                    package.Other,
                    release.LetterId,
                    package.Find(item.Number)!.Holding,
                    [.. package.Groups],
                    [.. package.Members]
                ),
                new Turn(release.By, release.LetterId, release.At),
                cancellation
            );
        }
    }
}
