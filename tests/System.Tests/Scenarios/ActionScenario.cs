using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>A scenario in which three authorities of one investigation act together.</summary>
public abstract class ActionScenario : SystemTest
{
    private protected ActionScenario(SystemNode node)
        : base(node) { }

    private protected ActionCast Actors { get; private set; } = null!;

    /// <summary>Arms one action for each window, all for one T-0, on a case of all three.</summary>
    private protected async Task<IReadOnlyList<JointAction>> ArmAsync(Timing timing, params int[] windows)
    {
        Actors = await ActionCast.OfAsync(Node, Cast);
        var investigation = new Investigation(Cast);
        await investigation.FileAsync();
        await investigation.JoinAllAsync();
        return await JointAction.ArmAsync(Actors, investigation.Id, timing, windows);
    }

    /// <summary>Waits until each authority's own file tells that its measures went out, and gives how.</summary>
    private protected async Task<IReadOnlyList<ActionRelease>> ReleasesAsync(JointAction action) =>
        [
            .. (await Actors.AwaitAsync(action.Id, v => v.Release is not null, "its measures went out")).Select(v =>
                v.Release!
            ),
        ];

    /// <summary>How often measures of an action went out, over all authorities, as stored.</summary>
    private protected async Task<int> CountAsync(JointAction action, string type = "action-released") =>
        int.Parse(
            (
                await Node.SqlAsync(
                    Services.Actions,
                    $"select count(*)::text from store.mt_events where type = '{type}' and stream_id = '{action.Id}'"
                )
            )!,
            System.Globalization.CultureInfo.InvariantCulture
        );
}
