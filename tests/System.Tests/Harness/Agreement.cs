using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// What must hold of a node once it has settled, whatever happened to it before: nothing acknowledged is lost, nothing
/// happened twice, both sides tell the same of every letter, and nobody else holds anything of it.
/// </summary>
internal sealed class Agreement(SystemNode node, Ledger ledger)
{
    private readonly StreamChecks _streams = new(node);
    private readonly CaseChecks _cases = new(node, ledger);
    private readonly LetterChecks _letters = new(node, ledger);
    private readonly ActionChecks _actions = new(node);

    /// <summary>Waits for the node to settle, then for nothing to be wrong; what is wrong is told line by line.</summary>
    public async Task HoldsAsync()
    {
        Assert.NotEmpty(ledger.Acknowledged);
        await Patiently.GetAsync(FindAsync, wrong => wrong.Length == 0, "both sides to agree");

        // What came twice may still be under way, and must change nothing when it arrives.
        await Eventually.GetAsync(
            node.Broker.FilledAsync,
            queues => queues.Length == 0,
            "every message to be consumed"
        );
        Assert.Empty(await FindAsync());
        Journal.Tell("both sides agree");
    }

    private async Task<string> FindAsync()
    {
        var found = await Task.WhenAll([.. _streams.All(), .. _cases.All(), _letters.FindAsync(), .. _actions.All()]);
        return string.Join('\n', found.OfType<string>().SelectMany(text => text.Split('\n').Take(20)));
    }
}
