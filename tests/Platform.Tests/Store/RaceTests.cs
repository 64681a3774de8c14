using System.Net;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Store;

public sealed class RaceTests(ToyFixture toy)
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_lost_race_is_decided_again_on_what_the_other_left(int losses)
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "race" });
        using var answer = await ContestAsync(counter, losses);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(losses + 1, (await toy.ShowAsync(counter)).Count);
        Assert.Equal(losses + 2L, await EventsAsync(counter));
    }

    [Fact]
    public async Task A_race_that_is_lost_on_and_on_stores_nothing_and_says_so()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "race" });
        using var answer = await ContestAsync(counter, 6);
        Assert.Equal("version-changed", await Answers.CodeAsync(answer));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(6, (await toy.ShowAsync(counter)).Count);
    }

    [Fact]
    public async Task Writers_at_once_lose_nothing()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "race" });
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => toy.CountAsync(counter, 1)));
        Assert.Equal(5, (await toy.ShowAsync(counter)).Count);
        Assert.Equal(6L, await EventsAsync(counter));
    }

    [Fact]
    public async Task Two_that_begin_one_stream_at_once_begin_it_once()
    {
        var id = Guid.CreateVersion7();
        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(i => toy.StartAsync(new NewCounter { Id = id, Note = $"start {i}" }))
        );
        Assert.Equal(1L, await EventsAsync(id));
    }

    private async Task<HttpResponseMessage> ContestAsync(Guid counter, int losses)
    {
        using var officer = toy.Officer();
        return await PostAsync(officer, $"/api/counters/{counter}/contested-counts?losses={losses}");
    }

    private Task<long> EventsAsync(Guid stream) =>
        toy.SqlAsync<long>($"select count(*) from store.mt_events where stream_id = '{stream}'");
}
