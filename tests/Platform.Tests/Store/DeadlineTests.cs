using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;

namespace CaseCoordination.Platform.Tests.Store;

public sealed class DeadlineTests(ToyFixture toy)
{
    [Fact]
    public async Task A_clock_warns_and_fails_once_each_also_when_both_times_passed_unseen()
    {
        var counter = await toy.StartAsync(
            new NewCounter { Note = "bell", RingsAt = toy.Clock.GetUtcNow().AddMinutes(-1) }
        );
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).HasRung, "the bell");
        Assert.Equal("counter-started,bell-announced,bell-rang", await TypesAsync(counter));
        await Eventually.HoldsAsync(async () => await RowsAsync(counter) == 0, "no due time to be left");
    }

    [Fact]
    public async Task A_clock_that_is_not_due_waits_as_data()
    {
        var counter = await toy.StartAsync(
            new NewCounter { Note = "bell", RingsAt = toy.Clock.GetUtcNow().AddDays(400) }
        );
        Assert.Equal(2, await RowsAsync(counter));
        Assert.Equal("counter-started", await TypesAsync(counter));
    }

    private Task<long> RowsAsync(Guid counter) =>
        toy.SqlAsync<long>($"select count(*) from store.mt_doc_deadline where data->>'streamId' = '{counter}'");

    private Task<string> TypesAsync(Guid counter) =>
        toy.SqlAsync<string>(
            $"select string_agg(type, ',' order by version) from store.mt_events where stream_id = '{counter}'"
        );
}
