using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using static CaseCoordination.AccessPoint.Tests.AccessPointFixture;

namespace CaseCoordination.AccessPoint.Tests.Letters;

/// <summary>Messages as brokers deliver them: twice, and in any order.</summary>
public sealed class ReceiptTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.TeachAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Receipts_before_their_letter_doubled_and_in_the_wrong_order_count_once_each()
    {
        var dispatch = Dispatch("XA-SMA", Elsewhere);
        foreach (var state in (string[])[LetterStates.Retrieved, LetterStates.Delivered])
        {
            var id = Guid.CreateVersion7();
            await SayAsync(dispatch, state, id);
            await SayAsync(dispatch, state, id);
            await SayAsync(dispatch, state, Guid.CreateVersion7());
        }

        using var operations = fixture.As("XA-SMA", "operator", [Roles.Operator]);
        await Eventually.HoldsAsync(
            async () => await ParkedAsync(operations, "letter-unknown") == 4,
            "four receipts to wait for their letter"
        );
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        using var auditor = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        var life = await Eventually.GetAsync(
            () => LifeAsync(auditor, dispatch.LetterId),
            l => l?.Evidence.Count(e => e.What is "delivered" or "retrieved") == 2,
            "both receipts"
        );
        Assert.Equal("retrieved", life!.State);
        await Eventually.HoldsAsync(async () => await ParkedAsync(operations, "letter-unknown") == 0, "none to wait");
        Assert.Equal(["accepted", "delivered", "retrieved"], await WhatAsync(auditor, dispatch.LetterId));
    }

    [Fact]
    public async Task A_dispatch_and_a_letter_that_come_twice_have_one_effect_on_each_side()
    {
        var dispatch = Dispatch("XA-SMA", "XB-DAC");
        var id = Guid.CreateVersion7();
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender, id);
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender, id);
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync("XA-SMA", dispatch.LetterId, "delivered");
        await fixture.Bus.SayAsync(LetterOf(dispatch), dispatch.Recipient);
        await fixture.LifeInAsync("XB-DAC", dispatch.LetterId, "delivered");

        // Another letter behind them in the same queue: once it is through, so are they.
        var last = Dispatch("XA-SMA", "XB-DAC");
        await fixture.Bus.SayAsync(last, last.Sender);
        await fixture.LifeInAsync("XA-SMA", last.LetterId, "delivered");
        using var auditor = fixture.As("XB-DAC", "auditor", [Roles.Auditor]);
        Assert.Equal(["delivered"], await WhatAsync(auditor, dispatch.LetterId));
        Assert.Equal(1L, await EventsAsync("letter-accepted", dispatch.LetterId));
        Assert.Equal(1L, await EventsAsync("letter-taken-in", dispatch.LetterId));
        Assert.Single(fixture.Bus.Heard<LetterDelivered>(), l => l.LetterId == dispatch.LetterId);
    }

    [Fact]
    public async Task A_letter_altered_on_the_way_is_turned_away_and_its_sender_learns_that_it_diverged()
    {
        var dispatch = Dispatch("XA-SMA", Elsewhere);
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync("XA-SMA", dispatch.LetterId, "accepted");
        await SayAsync(dispatch, LetterStates.Refused, Guid.CreateVersion7(), "content-altered", "ff");
        var life = await fixture.LifeInAsync("XA-SMA", dispatch.LetterId, "refused");
        Assert.True(life.HasDiverged);
        Assert.Equal("content-altered", life.Reason);

        var forged = LetterOf(Dispatch("XA-SMA", "XB-DAC")) with { Content = "{}" };
        await fixture.Bus.SayAsync(forged, forged.Recipient);
        var turned = await fixture.LifeInAsync("XB-DAC", forged.LetterId, "refused");
        Assert.Equal("content-altered", turned.Reason);
        Assert.DoesNotContain(fixture.Bus.Heard<LetterDelivered>(), l => l.LetterId == forged.LetterId);
    }

    [Fact]
    public async Task A_receipt_from_another_than_the_recipient_changes_nothing_and_is_seen_by_the_operator()
    {
        var dispatch = Dispatch("XB-DAC", Elsewhere);
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        await fixture.LifeInAsync("XB-DAC", dispatch.LetterId, "accepted");
        await SayAsync(dispatch with { Recipient = "MSA-FMA" }, LetterStates.Delivered, Guid.CreateVersion7());
        using var operations = fixture.As("XB-DAC", "operator", [Roles.Operator]);
        await Eventually.HoldsAsync(
            async () => await ParkedAsync(operations, "receipt-from-another") == 1,
            "the receipt to be parked"
        );
        Assert.Equal("accepted", (await fixture.LifeInAsync("XB-DAC", dispatch.LetterId, "accepted")).State);
    }

    private static async Task<IEnumerable<string>> WhatAsync(HttpClient http, Guid letter) =>
        (await LifeAsync(http, letter))!.Evidence.Select(e => e.What).Order(StringComparer.Ordinal);

    private Task SayAsync(DispatchLetter dispatch, string state, Guid id, string? reason = null, string? hash = null) =>
        fixture.Bus.SayAsync(
            new LetterReceipt
            {
                LetterId = dispatch.LetterId,
                Sender = dispatch.Sender,
                Recipient = dispatch.Recipient,
                State = state,
                At = fixture.Clock.GetUtcNow(),
                Reason = reason,
                ContentHash = hash ?? ContentHash.Of(dispatch.Content),
            },
            dispatch.Sender,
            id
        );

    private async Task<long> EventsAsync(string type, Guid stream) =>
        (long)
            (
                await fixture.Node.SqlAsync(
                    "access-point",
                    $"select count(*) from store.mt_events where type = '{type}' and stream_id = '{stream}'"
                )
            )!;

    private static async Task<int> ParkedAsync(HttpClient operations, string reason) =>
        (await operations.GetFromJsonAsync<JsonElement[]>("/api/operations/parked"))!.Count(p =>
            p.GetProperty("reason").GetString() == reason
        );

    private static Letter LetterOf(DispatchLetter d) =>
        new()
        {
            LetterId = d.LetterId,
            Sender = d.Sender,
            Recipient = d.Recipient,
            Kind = d.Kind,
            ConversationId = d.ConversationId,
            Question = d.Question,
            Basis = new LegalBasis
            {
                Outcome = "GRANT",
                Instrument = "test-mou",
                Decision = "{}",
            },
            Content = d.Content,
            ContentHash = ContentHash.Of(d.Content),
            SubmittedAt = d.SubmittedAt,
            AcceptedAt = d.SubmittedAt,
        };
}
