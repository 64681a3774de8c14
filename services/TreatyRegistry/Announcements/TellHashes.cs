using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Participations;
using Marten;

namespace CaseCoordination.TreatyRegistry.Announcements;

/// <summary>The hashes that every copy of the register must arrive at.</summary>
internal static class TellHashes
{
    public static void Map(IEndpointRouteBuilder registry) =>
        registry
            .MapGet("/hashes", HandleAsync)
            .WithTags("Registry")
            .WithSummary(
                "Hashes and revisions of everything registered; a service's /api/operations/replica has the same digest."
            )
            .Produces<ReplicaReport>();

    private static async Task<IResult> HandleAsync(AuthoritySession session, CancellationToken cancellation)
    {
        var authorities = await session
            .Documents.Query<AuthorityView>()
            .Select(a => new HeldAuthority(a.Code, a.Revision, a.Hash))
            .ToListAsync(cancellation);
        var instruments = await session.Documents.Query<InstrumentView>().ToListAsync(cancellation);
        var parties = await session
            .Documents.Query<ParticipationView>()
            .Select(p => new HeldParticipation(p.Authority, p.InstrumentId, p.Revision, p.Hash))
            .ToListAsync(cancellation);
        return Results.Ok(
            ReplicaReport.Of(
                authorities,
                instruments
                    .SelectMany(i => i.Publications)
                    .Select(p => new HeldInstrument(p.InstrumentId, p.EffectiveFrom, p.Revision, p.ContentHash)),
                parties
            )
        );
    }
}
