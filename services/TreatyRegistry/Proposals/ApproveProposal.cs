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

/// <summary>Another registrar approves a proposal; the change is in force at once or on its day.</summary>
internal static class ApproveProposal
{
    public static void Map(IEndpointRouteBuilder proposals) =>
        proposals
            .MapPost("/{id:guid}/approval", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithSummary("Approves a proposal of another registrar; refused with same-person for the proposer.")
            .Produces<CommandResult>();

    private static async Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        RegisterLaw law,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        switch (await session.Documents.LoadAsync<ProposalView>(id, cancellation))
        {
            case { Authority: not null } view:
                return (
                    await session.AboutAsync<Authority, AuthorityEvent>(
                        view.StreamId,
                        id,
                        current => DecideAuthorityProposal.Approve(current, id, caller.Subject, now),
                        cancellation
                    )
                ).ToResult();
            case { Instrument: { } change } view:
                var contradiction = await law.ContradictionAsync(session, change, cancellation);
                return (
                    await session.AboutAsync<Instrument, InstrumentEvent>(
                        view.StreamId,
                        id,
                        current => DecidePublicationProposal.Approve(current, id, contradiction, caller.Subject, now),
                        cancellation
                    )
                ).ToResult();
            case { Participation: { } change } view:
                var rules = await law.RulesAsync(session, change, cancellation);
                return (
                    await session.AboutAsync<Participation, ParticipationEvent>(
                        view.StreamId,
                        id,
                        current => DecideParticipationProposal.Approve(current, id, rules, caller.Subject, now),
                        cancellation
                    )
                ).ToResult();
            default:
                return Problems.NotFound();
        }
    }
}
