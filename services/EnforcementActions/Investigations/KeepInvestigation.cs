using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.EnforcementActions.Investigations;

/// <summary>Keeps the copy of an investigation as its case file tells of it.</summary>
public sealed class KeepInvestigation(AuthoritySessions sessions) : IConsumer<InvestigationChanged>
{
    private const int Attempts = 50;

    public async Task Consume(ConsumeContext<InvestigationChanged> context)
    {
        for (
            var attempt = 1;
            !await TryKeepAsync(context.Message, attempt == Attempts, context.CancellationToken);
            attempt++
        ) { }
    }

    private async Task<bool> TryKeepAsync(InvestigationChanged change, bool isLast, CancellationToken cancellation)
    {
        await using var session = sessions.Open(change.Authority, "enforcement-actions");
        var known = await session.Documents.LoadAsync<Investigation>(change.CaseId, cancellation);
        if (known?.Heard.Any(h => h.Number == change.Number) == true)
        {
            return true;
        }

        session.Documents.UpdateRevision(Investigation.With(known, change), (known?.Version ?? 0) + 1);
        try
        {
            await session.SaveAsync(cancellation);
            return true;
        }
        catch (JasperFx.ConcurrencyException) when (!isLast)
        {
            return false;
        }
    }
}
