using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.AccessPointFixture;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class ClockTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.TeachAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_step_warns_then_fails_at_its_hour_on_both_sides_and_what_comes_late_still_counts()
    {
        var stuck = Dispatch("XA-SMA", Elsewhere);
        var ignored = Dispatch("XA-SMA", "XB-DAC");
        await fixture.Bus.SayAsync(stuck, stuck.Sender);
        await fixture.Bus.SayAsync(ignored, ignored.Sender);
        await fixture.LifeInAsync("XA-SMA", stuck.LetterId, "accepted");
        await fixture.LifeInAsync("XA-SMA", ignored.LetterId, "delivered");

        await MoveToHourAsync(2, stuck.LetterId, "relay-late");
        Assert.Equal(["accepted", "relay-late"], await WhatAsync("XA-SMA", stuck.LetterId));
        await MoveToHourAsync(13, stuck.LetterId, "relay-failed", "delivery-late");
        Assert.Equal("relay-failed", (await fixture.LifeInAsync("XA-SMA", stuck.LetterId, "relay-failed")).State);
        await MoveToHourAsync(25, stuck.LetterId, "delivery-failed", "retrieval-late");
        await MoveToHourAsync(37, stuck.LetterId, "retrieval-failed");
        await fixture.LifeInAsync("XA-SMA", stuck.LetterId, "delivery-failed");
        await Eventually.HoldsAsync(
            () => Failures(stuck.LetterId) is ["delivery-failed", "relay-failed", "retrieval-failed"],
            "the service to be told of each failure once"
        );

        // The other letter was delivered at once: only its retrieval is late, on the sender's and on the recipient's clock.
        await fixture.LifeInAsync("XA-SMA", ignored.LetterId, "retrieval-failed");
        await fixture.LifeInAsync("XB-DAC", ignored.LetterId, "retrieval-failed");
        Assert.Equal(["delivered", "retrieval-failed", "retrieval-late"], await WhatAsync("XB-DAC", ignored.LetterId));
        await fixture.Bus.SayAsync(
            new LetterRetrieved
            {
                LetterId = ignored.LetterId,
                Recipient = "XB-DAC",
                At = fixture.Clock.GetUtcNow(),
            },
            "XB-DAC"
        );
        await fixture.LifeInAsync("XA-SMA", ignored.LetterId, "retrieved");
        Assert.Equal(0L, await fixture.Node.SqlAsync("access-point", "select count(*) from store.mt_doc_deadline"));
    }

    private TimeSpan _moved;

    private async Task MoveToHourAsync(int hour, Guid letter, params string[] evidence)
    {
        fixture.Clock.Advance(TimeSpan.FromHours(hour) - _moved);
        _moved = TimeSpan.FromHours(hour);
        await Eventually.GetAsync(
            () => WhatAsync("XA-SMA", letter),
            found => evidence.All(e => found.Contains(e, StringComparer.Ordinal)),
            string.Join(", ", evidence)
        );
    }

    private async Task<IEnumerable<string>> WhatAsync(string authority, Guid letter)
    {
        using var auditor = fixture.As(authority, "auditor", [Platform.Security.Roles.Auditor]);
        return (await LifeAsync(auditor, letter))!.Evidence.Select(e => e.What).Order(StringComparer.Ordinal).ToList();
    }

    private string[] Failures(Guid letter) =>
        fixture
            .Bus.Heard<LetterProgressed>()
            .Where(p => p.LetterId == letter && p.Reason == "out-of-time")
            .Select(p => p.State)
            .Order(StringComparer.Ordinal)
            .ToArray();
}
