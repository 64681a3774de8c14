using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseCoordination.RegistryReplica;

/// <summary>Tells which hashes and revisions this service holds, to be compared with the registry's own.</summary>
internal static class TellReplica
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/operations/replica", HandleAsync)
            .RequireRoles(Roles.Operator, Roles.Registrar, Roles.Auditor)
            .WithTags("Operations")
            .WithSummary(
                "What this service holds of the treaty registry; compare its digest with /api/registry/hashes."
            )
            .Produces<ReplicaReport>();

    private static async Task<IResult> HandleAsync(AuthoritySessions sessions, CancellationToken cancellation)
    {
        await using var session = sessions.Open(Keeping.Node, Keeping.Actor);
        var authorities = await session
            .Documents.Query<AuthorityReplica>()
            .Select(a => new HeldAuthority(a.Id, a.Revision, a.Hash))
            .ToListAsync(cancellation);
        var instruments = await session
            .Documents.Query<InstrumentReplica>()
            .Select(i => new HeldInstrument(i.InstrumentId, i.EffectiveFrom, i.Revision, i.ContentHash))
            .ToListAsync(cancellation);
        var participations = await session
            .Documents.Query<ParticipationReplica>()
            .Select(p => new HeldParticipation(p.Authority, p.InstrumentId, p.Revision, p.Hash))
            .ToListAsync(cancellation);
        return Results.Ok(ReplicaReport.Of(authorities, instruments, participations));
    }
}
