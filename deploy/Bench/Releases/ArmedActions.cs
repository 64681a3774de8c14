using System.Collections.Concurrent;
using System.Globalization;
using CaseCoordination.Client;

namespace CaseCoordination.Bench.Releases;

/// <summary>Actions for one instant, taken over HTTP from the draft to the order that everybody holds.</summary>
internal sealed class ArmedActions(Trio trio, DateTimeOffset releaseAt)
{
    private const int AtOnce = 4;

    // The node that is measured lets a cut-off come this near to T-0.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(6);

    public static async Task<IReadOnlyList<Guid>> ArmAsync(Trio trio, int count, DateTimeOffset releaseAt)
    {
        var actions = new ArmedActions(trio, releaseAt);
        var ids = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => ids.Add(await actions.GetReadyAsync(i))
        );
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (id, _) => await actions.HeldAsync(id)
        );
        return [.. ids];
    }

    private async Task<Guid> GetReadyAsync(int number)
    {
        var plan = PlanOf(number);
        var lead = trio.People[0];
        var id = await Person.ActAsync(() =>
            lead.Officer.Actions.DraftAsync(new NewAction { CaseId = trio.CaseId, Plan = plan })
        );
        await lead.Approver.Actions.ProposeAsync(id);
        foreach (var (code, officer, approver) in trio.People)
        {
            var title = new MeasureTitle(IdOf(code), "7 Gs 12/26", "District court", "2026-03-02");
            await Person.ActAsync(() => officer.Actions.RecordTitleAsync(id, title));
            await Person.ActAsync(() => approver.Actions.DeclareReadyAsync(id));
        }

        return id;
    }

    private async Task HeldAsync(Guid id)
    {
        while (true)
        {
            var file = await trio.Lead.Actions.FindAsync(id);
            if (trio.Codes.All(c => file?.Stand(c)?.Receipt is { Standing: "armed", Effect: "held" }))
            {
                return;
            }

            if (TimeProvider.System.GetUtcNow() > releaseAt - Hold)
            {
                throw new InvalidOperationException(
                    "Not everything was armed before the cut-off; give it more time by --within."
                );
            }

            await Task.Delay(200);
        }
    }

    private static string IdOf(string authority) => $"m-{authority.ToLowerInvariant()}";

    private ActionPlan PlanOf(int number) =>
        new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Bench {number}"),
            Purpose = "All measures take effect at one instant.",
            Matter = new RequestMatter("intermediaries", "crypto-derivatives", "yes", "2025-01-01", "2025-06-30"),
            Instrument = "iosco-mmou",
            Assistance = ["info.files", "info.transactions"],
            Fields = Payloads.ContentFields,
            Targets = [new ActionTarget("t1", "entity", "Example Derivatives Venue Ltd")],
            Measures =
            [
                .. trio.Codes.Select(c => new ActionMeasure(
                    IdOf(c),
                    c,
                    "warning",
                    ["t1"],
                    "decision of the authority"
                )),
            ],
            Participants = trio.Codes,
            Rule = new ActionRule("consensus"),
            Schedule = new ActionSchedule(releaseAt - (2 * Hold), releaseAt - Hold, releaseAt, 600),
        };
}
