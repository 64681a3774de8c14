using System.Globalization;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>How long each step of an action may take; all of them are stretched when the machine was too slow to arm it.</summary>
/// <param name="ToArm">From its drafting until everybody holds the order.</param>
/// <param name="ToCutOff">From then to the cut-off.</param>
/// <param name="ToRelease">From the cut-off to T-0.</param>
internal sealed record Timing(TimeSpan ToArm, TimeSpan ToCutOff, TimeSpan ToRelease)
{
    public static Timing Usual { get; } =
        new(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
}

/// <summary>An action that three authorities have armed, each in its own file.</summary>
internal sealed record JointAction(
    Guid Id,
    DateTimeOffset ArmedBy,
    DateTimeOffset CutOff,
    DateTimeOffset ReleaseAt,
    int Window
)
{
    private const int Attempts = 4;

    private static readonly string[] Assistance = ["info.files", "info.transactions"];
    private static readonly string[] ContentFields =
    [
        "facts-and-purpose",
        "assistance-and-why",
        "identification-leads",
        "precautions-and-sensitivity",
        "laws-violated",
    ];
    private static readonly string[] Targets = ["t1"];

    public DateTimeOffset WindowEnd => ReleaseAt.AddSeconds(Window);

    /// <summary>The name of an authority's one measure within the plan.</summary>
    public static string MeasureOf(string authority) => $"m-{authority.ToLowerInvariant()}";

    /// <summary>
    /// Arms some actions on a case, all for one T-0: everybody has voted, every order is held, and the lead knows it, before the
    /// cut-off. What the machine was too slow for is left to lapse, and tried again with more time.
    /// </summary>
    public static async Task<IReadOnlyList<JointAction>> ArmAsync(
        ActionCast cast,
        Guid caseId,
        Timing timing,
        params int[] windows
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var armedBy = Now() + (timing.ToArm * attempt);
            var cutOff = armedBy + (timing.ToCutOff * attempt);
            var releaseAt = cutOff + (timing.ToRelease * attempt);
            var actions = await Task.WhenAll(
                windows.Select(window => ProposeAsync(cast, caseId, new(default, armedBy, cutOff, releaseAt, window)))
            );
            if ((await Task.WhenAll(actions.Select(a => a.IsArmedAsync(cast)))).All(isArmed => isArmed))
            {
                Journal.Tell($"armed {string.Join(' ', actions.Select(a => a.Id))} in attempt {attempt}");
                return actions;
            }

            Assert.True(attempt < Attempts, "Nothing could be armed in time.");
            await Task.WhenAll(actions.Select(a => a.EndAsync(cast)));
        }
    }

    /// <summary>Waits until a time has come.</summary>
    public static Task ReachAsync(DateTimeOffset at) =>
        Patiently.GetAsync(
            () => Task.FromResult(TimeProvider.System.GetUtcNow()),
            now => now >= at,
            string.Create(CultureInfo.InvariantCulture, $"{at:HH:mm:ss.fff}")
        );

    private static async Task<JointAction> ProposeAsync(ActionCast cast, Guid caseId, JointAction draft)
    {
        var id = await cast.Lead.DraftAsync(caseId, draft.Plan(cast));
        await cast.Lead.ProposeAsync(id);
        return draft with { Id = id };
    }

    private object Plan(ActionCast cast) =>
        new
        {
            title = "Freeze the accounts of Delta at once",
            purpose = "Customers' money is to stay where it is.",
            matter = new
            {
                code = "intermediaries",
                over = "crypto-derivatives",
                financialInstrument = "yes",
                conductFrom = "2025-01-01",
                conductTo = "2025-06-30",
            },
            instrument = "iosco-mmou",
            assistance = Assistance,
            fields = ContentFields,
            targets = new[]
            {
                new
                {
                    id = "t1",
                    kind = "entity",
                    name = "Delta",
                },
            },
            measures = cast.All.Select(d => new
            {
                id = MeasureOf(d.Authority),
                authority = d.Authority,
                kind = "trading-suspension",
                targets = Targets,
                titleNeeded = "order of a court",
            }),
            participants = cast.All.Select(d => d.Authority),
            rule = new { kind = "consensus" },
            schedule = new
            {
                readyBy = ArmedBy,
                cutOff = CutOff,
                releaseAt = ReleaseAt,
                window = Window,
            },
        };

    // Not armed in time is no failure yet: whoever finds its vote closed has been too slow.
    private async Task<bool> IsArmedAsync(ActionCast cast)
    {
        try
        {
            await Task.WhenAll(cast.All.Select(d => d.GetReadyAsync(Id))).WaitAsync(Left());
            await cast
                .Lead.AwaitAsync(Id, v => cast.All.All(d => v.EffectAt(d.Authority) == "held"), "all hold it")
                .WaitAsync(Left());
            return true;
        }
        catch (Exception e) when (e is TimeoutException || Left() == TimeSpan.Zero)
        {
            Journal.Tell($"{Id} was not armed in time: {e.Message}");
            return false;
        }
    }

    private TimeSpan Left() => ArmedBy > Now() ? ArmedBy - Now() : TimeSpan.Zero;

    // What is armed half may still go out, and is told apart by its own invariants; the next attempt has another T-0.
    private async Task EndAsync(ActionCast cast)
    {
        await ReachAsync(ReleaseAt);
        await cast.Lead.AwaitAsync(Id, v => !v.WillRelease, "it is over");
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}

/// <summary>The three authorities of a case as they act together.</summary>
internal sealed record ActionCast(ActionDesk Lead, ActionDesk Second, ActionDesk Third)
{
    public IReadOnlyList<ActionDesk> All => [Lead, Second, Third];

    public static async Task<ActionCast> OfAsync(SystemNode node, Cast cast) =>
        new(
            await ActionDesk.OpenAsync(node, cast.Lead, "xa", cast.Ledger),
            await ActionDesk.OpenAsync(node, cast.Joiner, "msa", cast.Ledger),
            await ActionDesk.OpenAsync(node, cast.Decliner, "xb", cast.Ledger)
        );

    /// <summary>What each authority's own file says of an action.</summary>
    public async Task<IReadOnlyList<ActionView>> SeeAsync(Guid id) =>
        [.. (await Task.WhenAll(All.Select(d => d.SeeAsync(id)))).OfType<ActionView>()];

    /// <summary>Waits until every authority's own file says so.</summary>
    public async Task<IReadOnlyList<ActionView>> AwaitAsync(Guid id, Func<ActionView, bool> holds, string what) =>
        await Task.WhenAll(All.Select(d => d.AwaitAsync(id, holds, what)));
}
