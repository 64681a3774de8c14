using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>A registrar proposes an accession, a notice, a suspension, or another change of a participation.</summary>
public static class ProposeParticipationChange
{
    /// <summary>What is to change; which members count depends on what it is.</summary>
    public sealed record Body
    {
        /// <summary>accession, notice, suspension, resumption, withdrawal, capabilities, verification or record.</summary>
        public string? What { get; init; }

        /// <summary>First day on which the register says so where the authority is; today if absent.</summary>
        public string? EffectiveFrom { get; init; }

        public string? Reason { get; init; }

        /// <summary>Accession and record: full, committed, suspended or withdrawn; full if absent.</summary>
        public string? Status { get; init; }

        /// <summary>Accession and record: first day in.</summary>
        public string? From { get; init; }

        /// <summary>Notice and record: first day out; a withdrawal's first day out is its effective date.</summary>
        public string? To { get; init; }

        /// <summary>Notice and record: day of the notice.</summary>
        public string? NoticeGiven { get; init; }

        public string? List { get; init; }

        /// <summary>Absent where the list itself says what the authority can do.</summary>
        public IReadOnlyList<string>? Capabilities { get; init; }

        /// <summary>Accession and record: not checked against the depositary's list.</summary>
        public bool Unverified { get; init; }
    }

    public static Decision<ParticipationEvent> Decide(
        Participation current,
        ParticipationChangeProposed proposed,
        PartyRules rules
    ) =>
        FourEyes.Propose<ParticipationEvent, ParticipationChange>(
            current.Proposals,
            proposed.ProposalId,
            proposed,
            () =>
                ChangeParticipation.Decide(
                    current,
                    proposed.Change,
                    rules,
                    new ChangeSource(proposed.By, null, proposed.ProposalId, null, proposed.At)
                )
        );

    public static Guid Stream(string authority, string instrument) =>
        DeterministicId.Of("participation", authority, instrument);

    internal static void Map(IEndpointRouteBuilder parties) =>
        parties
            .MapPost("/{code}/proposals", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithSummary("Proposes a change of an authority's part in the instrument; another registrar approves.")
            .Creates(MakeProposal.Address);

    private static async Task<IResult> HandleAsync(
        string id,
        string code,
        Body body,
        AuthoritySession session,
        RegisterLaw law,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var shape = ParticipationShape.Of(body);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var authority = await session.Documents.LoadAsync<AuthorityView>(code, cancellation);
        var zone = authority?.TimeZone ?? TimeZoneInfo.Utc.Id;
        var from = EffectiveDates.Read(body.EffectiveFrom, zone, now);
        var change = ParticipationShape.Read(code, id, body, from);
        var rules = await law.RulesAsync(session, change, cancellation);
        var proposed = new ParticipationChangeProposed(
            Guid.CreateVersion7(now),
            change,
            from,
            EffectiveDates.Begins(from, zone),
            body.Reason!,
            caller.Subject,
            now
        );
        return await session.ProposeAsync<Participation, ParticipationEvent>(
            Stream(code, id),
            proposed.ProposalId,
            current => Decide(current, proposed, rules),
            cancellation
        );
    }
}
