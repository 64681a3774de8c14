using CaseCoordination.Decider;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using Marten;

namespace CaseCoordination.TreatyRegistry.Announcements;

/// <summary>Announces the whole register again, so that a service that was added later catches up; the others see nothing new.</summary>
public static class AnnounceAgain
{
    public static Decision<AuthorityEvent> Decide(Authority current, string by, DateTimeOffset now) =>
        current.Entry is { } entry
            ? new AuthorityAnnouncedAgain(entry with { Revision = current.Version + 1 }, Source(by, now))
            : new NoChange();

    public static Decision<InstrumentEvent> Decide(Instrument current, string by, DateTimeOffset now) =>
        current
            .Publications.Values.Select(
                InstrumentEvent (recorded, i) =>
                    new TermsAnnouncedAgain(
                        recorded.Publication with
                        {
                            Revision = current.Version + 1 + i,
                        },
                        Source(by, now)
                    )
            )
            .ToArray();

    public static Decision<ParticipationEvent> Decide(Participation current, string by, DateTimeOffset now) =>
        current.Record is { } record
            ? new ParticipationAnnouncedAgain(record with { Revision = current.Version + 1 }, Source(by, now))
            : new NoChange();

    /// <summary>How much was announced again.</summary>
    public sealed record Answer(int Authorities, int Instruments, int Participations);

    internal static void Map(IEndpointRouteBuilder registry) =>
        registry
            .MapPut("/announcements", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithTags("Registry")
            .WithSummary("Announces everything again, for a service that was added later; content does not change.")
            .Produces<Answer>();

    private static async Task<IResult> HandleAsync(
        AuthoritySession session,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var (by, now) = (caller.Subject, clock.GetUtcNow());
        session.SeenVersion = null;
        var authorities = await session
            .Documents.Query<AuthorityView>()
            .Select(a => a.StreamId)
            .ToListAsync(cancellation);
        var instruments = await session
            .Documents.Query<InstrumentView>()
            .Select(i => i.StreamId)
            .ToListAsync(cancellation);
        var parties = await session.Documents.Query<ParticipationView>().Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in authorities)
        {
            await session.DecideAsync<Authority, AuthorityEvent>(id, s => Decide(s, by, now), cancellation);
        }

        foreach (var id in instruments)
        {
            await session.DecideAsync<Instrument, InstrumentEvent>(id, s => Decide(s, by, now), cancellation);
        }

        foreach (var id in parties)
        {
            await session.DecideAsync<Participation, ParticipationEvent>(id, s => Decide(s, by, now), cancellation);
        }

        return Results.Ok(new Answer(authorities.Count, instruments.Count, parties.Count));
    }

    private static ChangeSource Source(string by, DateTimeOffset now) => new(by, null, null, null, now);
}
