using System.Net;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class LetterLifeTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await fixture.TeachAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_permitted_letter_is_delivered_and_retrieved_and_both_sides_hold_the_same_evidence()
    {
        var dispatch = AccessPointFixture.Dispatch("XA-SMA", "XB-DAC");
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        var delivered = await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    fixture.Bus.Heard<LetterDelivered>().FirstOrDefault(l => l.LetterId == dispatch.LetterId)
                ),
            l => l is not null,
            "the delivery"
        );
        Assert.Equal(dispatch.Content, delivered!.Content);
        Assert.Equal("test-mou", delivered.Basis.Instrument);
        Assert.Contains("T §3", delivered.Basis.Citations.AsEnumerable(), StringComparer.Ordinal);
        await fixture.Bus.SayAsync(
            new LetterRetrieved
            {
                LetterId = dispatch.LetterId,
                Recipient = "XB-DAC",
                At = TimeProvider.System.GetUtcNow(),
                VisibleTo = ["desk"],
            },
            "XB-DAC"
        );
        using var sender = fixture.As("XA-SMA", "officer-7", [Roles.Officer], ["markets"]);
        var life = await Eventually.GetAsync(
            () => AccessPointFixture.LifeAsync(sender, dispatch.LetterId),
            l => l?.State == "retrieved" && l.Evidence.Any(e => e.What == "relayed"),
            "the receipt of the retrieval"
        );
        Assert.Equal(
            ["accepted", "delivered", "relayed", "retrieved"],
            life!.Evidence.Select(e => e.What).Order(StringComparer.Ordinal)
        );
        using var recipient = fixture.As("XB-DAC", "officer-1", [Roles.Officer], ["desk"]);
        var there = await AccessPointFixture.LifeAsync(recipient, dispatch.LetterId);
        Assert.Equal(life.ContentHash, there!.ContentHash);
        Assert.Equal("retrieved", there.State);
        Assert.Equal<IEnumerable<string>>(life.Basis.Citations, there.Basis.Citations);
    }

    [Fact]
    public async Task A_letter_that_overtakes_the_one_it_relies_on_waits_for_it()
    {
        var ask = AccessPointFixture.Dispatch("XA-SMA", "XB-DAC");
        var answer = AccessPointFixture.Dispatch("XA-SMA", "XB-DAC", new LegalQuestion { ReliesOn = ask.LetterId });
        await fixture.Bus.SayAsync(answer, answer.Sender);
        await fixture.Bus.SayAsync(ask, ask.Sender);

        await fixture.LifeInAsync("XA-SMA", ask.LetterId, "delivered");
        await fixture.LifeInAsync("XA-SMA", answer.LetterId, "delivered");
    }

    [Fact]
    public async Task A_letter_without_a_basis_never_leaves_and_says_why()
    {
        var dispatch = AccessPointFixture.Dispatch("XA-SMA", "MSB-KNA");
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        var progress = await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    fixture.Bus.Heard<LetterProgressed>().FirstOrDefault(l => l.LetterId == dispatch.LetterId)
                ),
            l => l is not null,
            "the rejection"
        );
        Assert.Equal(LetterStates.Rejected, progress!.State);
        Assert.Equal("no-basis", progress.Reason);
        Assert.DoesNotContain(fixture.Bus.Heard<LetterDelivered>(), l => l.LetterId == dispatch.LetterId);
    }

    [Fact]
    public async Task Only_those_who_may_see_the_matter_see_its_letters()
    {
        var dispatch = AccessPointFixture.Dispatch("XA-SMA", "MSA-FMA");
        await fixture.Bus.SayAsync(dispatch, dispatch.Sender);
        using var auditor = fixture.As("XA-SMA", "auditor", [Roles.Auditor]);
        await Eventually.GetAsync(
            () => AccessPointFixture.LifeAsync(auditor, dispatch.LetterId),
            l => l is not null,
            "the letter"
        );
        using var colleague = fixture.As("XA-SMA", "officer-8", [Roles.Officer], ["banking"]);
        using var stranger = fixture.As("MSB-KNA", "auditor", [Roles.Auditor]);
        foreach (var http in (HttpClient[])[colleague, stranger])
        {
            var known = await http.GetAsync(new Uri($"/api/letters/{dispatch.LetterId}", UriKind.Relative));
            var random = await http.GetAsync(new Uri($"/api/letters/{Guid.CreateVersion7()}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
            Assert.Equal(await Answers.StableAsync(random), await Answers.StableAsync(known));
            Assert.DoesNotContain(
                dispatch.LetterId.ToString(),
                await http.GetStringAsync(new Uri("/api/letters", UriKind.Relative)),
                StringComparison.Ordinal
            );
        }
    }
}
