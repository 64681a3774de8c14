using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Handover;

/// <summary>Rules on passing on what was received.</summary>
public static class HeldItems
{
    /// <summary>Why a package cannot go because of an item that was recalled, deleted or kept too long meanwhile; null when it can.</summary>
    public static async Task<Refusal?> BlockedAsync(
        AuthoritySession session,
        Package package,
        CancellationToken cancellation
    )
    {
        foreach (var item in package.Items.Where(i => i.Holding is not null))
        {
            var (holding, _) = await session.LoadAsync<Holding>(item.Holding!.Value, cancellation);
            if (ItemLaw.Blocked(holding) is { } blocked)
            {
                return blocked with { Field = $"items[{item.Number}]" };
            }
        }

        return null;
    }

    /// <summary>What of a package's conditions is looser than what binds the holding, or not what was judged; null when nothing is.</summary>
    public static Refusal? Looser(Package package, Holding holding, string purpose)
    {
        var conditions = package.Conditions;
        if (conditions.Purposes is not [var only] || only != purpose)
        {
            return Loose("purposes", $"Restrict the package to the purpose that is judged: {purpose}.");
        }

        if (conditions.Onward.Except(holding.Conditions.Onward, StringComparer.Ordinal).FirstOrDefault() is { } to)
        {
            return Loose("onward", $"The item may not go on to {to} without asking its originator.");
        }

        return
            holding.Keep is { } keep
            && (conditions.KeepUntil is not { } until || until > DateOnly.FromDateTime(keep.At.UtcDateTime))
            ? Loose("keepUntil", $"The item may not be kept after {keep.At:yyyy-MM-dd}; say so in the package.")
            : null;
    }

    private static Refusal Loose(string condition, string message) =>
        new("conditions-looser", message, $"conditions.{condition}");
}
