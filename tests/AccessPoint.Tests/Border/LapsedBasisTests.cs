using System.Globalization;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Testing;

namespace CaseCoordination.AccessPoint.Tests.Border;

/// <summary>A letter is judged on leaving by the law of that moment, and on arriving by the law of that one.</summary>
public sealed class LapsedBasisTests(TwoBorders borders) : IClassFixture<TwoBorders>, IAsyncLifetime
{
    // Each test has a memorandum of its own, so that what lapses in one holds in the others.
    private readonly string _memorandum = $"mou-{Guid.CreateVersion7():N}";

    public async ValueTask InitializeAsync() => await borders.TeachAsync(CarefulLaw.Terms);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("unstated", "basis-lapsed")]
    [InlineData("lapse", "no-basis")]
    public async Task What_ended_between_leaving_and_arriving_stops_the_letter_with_evidence_on_both_sides(
        string pending,
        string reason
    )
    {
        await AgreeAsync(Pending(pending));
        var letter = await LeaveAsync(daysAgo: 3);
        await ChangeAsync(borders.There, p => p with { To = Day(-1) });
        await AssertStoppedAsync(letter, reason);
    }

    [Fact]
    public async Task What_ended_on_the_way_arrives_all_the_same_where_the_terms_say_that_open_requests_go_on()
    {
        await AgreeAsync(Pending("continue"));
        var letter = await LeaveAsync(daysAgo: 3);
        await ChangeAsync(borders.There, p => p with { To = Day(-1) });
        var (sent, received) = await borders.CarryAsync(letter, "delivered");
        Assert.Contains(sent.Evidence, e => e.What == "delivered");
        Assert.Equal([("delivered", _memorandum)], received.Evidence.Select(e => (e.What, e.Detail)));
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("withdrawn")]
    public async Task A_part_that_was_suspended_or_withdrawn_on_the_way_stops_the_letter(string status)
    {
        await AgreeAsync(Pending("unstated"));
        var letter = await LeaveAsync();
        await ChangeAsync(borders.There, p => p with { Status = status });
        await AssertStoppedAsync(letter, "no-basis");
    }

    [Fact]
    public async Task A_new_version_that_does_not_carry_it_any_more_stops_the_letter()
    {
        await AgreeAsync(Pending("unstated"));
        var letter = await LeaveAsync();
        await PublishThereAsync(CarefulLaw.On(["fraud"], Pending("unstated")));
        await AssertStoppedAsync(letter, "no-basis");
    }

    [Fact]
    public async Task A_new_version_that_still_carries_it_lets_it_in_with_the_sender_version_and_its_conditions()
    {
        await AgreeAsync(CarefulLaw.Use);
        var letter = await LeaveAsync();
        await PublishThereAsync(CarefulLaw.With(CarefulLaw.Use, CarefulLaw.Keep));
        var (sent, received) = await borders.CarryAsync(letter, "delivered");

        Assert.Equal(letter.Basis.Version, received.Basis.Version);
        Assert.Equal(["t.use.other"], sent.Obligations.Select(o => o.Term));
        Assert.Equal(["t.use.other"], received.Obligations.Select(o => o.Term));
        var versions = received.Decisions[0].Text.Single(l => l.StartsWith("Version: ", StringComparison.Ordinal));
        Assert.DoesNotContain(letter.Basis.Version![..12], versions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ended_before_the_border_judged_the_dispatch_never_leaves()
    {
        await AgreeAsync(Pending("unstated"));
        await ChangeAsync(borders.Here, p => p with { To = Day(-1) });
        var dispatch = Dispatched(daysAgo: 3);
        await borders.Here.Bus.SayAsync(dispatch, dispatch.Sender);
        var life = await borders.Here.LifeInAsync(TwoBorders.Sender, dispatch.LetterId, "rejected");

        Assert.Equal("basis-lapsed", life.Reason);
        Assert.Equal([("rejected", "basis-lapsed")], life.Evidence.Select(e => (e.What, e.Detail)));
        Assert.DoesNotContain(borders.Here.Bus.Heard<Letter>(), l => l.LetterId == dispatch.LetterId);
    }

    // Stopped there, told here; no service there hears of the letter, and the sender's service hears why.
    private async Task AssertStoppedAsync(Letter letter, string reason)
    {
        var (sent, received) = await borders.CarryAsync(letter, "refused");
        Assert.Equal(reason, received.Reason);
        Assert.Equal([("refused", reason)], received.Evidence.Select(e => (e.What, e.Detail)));
        Assert.Equal(reason, sent.Reason);
        Assert.Contains(sent.Evidence, e => (e.What, e.Detail) == ("refused", reason));
        Assert.Contains(sent.Evidence, e => e.What == "accepted");
        Assert.Equal(sent.ContentHash, received.ContentHash);
        Assert.DoesNotContain(borders.There.Bus.Heard<LetterDelivered>(), l => l.LetterId == letter.LetterId);
        await Eventually.HoldsAsync(
            () =>
                borders
                    .Here.Bus.Heard<LetterProgressed>()
                    .Any(p => p.LetterId == letter.LetterId && p.State == LetterStates.Refused && p.Reason == reason),
            "the sender's service to hear of it"
        );
    }

    private async Task AgreeAsync(params string[] further)
    {
        foreach (var node in (AccessPointFixture[])[borders.Here, borders.There])
        {
            await node.PublishAsync(Named(CarefulLaw.With(further)));
            await node.RecordAsync(Part(TwoBorders.Sender));
            await node.RecordAsync(Part(TwoBorders.Recipient));
            await KnownAsync(node);
        }
    }

    private async Task ChangeAsync(AccessPointFixture node, Func<ParticipationRecorded, ParticipationRecorded> change)
    {
        await node.RecordAsync(change(Part(TwoBorders.Sender)) with { Revision = 2 });
        await Eventually.HoldsAsync(
            async () =>
                (await node.ReplicaAsync()).Participations.Any(p => p.Instrument == _memorandum && p.Revision == 2),
            "the change to be known"
        );
    }

    private async Task PublishThereAsync(string terms)
    {
        await borders.There.PublishAsync(Named(terms), from: "2021-01-01");
        await Eventually.HoldsAsync(
            async () => (await borders.There.ReplicaAsync()).Instruments.Count(i => i.Id == _memorandum) == 2,
            "the new version to be known there"
        );
    }

    private Task KnownAsync(AccessPointFixture node) =>
        Eventually.HoldsAsync(
            async () =>
                await node.ReplicaAsync() is var known
                && known.Instruments.Any(i => i.Id == _memorandum)
                && known.Participations.Count(p => p.Instrument == _memorandum) == 2,
            "the memorandum to be known"
        );

    private async Task<Letter> LeaveAsync(int daysAgo = 0) => await borders.SendAsync(Dispatched(daysAgo));

    private DispatchLetter Dispatched(int daysAgo) =>
        AccessPointFixture.Dispatch(
            TwoBorders.Sender,
            TwoBorders.Recipient,
            AccessPointFixture.Ask with
            {
                Instrument = _memorandum,
                Pinned = true,
            }
        ) with
        {
            SubmittedAt = borders.Here.Clock.GetUtcNow().AddDays(-daysAgo),
        };

    private ParticipationRecorded Part(string authority) =>
        AccessPointFixture.Participation(authority) with
        {
            InstrumentId = _memorandum,
        };

    private string Named(string terms) => terms.Replace("\"test-mou\"", $"\"{_memorandum}\"", StringComparison.Ordinal);

    private string Day(int fromToday) =>
        borders.There.Clock.GetUtcNow().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Pending(string rule) =>
        CarefulLaw
            .Unstated.Replace("\"unstated\"", $"\"{rule}\"", StringComparison.Ordinal)
            .Replace(",\"survives\":[\"t.use.other\"]", "", StringComparison.Ordinal);
}
