using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Processes killed where a write and a message could come apart, with the moment made certain.</summary>
[Collection(OnPairNode.Name)]
public sealed class KilledAtTheWorstMomentTests(PairNode pair) : SystemTest(pair.Node)
{
    [Fact]
    public async Task Killed_between_commit_and_publish_the_letter_goes_out_once()
    {
        var investigation = await DraftAsync();
        await Node.Broker.BlockAsync();
        try
        {
            await FileAsync(investigation);
            Assert.NotNull(await UnannouncedAsync());
            await Node.KillAsync(Services.Intake);
        }
        finally
        {
            await Node.Broker.UnblockAsync();
        }

        await EndAsync(investigation, Services.Intake);
    }

    [Fact]
    public async Task Killed_inside_its_transaction_the_border_accepts_a_letter_once()
    {
        var investigation = await DraftAsync();
        await using (var hold = await TableLock.OnAsync(Node, Services.Border))
        {
            await FileAsync(investigation);
            await hold.WaitedForAsync(2);
            await Node.KillAsync(Services.Border);
        }

        await EndAsync(investigation, Services.Border);
    }

    [Fact]
    public async Task Killed_between_commit_and_acknowledgement_the_border_accepts_a_letter_once()
    {
        var investigation = await DraftAsync();
        await using (var hold = await CommitHold.OnAsync(Node, Services.Border))
        {
            await FileAsync(investigation);
            await hold.ReachedByAsync(2);
            await Node.KillAsync(Services.Border);
        }

        await EndAsync(investigation, Services.Border);
    }

    [Fact]
    public async Task Killed_between_commit_and_acknowledgement_the_intake_takes_a_letter_once()
    {
        var investigation = await DraftAsync();
        await using (var border = await CommitHold.OnAsync(Node, Services.Border))
        {
            await FileAsync(investigation);
            await border.ReachedByAsync(2);
            await using var intake = await CommitHold.OnAsync(Node, Services.Intake);
            await border.DisposeAsync();
            await intake.ReachedByAsync(2);
            await Node.KillAsync(Services.Intake);
        }

        await EndAsync(investigation, Services.Intake);
    }

    [Fact]
    public async Task Cut_from_the_broker_the_border_handles_what_it_was_handling_again()
    {
        var investigation = await DraftAsync();
        await using (var hold = await TableLock.OnAsync(Node, Services.Border))
        {
            await FileAsync(investigation);
            var first = await hold.WaitedForAsync(2);
            await Node.Broker.CutAsync();
            await hold.WaitedForAsync(2, except: first);
        }

        await EndAsync(investigation, Services.Border);
    }

    [Fact]
    public async Task Ended_in_an_orderly_way_the_border_gives_back_what_it_could_not_finish()
    {
        var investigation = await DraftAsync();
        await using (var hold = await TableLock.OnAsync(Node, Services.Border))
        {
            await FileAsync(investigation);
            await hold.WaitedForAsync(2);
            await Task.WhenAll(Node.Of(Services.Border).Select(r => r.StopAsync()));
        }

        await EndAsync(investigation, Services.Border);
    }

    private async Task<Investigation> DraftAsync()
    {
        var investigation = new Investigation(Cast);
        await investigation.DraftAsync();
        return investigation;
    }

    private Task FileAsync(Investigation investigation) =>
        Cast.Lead.FileAsync(investigation.Id, Cast.Joiner.Authority, Cast.Decliner.Authority);

    private async Task EndAsync(Investigation investigation, string service)
    {
        await Node.StartAsync(service);
        await investigation.AnswerAsync();
        await Agreement.HoldsAsync();
    }

    private Task<string?> UnannouncedAsync() =>
        Node.SqlAsync(
            Services.Intake,
            """
            select 'behind' from store.mt_event_progression
            where name like 'announcer:%' and last_seq_id < (select max(seq_id) from store.mt_events)
            """
        );
}
