using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.RegistryReplica;

/// <summary>Keeps the copy of a publication; a lower revision for the same first day changes nothing.</summary>
internal sealed class KeepInstrument(AuthoritySessions sessions) : IConsumer<InstrumentPublished>
{
    public Task Consume(ConsumeContext<InstrumentPublished> context)
    {
        var replica = InstrumentReplica.Of(context.Message);
        return sessions.KeepAsync(replica, replica.Id, replica.Revision, r => r.Revision, context.CancellationToken);
    }
}
