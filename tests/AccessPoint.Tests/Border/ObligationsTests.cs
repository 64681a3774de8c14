using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;

namespace CaseCoordination.AccessPoint.Tests.Border;

/// <summary>What binds the receiver is compiled from the terms, travels with the letter, and is the same for both sides.</summary>
public sealed class ObligationsTests(TwoBorders borders) : IClassFixture<TwoBorders>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await borders.TeachAsync(CarefulLaw.Terms);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_letter_carries_what_its_terms_oblige_to_and_both_sides_and_their_services_see_the_same()
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        var (sent, received) = await borders.CarryAsync(letter, "delivered");

        Assert.Equal(
            [("t.use.other", "use", "consent", null, true), ("t.keep", "retain", "allow", "5 years", false)],
            sent.Obligations.Select(o => (o.Term, o.Op, o.Effect, o.Keep, o.Survives))
        );
        Assert.Equal(["other"], sent.Obligations[0].Purposes);
        Assert.Equal(["T §10", "T §11"], sent.Obligations.SelectMany(o => o.Cites));
        var told = await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    borders
                        .Here.Bus.Heard<LetterProgressed>()
                        .FirstOrDefault(p => p.LetterId == letter.LetterId && p.State == LetterStates.Accepted)
                ),
            p => p is not null,
            "the sender's service to be told"
        );
        var delivered = await Eventually.GetAsync(
            () =>
                Task.FromResult(
                    borders.There.Bus.Heard<LetterDelivered>().SingleOrDefault(l => l.LetterId == letter.LetterId)
                ),
            l => l is not null,
            "the delivery"
        );
        foreach (
            var seen in (IReadOnlyList<LetterObligation>[])
                [received.Obligations, letter.Basis.Obligations, told!.Basis!.Obligations, delivered!.Basis.Obligations]
        )
        {
            Assert.Equivalent(sent.Obligations, seen, strict: true);
        }
    }

    [Fact]
    public async Task A_letter_whose_obligations_were_made_lighter_on_the_way_is_stopped_and_both_sides_hold_why()
    {
        var letter = await borders.SendAsync(AccessPointFixture.Ask);
        var lighter = letter with { Basis = letter.Basis with { Obligations = [letter.Basis.Obligations[1]] } };
        var (sent, received) = await borders.CarryAsync(lighter, "refused");

        Assert.Equal("obligations-altered", received.Reason);
        Assert.Contains(sent.Evidence, e => (e.What, e.Detail) == ("refused", "obligations-altered"));
        Assert.DoesNotContain(borders.There.Bus.Heard<LetterDelivered>(), l => l.LetterId == letter.LetterId);
    }
}
