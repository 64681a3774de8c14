using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>A registrar rejects a proposal that is not in force, or withdraws an own one.</summary>
internal static class RejectProposal
{
    /// <summary>Why it is rejected.</summary>
    public sealed record Body(string? Reason);

    public static void Map(IEndpointRouteBuilder proposals) =>
        proposals
            .MapPost("/{id:guid}/rejection", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithSummary("Rejects a proposal, or withdraws an own one, as long as it is not in force.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        AuthoritySession session,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Text("reason", body.Reason, 2000);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (now, by, reason) = (clock.GetUtcNow(), caller.Subject, body.Reason!);
        return await session.Documents.LoadAsync<ProposalView>(id, cancellation) switch
        {
            { Authority: not null } view => (
                await session.AboutAsync<Authority, AuthorityEvent>(
                    view.StreamId,
                    id,
                    current => DecideAuthorityProposal.Reject(current, id, reason, by, now),
                    cancellation
                )
            ).ToResult(),
            { Instrument: not null } view => (
                await session.AboutAsync<Instrument, InstrumentEvent>(
                    view.StreamId,
                    id,
                    current => DecidePublicationProposal.Reject(current, id, reason, by, now),
                    cancellation
                )
            ).ToResult(),
            { Participation: not null } view => (
                await session.AboutAsync<Participation, ParticipationEvent>(
                    view.StreamId,
                    id,
                    current => DecideParticipationProposal.Reject(current, id, reason, by, now),
                    cancellation
                )
            ).ToResult(),
            _ => Problems.NotFound(),
        };
    }
}
