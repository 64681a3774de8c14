using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.Messaging.ParkedRows;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Messaging;

public sealed class AnnouncementTests(ToyFixture toy)
{
    private const string Nowhere = "XZ-NOWHERE";

    [Fact]
    public async Task Every_event_is_announced_once_under_the_id_that_follows_from_it()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "ids" });
        await toy.CountAsync(counter, 1);
        var heard = await HeardAsync(toy.Bus, counter, 1);
        var cause = await toy.SqlAsync<Guid>(
            $"select id from store.mt_events where stream_id = '{counter}' and type = 'counted'"
        );
        var expected = DeterministicId.Of(cause.ToString("N"), typeof(LetterReceipt).FullName!, Home);
        Assert.Equal(expected, Assert.Single(heard).Id);
    }

    [Fact]
    public async Task A_streams_announcements_come_in_the_order_of_its_events_also_among_others()
    {
        var counters = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => toy.StartAsync(new NewCounter { Note = $"order {i}" }))
        );
        await Task.WhenAll(counters.Select(counter => toy.CountAsync(counter, 25)));
        foreach (var counter in counters)
        {
            var heard = await HeardAsync(toy.Bus, counter, 25);
            Assert.Equal(Numbers(25), heard.Select(h => h.Message.State));
        }
    }

    [Fact]
    public async Task What_no_queue_takes_waits_in_order_holds_nothing_else_up_and_comes_out_without_loss()
    {
        var stuck = await toy.StartAsync(new NewCounter { Note = "stuck", Hearer = Nowhere });
        await toy.CountAsync(stuck, 3);
        using var operations = Operator(toy);
        var parked = await RowAsync(operations, $"{stuck:N}/");
        Assert.Equal(
            ("announcement", "counter", "unroutable"),
            (Text(parked, "what"), Text(parked, "of"), Text(parked, "reason"))
        );
        var other = await toy.StartAsync(new NewCounter { Note = "free" });
        await toy.CountAsync(other, 1);
        await HeardAsync(toy.Bus, other, 1);
        await toy.CountAsync(stuck, 2);

        await using var late = new BusProbe(toy.Node.Broker, "late").Hear<LetterReceipt>(Nowhere);
        await late.StartAsync();
        using var retry = await operations.PutAsync(new Uri("/api/operations/parked/retry", UriKind.Relative), null);
        retry.EnsureSuccessStatusCode();
        var heard = await HeardAsync(late, stuck, 5);
        Assert.Equal(Numbers(5), heard.Select(h => h.Message.State));
        await Eventually.HoldsAsync(async () => !await IsParkedAsync(operations, $"{stuck:N}/"), "the lane to be free");
        await toy.CountAsync(stuck, 1);
        heard = await HeardAsync(late, stuck, 6);
        Assert.Equal(Numbers(6), heard.Select(h => h.Message.State));
    }

    [Fact]
    public async Task Operators_who_retry_at_once_are_not_in_each_others_way()
    {
        var stuck = await toy.StartAsync(new NewCounter { Note = "stuck", Hearer = "XZ-AWAY" });
        await toy.CountAsync(stuck, 1);
        using var operations = Operator(toy);
        await RowAsync(operations, $"{stuck:N}/");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => operations.PutAsync(new Uri("/api/operations/parked/retry", UriKind.Relative), null))
        );

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode));
    }

    // At least once: a repeat, which carries the same id, would be the consumer's to recognise.
    private static async Task<IReadOnlyList<Hearing<LetterReceipt>>> HeardAsync(
        BusProbe bus,
        Guid counter,
        int times
    ) =>
        await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    bus.Hearings<LetterReceipt>()
                        .Where(h => h.Message.LetterId == counter)
                        .DistinctBy(h => h.Id)
                        .ToList()
                ),
            heard => heard.Count == times,
            $"{times} announcements"
        );

    private static IEnumerable<string> Numbers(int last) =>
        Enumerable.Range(1, last).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
