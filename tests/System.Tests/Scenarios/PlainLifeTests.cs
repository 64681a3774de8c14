using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Nothing goes wrong, and two replicas of every service share the work.</summary>
[Collection(OnPairNode.Name)]
public sealed class PlainLifeTests(PairNode pair) : SystemTest(pair.Node)
{
    [Fact]
    public async Task Three_authorities_investigate_together_by_letter()
    {
        var investigation = new Investigation(Cast);
        await investigation.FileAsync();
        await investigation.AnswerAsync();
        await investigation.LendLeadAsync();
        await investigation.CloseAsync();

        var lead = await Cast.Lead.SeeAsync(investigation.Id);
        Assert.Equal(("closed", "lead", "settled"), (lead!.Stage, lead.Role, lead.Outcome));
        var joiner = await Cast.Joiner.SeeAsync(investigation.Id);
        Assert.Equal(("closed", "partner", "warned"), (joiner!.Stage, joiner.Role, joiner.Outcome));
        Assert.Equal("settled", joiner.LeadOutcome);
        var decliner = await Cast.Decliner.SeeAsync(investigation.Id);
        Assert.Equal("declined", decliner!.Stage);
        Assert.Empty(decliner.Partners);
        Assert.Equal("no-capacity", lead.Partners.Single(p => p.Authority == Cast.Decliner.Authority).Ground);
        await Agreement.HoldsAsync();
        Assert.Empty(Cast.Ledger.Problems);
    }

    [Fact]
    public async Task Two_replicas_of_every_service_do_everything_once()
    {
        var load = new Load(Cast, Seeded(), atOnce: 6);

        await load.DuringAsync(() => Task.CompletedTask, atLeast: 12);

        await Agreement.HoldsAsync();
        await BothConsumeAsync();
    }

    [Fact]
    public async Task What_a_trial_says_of_a_filing_is_what_its_letters_then_carry()
    {
        var investigation = new Investigation(Cast);
        await investigation.DraftAsync();
        string[] invited = [Cast.Joiner.Authority, Cast.Decliner.Authority];
        var tried = await Cast.Lead.TryFilingAsync(investigation.Id, invited);
        Assert.Equal(invited, tried.Select(t => t.Authority));
        Assert.All(tried, t => Assert.True(t.Allowed));

        await Cast.Lead.FileAsync(investigation.Id, invited);
        var letters = await Cast.Lead.InvitationsAsync(investigation.Id, invited.Length);
        foreach (var trial in tried)
        {
            var letter = Assert.Single(letters, l => l.Recipient == trial.Authority);
            Assert.Equal((trial.Outcome, trial.Instrument), (letter.Basis.Outcome, letter.Basis.Instrument));
            Assert.Equal(trial.Citations, letter.Basis.Citations);
            var own = Assert.Single(letter.Decisions);
            Assert.Equal(Cast.Lead.Authority, own.By);
            Assert.Equal(trial.Explanation, own.Text);
            Assert.NotEqual(0, letter.Obligations.GetArrayLength());
            Assert.Equal(trial.Obligations.GetRawText(), letter.Obligations.GetRawText());
        }
    }

    // Otherwise the second replica would have proved nothing.
    private async Task BothConsumeAsync()
    {
        var consumers = await Node.Broker.ConsumersAsync();
        Assert.NotEmpty(consumers);
        Assert.All(consumers, queue => Assert.Equal(2, queue.Value));
    }
}
