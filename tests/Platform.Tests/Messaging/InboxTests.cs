using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Messaging;

public sealed class InboxTests(ToyFixture toy)
{
    private const int Redeliveries = 10_000;

    [Fact]
    public async Task Ten_thousand_deliveries_of_one_message_have_one_effect()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "one effect" });
        var id = Guid.CreateVersion7();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Redeliveries),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (_, _) => await SayAsync(counter, id)
        );

        // Another counter's message comes behind them in the same queue: once it counted, they are through.
        var last = await toy.StartAsync(new NewCounter { Note = "behind" });
        await SayAsync(last, Guid.CreateVersion7());
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(last)).Count == 1, "the last message");
        Assert.Equal(1, (await toy.ShowAsync(counter)).Count);
        Assert.Equal(
            2L,
            await toy.SqlAsync<long>($"select count(*) from store.mt_events where stream_id = '{counter}'")
        );
    }

    [Fact]
    public async Task A_message_that_had_its_effect_is_not_parked_when_the_rule_would_now_refuse_it()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "full", Limit = 1 });
        var id = Guid.CreateVersion7();
        await SayAsync(counter, id);
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).Count == 1, "the count");
        await SayAsync(counter, id);
        var another = Guid.CreateVersion7();
        await SayAsync(counter, another);
        using var operations = ParkedRows.Operator(toy);
        await ParkedRows.RowAsync(operations, $"{another:N}");
        Assert.False(await ParkedRows.IsParkedAsync(operations, $"{id:N}"));
        Assert.Equal(1, (await toy.ShowAsync(counter)).Count);
    }

    [Fact]
    public async Task Different_messages_count_each()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "three" });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SayAsync(counter, Guid.CreateVersion7())));
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).Count == 3, "three counts");
    }

    private Task SayAsync(Guid counter, Guid id) =>
        toy.Bus.SayAsync(
            new LetterRetrieved
            {
                LetterId = counter,
                Recipient = Home,
                At = default,
            },
            Home,
            id
        );
}
