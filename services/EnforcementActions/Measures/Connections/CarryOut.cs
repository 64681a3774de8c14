using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.Platform.Store;
using JasperFx;

namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>Sends one open instruction to its connection and records what came of it.</summary>
public sealed class CarryOut(
    Connectors connectors,
    ConnectorClient client,
    AuthoritySessions sessions,
    MeasureSettings settings,
    TimeProvider clock
)
{
    public const string Unknown = "connection-unknown";
    private readonly string _me = Guid.CreateVersion7().ToString("N");

    public async Task RunAsync(string authority, MeasureEntry entry, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await using var session = sessions.Open(authority, "connections");
        var call =
            await session.Documents.LoadAsync<ConnectorCall>(entry.Instruction, stopping)
            ?? new ConnectorCall { Id = entry.Instruction };
        var now = clock.GetUtcNow();
        if (call.NextAt > now || (call.LeaseUntil > now && call.LeaseBy != _me))
        {
            return;
        }

        var (file, _) = await session.LoadAsync<CoordinatedAction>(entry.ActionId, stopping);
        if (
            file.Measures.GetValueOrDefault(entry.Measure)
                is not { Instruction: { State: InstructionStates.Open } told } measure
            || told.Id != entry.Instruction
        )
        {
            return;
        }

        var found = connectors.Find(authority, measure.Title.Connector);
        var lease = found is { } known ? ConnectorClient.Longest(known.Connector) : TimeSpan.Zero;
        if (await KeepAsync(session, call.Held(_me, now + lease), stopping) is not { } held)
        {
            return;
        }

        var answer = found is var (connector, secret)
            ? await client.AskAsync(
                connector,
                secret,
                told.Id,
                InstructionMessage.JsonOf(file, measure, told),
                stopping
            )
            : new Answer(null, Unknown);
        await RecordAsync(authority, entry, told, measure.Title.Connector!, answer, stopping);
        await KeepAsync(session, held.Asked(clock.GetUtcNow(), settings.Pauses, answer.RetryAt), stopping);
    }

    private async Task RecordAsync(
        string authority,
        MeasureEntry entry,
        Instruction told,
        string connector,
        Answer answer,
        CancellationToken stopping
    )
    {
        await using var session = sessions.Open(authority, $"connector:{connector}", causationId: told.Id.ToString());
        var calendars = await Calendars.LoadAsync(session, [authority], stopping);
        var now = clock.GetUtcNow();
        var turn = new Turn($"connector:{connector}", Guid.CreateVersion7(now), now);
        await session.DecideAsync<CoordinatedAction, ActionEvent>(
            entry.ActionId,
            current =>
                RecordAnswer.Decide(
                    current,
                    new(entry.Measure, told.Id, answer, settings.GiveUpAfter),
                    calendars,
                    turn
                ),
            stopping
        );
    }

    /// <summary>Writes the row; null when another replica was faster.</summary>
    private static async Task<ConnectorCall?> KeepAsync(
        AuthoritySession session,
        ConnectorCall call,
        CancellationToken cancellation
    )
    {
        var next = call with { Version = call.Version + 1 };
        session.Documents.UpdateRevision(next, next.Version);
        try
        {
            await session.SaveAsync(cancellation);
            return next;
        }
        catch (ConcurrencyException)
        {
            session.Documents.EjectAllPendingChanges();
            return null;
        }
    }
}
