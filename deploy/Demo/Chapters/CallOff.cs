using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Chapters;

/// <summary>One action is held by a participant, called off by the lead, and confirmed by everybody in time.</summary>
internal static class CallOff
{
    public static async Task TellAsync(Plot plot, Concert concert)
    {
        plot.Narrator.Chapter("One of the two is held, and called off in time");
        var action = concert.Takedown;
        var holder = concert.Approver(plot.Partner);
        await concert.DoAsync(holder, action, "hold", new { Reason = "The pages are evidence that we still copy." });
        plot.Say(holder, "holds it before the cut-off: the pages are evidence that is still copied");
        await StoppedAsync(plot, concert, "standstill");
        plot.Say(plot.Officer(plot.Lead), "sees that all stand still");
        var lead = concert.Approver(plot.Lead);
        await concert.DoAsync(lead, action, "abort", new { Reason = "The evidence goes first." });
        plot.Say(lead, "calls it off: the evidence goes first");
        var sheet = await StoppedAsync(plot, concert, "aborted");
        plot.Say(
            plot.Officer(plot.Lead),
            $"sees {sheet.Reference} {sheet.State}, confirmed by each before the cut-off:"
        );
        var table = new Table().AddColumns("Authority", "Order", "Effect");
        foreach (var stand in sheet.Stands)
        {
            table.AddRow(
                new Text(stand.Authority),
                new Text(FormattableString.Invariant($"{stand.Receipt!.Number}, {stand.Receipt.Standing}")),
                new Text(stand.Receipt.Effect)
            );
        }

        plot.Narrator.Table(table);
    }

    private static Task<ActionSheet> StoppedAsync(Plot plot, Concert concert, string standing) =>
        concert.UntilAsync(
            plot.Lead,
            concert.Takedown,
            $"that all confirmed: {standing}",
            s => concert.Acting.All(a => s.Stand(a)?.Receipt is { Effect: "stopped" } r && r.Standing == standing)
        );
}
