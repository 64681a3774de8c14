using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Which packages an answer may name: those that were released to the asker in answer to this very request.</summary>
public static class ReleasedPackages
{
    public static Refusal? Check(Guid request, IReadOnlyList<Package> packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        for (var i = 0; i < packages.Count; i++)
        {
            if (packages[i] is not { Side: PackageSide.Sender } package || package.Request != request)
            {
                return new Refusal("package-unknown", "There is no such package for this request.", $"packages[{i}]");
            }

            if (package.Release is null)
            {
                return new Refusal(
                    "package-not-released",
                    "Release the package first; an answer names what has gone.",
                    $"packages[{i}]"
                );
            }
        }

        return null;
    }

    internal static async Task<Refusal?> CheckAsync(
        AuthoritySession session,
        Guid request,
        Guid[] packages,
        CancellationToken cancellation
    )
    {
        var files = new List<Package>();
        foreach (var id in packages)
        {
            files.Add((await session.LoadAsync<Package>(id, cancellation)).State);
        }

        return Check(request, files);
    }
}
