using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.RegistryReplica;

/// <summary>Keeps the copy of a participation; a lower revision changes nothing.</summary>
internal sealed class KeepParticipation(AuthoritySessions sessions) : IConsumer<ParticipationRecorded>
{
    public Task Consume(ConsumeContext<ParticipationRecorded> context)
    {
        var replica = ParticipationReplica.Of(context.Message);
        return sessions.KeepAsync(replica, replica.Id, replica.Revision, r => r.Revision, context.CancellationToken);
    }
}
