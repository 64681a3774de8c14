using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.RegistryReplica;

/// <summary>Keeps the copy of an authority's entry; a lower revision changes nothing.</summary>
internal sealed class KeepAuthority(AuthoritySessions sessions) : IConsumer<AuthorityRegistered>
{
    public Task Consume(ConsumeContext<AuthorityRegistered> context)
    {
        var replica = AuthorityReplica.Of(context.Message);
        return sessions.KeepAsync(replica, replica.Id, replica.Revision, r => r.Revision, context.CancellationToken);
    }
}
