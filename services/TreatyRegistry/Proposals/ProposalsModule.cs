using CaseCoordination.Platform.Store;

namespace CaseCoordination.TreatyRegistry.Proposals;

internal static class ProposalsModule
{
    public static EventStoreBuilder AddProposals(this EventStoreBuilder store) =>
        store.Document<ProposalView>(m => m.Duplicate(p => p.Stage));

    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        var proposals = app.MapGroup(MakeProposal.Address).WithTags("Proposals");
        ListProposals.Map(proposals);
        ApproveProposal.Map(proposals);
        RejectProposal.Map(proposals);
    }
}
