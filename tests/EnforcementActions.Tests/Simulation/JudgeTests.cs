namespace CaseCoordination.EnforcementActions.Tests.Simulation;

/// <summary>A judge that finds nothing proves nothing: each fault that is built into the rules has to be caught.</summary>
[Collection(nameof(EveryCore))]
public sealed class JudgeTests
{
    private const int Histories = 4_000;

    private static readonly Dictionary<string, Func<Rules>> Faults = new(StringComparer.Ordinal)
    {
        ["takes orders after the cut-off"] = () => new Mutants.TakesOrdersAfterTheCutOff(),
        ["acts though stopped"] = () => new Mutants.ActsThoughStopped(),
        ["ignores order numbers"] = () => new Mutants.IgnoresOrderNumbers(),
        ["ignores vote numbers"] = () => new Mutants.IgnoresVoteNumbers(),
        ["ignores board numbers"] = () => new Mutants.IgnoresBoardNumbers(),
        ["counts a vote for any plan"] = () => new Mutants.CountsAVoteForAnyPlan(),
        ["takes a hold for ready"] = () => new Mutants.TakesAHoldForReady(),
        ["keeps the order through a hold"] = () => new Mutants.KeepsTheOrderThroughAHold(),
        ["acts though withheld"] = () => new Mutants.ActsThoughWithheld(),
        ["fires early"] = () => new Mutants.FiresEarly(),
        ["fires twice"] = () => new Mutants.FiresTwice(),
        ["forgets to mark late"] = () => new Mutants.ForgetsToMarkLate(),
        ["does not look back"] = () => new Mutants.DoesNotLookBack(),
        ["confirms what came too late"] = () => new Mutants.ConfirmsWhatCameTooLate(),
        ["remembers more than its events"] = () => new Mutants.RemembersMoreThanItsEvents(),
        ["gives every letter one id"] = () => new Mutants.GivesEveryLetterOneId(),
    };

    [Theory]
    [InlineData("takes orders after the cut-off", "a stop is confirmed exactly when|after the cut-off is not held")]
    [InlineData("acts though stopped", "never after a confirmed")]
    [InlineData("ignores order numbers", "in the order of their numbers")]
    [InlineData("ignores vote numbers", "board equals")]
    [InlineData("ignores board numbers", "board")]
    [InlineData("counts a vote for any plan", "own ready vote")]
    [InlineData("takes a hold for ready", "armed only when the rule is met")]
    [InlineData("keeps the order through a hold", "own ready vote|order that it holds")]
    [InlineData("acts though withheld", "withheld")]
    [InlineData("fires early", "never before T-0 by its own clock")]
    [InlineData("fires twice", "never twice")]
    [InlineData("forgets to mark late", "late is marked late")]
    [InlineData("does not look back", "is not stopped releases")]
    [InlineData("confirms what came too late", "shown as confirmed only when it is")]
    [InlineData("remembers more than its events", "read anew from what was stored")]
    [InlineData("gives every letter one id", "no two letters have one id")]
    public void Every_fault_is_caught(string fault, string promises)
    {
        var meant = promises.Split('|');
        var broken = Enumerable.Range(1, Histories).Select(seed => Broken(seed, Faults[fault]())).OfType<string>();
        Assert.True(
            broken.Any(promise => meant.Any(m => promise.Contains(m, StringComparison.Ordinal))),
            $"No history of {Histories} broke: {promises}."
        );
    }

    private static string? Broken(int seed, Rules rules)
    {
        try
        {
            new World(seed, rules).Run();
            return null;
        }
        catch (BrokenPromiseException e)
        {
            return e.Message;
        }
    }
}
