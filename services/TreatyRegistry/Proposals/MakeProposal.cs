using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.TreatyRegistry.Proposals;

/// <summary>Decides about a thing and answers with the proposal, because that is what its approver has to name.</summary>
internal static class MakeProposal
{
    public const string Address = "/api/registry/proposals";

    public static async Task<IResult> ProposeAsync<TState, TEvent>(
        this AuthoritySession session,
        Guid stream,
        Guid proposal,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellation
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class => (await session.AboutAsync(stream, proposal, decide, cancellation)).ToResult();

    public static async Task<Outcome<TState>> AboutAsync<TState, TEvent>(
        this AuthoritySession session,
        Guid stream,
        Guid proposal,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellation
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        session.Idempotency = session.Idempotency is { } key ? key with { Answer = proposal } : null;
        var outcome = await session.DecideAsync(stream, decide, cancellation);
        return outcome with { Id = proposal };
    }
}
