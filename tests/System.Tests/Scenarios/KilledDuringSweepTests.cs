using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.SystemTests.Harness;
using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>The border is killed while its sweeper turns a passed clock into an event; nobody retrieves the letter.</summary>
[Collection(OnPairNode.Name)]
public sealed class KilledDuringSweepTests(PairNode pair) : SystemTest(pair.Node)
{
    private const string Clock = "Clocks:RetrievalWarn";
    private readonly Guid _letter = Guid.CreateVersion7();

    [Fact]
    public async Task Killed_while_a_clock_passes_the_letter_is_late_once_on_each_side()
    {
        await RestartBorderAsync(replica => replica.Settings[Clock] = "00:00:05");
        await using var probe = new BusProbe(Node.Place.Broker)
            .Hear<LetterDelivered>("MSA-FMA.probe")
            .Hear<LetterProgressed>("XA-SMA.probe");
        await probe.StartAsync();
        await probe.SayAsync(Dispatch(), "XA-SMA");
        await Eventually.HoldsAsync(
            () => probe.Heard<LetterProgressed>().Any(p => p.State == LetterStates.Delivered),
            "the letter to be delivered"
        );
        await using (var hold = await CommitHold.OnAsync(Node, Services.Border))
        {
            Assert.Equal(0, await LateAsync());
            await hold.ReachedByAsync(1);
            await Node.KillAsync(Services.Border);
        }

        await Node.StartAsync(Services.Border);
        await Eventually.HoldsAsync(async () => await PendingAsync() == 0, "both clocks to have warned");
        Assert.Equal(2, await LateAsync());
        Assert.Equal(2, await LateSidesAsync());
        await RestartBorderAsync(replica => replica.Settings.Remove(Clock));
    }

    private async Task RestartBorderAsync(Action<Replica> change)
    {
        foreach (var replica in Node.Of(Services.Border))
        {
            await replica.StopAsync();
            change(replica);
        }

        await Node.StartAsync(Services.Border);
    }

    private Task<long> LateAsync() =>
        CountAsync("count(*)", "mt_events where stream_id", "and type in ('letter-step-warned', 'retrieval-warned')");

    private Task<long> LateSidesAsync() =>
        CountAsync(
            "count(distinct tenant_id)",
            "mt_events where stream_id",
            "and type in ('letter-step-warned', 'retrieval-warned')"
        );

    private Task<long> PendingAsync() =>
        CountAsync(
            "count(*)",
            "mt_doc_deadline where (data ->> 'streamId')::uuid",
            "and data ->> 'stage' = 'Warn' and data ->> 'key' = 'retrieval'"
        );

    private async Task<long> CountAsync(string what, string where, string condition) =>
        (long)
            (
                await Node.Place.SqlAsync(
                    Services.Border,
                    $"select {what} from store.{where} = '{_letter}' {condition}"
                )
            )!;

    private DispatchLetter Dispatch() =>
        new()
        {
            LetterId = _letter,
            Sender = "XA-SMA",
            Recipient = "MSA-FMA",
            Kind = "probe.note",
            ConversationId = Guid.CreateVersion7(),
            Question = new LegalQuestion
            {
                Instrument = "iosco-mmou",
                Matter = "intermediaries",
                Over = "crypto-derivatives",
                FinancialInstrument = "yes",
                Assistance = ["info.files"],
                ConductFrom = "2025-01-01",
                ConductTo = "2025-06-30",
            },
            Content = "{}",
            SubmittedBy = "xa-officer",
            SubmittedAt = TimeProvider.System.GetUtcNow(),
            VisibleTo = ["digital-assets"],
        };
}
