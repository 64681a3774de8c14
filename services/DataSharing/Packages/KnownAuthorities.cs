using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>Checks authorities that a caller names against the registry.</summary>
internal static class KnownAuthorities
{
    /// <summary>The problem of the first authority that the registry does not know, if any.</summary>
    public static async Task<IResult?> UnknownAsync(
        AuthoritySession session,
        IEnumerable<(string Code, string Field)> named,
        CancellationToken cancellation
    )
    {
        var all = named.ToList();
        var known = await Calendars.LoadAsync(session, all.Select(n => n.Code), cancellation);
        return all.Where(n => !known.Knows(n.Code))
            .Select(n => Problems.Of(409, "authority-unknown", $"The registry knows no authority {n.Code}.", n.Field))
            .FirstOrDefault();
    }

    public static IEnumerable<(string Code, string Field)> Onward(IReadOnlyCollection<string>? onward) =>
        (onward ?? []).Select((code, i) => (code, $"conditions.onward[{i}]"));
}
