using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten.Linq.MatchesSql;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>The groups and members who may know of a package.</summary>
public sealed record Access(IReadOnlyCollection<string> Groups, IReadOnlyCollection<string> Members);

/// <summary>Who may know of a package: whoever may know the request that it answers now, or else those it was restricted to.</summary>
public static class PackageVisibility
{
    // The request's own view decides, so that a change of access to the request holds for its packages at once.
    private const string OfRequest =
        "(d.data ->> 'request') is not null and exists (select 1 from store.mt_doc_requestentry r "
        + "where r.tenant_id = d.tenant_id and r.id = (d.data ->> 'request')::uuid "
        + "and (r.data -> 'groups' ?| ^ or r.data -> 'members' ? ^))";

    internal const string WholeSql = $"(((d.data ->> 'request') is null and {Visibility.WholeSql}) or ({OfRequest}))";

    public static async Task<Access> AccessAsync(
        this AuthoritySession session,
        Guid? request,
        IReadOnlyCollection<string> groups,
        IReadOnlyCollection<string> members,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(session);
        return request is not { } id ? new Access(groups, members)
            : await session.Documents.LoadAsync<RequestEntry>(id, cancellation) is { } entry
                ? new Access(entry.Groups, entry.Members)
            : new Access([], []);
    }

    /// <summary>The refusal of a command by somebody who may not know the package; the same as for one that is not there.</summary>
    public static Refusal? Hides(Package file, Access access, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(access);
        return file.Stage == PackageStage.Unknown || Visibility.Of(caller, access.Groups, access.Members) != Sight.Whole
            ? Refusal.Unknown("package-unknown", "There is no such package.")
            : null;
    }

    internal static IQueryable<PackageEntry> Visible(IQueryable<PackageEntry> packages, Caller caller) =>
        caller.Roles.Contains(Roles.Auditor)
            ? packages
            : packages.Where(e => e.MatchesSql('^', WholeSql, WholeArguments(caller)));

    internal static object[] WholeArguments(Caller caller) =>
        [.. Visibility.WholeArguments(caller), .. Visibility.WholeArguments(caller)];
}
