using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.Messaging.ParkedRows;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Messaging;

public sealed class ParkedMessageTests(ToyFixture toy)
{
    [Fact]
    public async Task A_message_before_its_cause_waits_for_it_and_counts_then()
    {
        var counter = Guid.CreateVersion7();
        var id = Guid.CreateVersion7();
        await SayAsync(counter, id);
        using var operations = Operator(toy);
        var row = await RowAsync(operations, $"toy-counts/{id:N}");
        Assert.Equal(
            ("message", "LetterRetrieved", "counter-unknown"),
            (Text(row, "what"), Text(row, "of"), Text(row, "reason"))
        );
        await toy.StartAsync(new NewCounter { Id = counter, Note = "late" });
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).Count == 1, "the message to count");
        await Eventually.HoldsAsync(async () => !await IsParkedAsync(operations, $"{id:N}"), "nothing to be parked");
    }

    [Fact]
    public async Task Messages_that_a_fault_stops_wait_with_its_kind_block_nobody_and_count_when_it_is_mended()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "weather" });
        var (id, everyone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        toy.Weather.IsBad = true;
        await SayAsync(counter, id, CountMessages.Stormy);
        await toy.Bus.SayAsync(Registered, Announcement.Everyone, everyone);
        await SayAsync(counter, Guid.CreateVersion7());
        using var operations = Operator(toy);
        var row = await Eventually.GetAsync(
            () => RowAsync(operations, $"toy-counts/{id:N}"),
            r => r.GetProperty("attempts").GetInt32() >= 2,
            "a second attempt"
        );
        Assert.Equal("InvalidOperationException", Text(row, "reason"));
        Assert.DoesNotContain("names", row.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await toy.ShowAsync(counter)).Count);

        // What was said to everyone concerns every operator; what was said to one authority its own alone.
        using var neighbour = Operator(toy, "XB-DAC");
        await RowAsync(neighbour, $"toy-everyone/{everyone:N}");
        Assert.False(await IsParkedAsync(neighbour, $"{id:N}"));

        toy.Weather.IsBad = false;
        using var retry = await operations.PutAsync(new Uri("/api/operations/parked/retry", UriKind.Relative), null);
        retry.EnsureSuccessStatusCode();
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).Count == 2, "the message to count");
        foreach (var parked in (Guid[])[id, everyone])
        {
            await Eventually.HoldsAsync(async () => !await IsParkedAsync(operations, $"{parked:N}"), "none parked");
        }
    }

    private static AuthorityRegistered Registered { get; } =
        new()
        {
            Code = "XA-SMA",
            Revision = 1,
            Name = "XA-SMA",
            Jurisdiction = "XA",
            Kind = "securities-regulator",
            TimeZone = "Etc/UTC",
        };

    private Task SayAsync(Guid counter, Guid id, params string[] visibleTo) =>
        toy.Bus.SayAsync(
            new LetterRetrieved
            {
                LetterId = counter,
                Recipient = Home,
                At = default,
                VisibleTo = visibleTo,
            },
            Home,
            id
        );
}
