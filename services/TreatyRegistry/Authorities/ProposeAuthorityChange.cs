using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Authorities;

/// <summary>A registrar proposes to register an authority, to correct its entry, or to change its calendar.</summary>
public static class ProposeAuthorityChange
{
    /// <summary>What is to change; what is absent stays as it is.</summary>
    public sealed record Body
    {
        /// <summary>registration, correction or calendar.</summary>
        public string? What { get; init; }

        /// <summary>First day on which it holds where the authority is; today if absent.</summary>
        public string? EffectiveFrom { get; init; }

        public string? Reason { get; init; }
        public string? Name { get; init; }
        public string? Jurisdiction { get; init; }
        public string? Kind { get; init; }

        /// <summary>IANA time zone.</summary>
        public string? TimeZone { get; init; }

        public IReadOnlyList<Contact>? Contacts { get; init; }

        /// <summary>All public holidays besides Saturdays and Sundays, as ISO dates.</summary>
        public IReadOnlyList<string>? Holidays { get; init; }
    }

    public static Decision<AuthorityEvent> Decide(Authority current, AuthorityChangeProposed proposed) =>
        FourEyes.Propose<AuthorityEvent, AuthorityChange>(
            current.Proposals,
            proposed.ProposalId,
            proposed,
            () =>
                ChangeAuthority.Decide(
                    current,
                    proposed.Change,
                    new ChangeSource(proposed.By, null, proposed.ProposalId, null, proposed.At)
                )
        );

    internal static void Map(IEndpointRouteBuilder authorities) =>
        authorities
            .MapPost("/{code}/proposals", HandleAsync)
            .RequireRoles(Roles.Registrar)
            .WithSummary(
                "Proposes to register an authority, correct its entry or change its calendar; another registrar approves."
            )
            .Creates(MakeProposal.Address);

    private static async Task<IResult> HandleAsync(
        string code,
        Body body,
        AuthoritySession session,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var shape = AuthorityShape.Of(code, body);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var change = AuthorityShape.Read(code, body);
        var stream = AuthorityIds.Stream(code);
        var (known, _) = await session.LoadAsync<Authority>(stream, cancellation);
        var zone = change.TimeZone ?? known.Entry?.TimeZone ?? TimeZoneInfo.Utc.Id;
        var from = EffectiveDates.Read(body.EffectiveFrom, zone, now);
        var proposed = new AuthorityChangeProposed(
            Guid.CreateVersion7(now),
            change,
            from,
            EffectiveDates.Begins(from, zone),
            body.Reason!,
            caller.Subject,
            now
        );
        return await session.ProposeAsync<Authority, AuthorityEvent>(
            stream,
            proposed.ProposalId,
            current => Decide(current, proposed),
            cancellation
        );
    }
}
