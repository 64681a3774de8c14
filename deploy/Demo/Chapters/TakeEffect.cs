using System.Globalization;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Chapters;

/// <summary>T-0: everybody acts by its own clock, while the border is down and no message can travel.</summary>
internal static class TakeEffect
{
    private const string Border = "access-point";
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(2);

    public static async Task TellAsync(Plot plot, Concert concert)
    {
        plot.Narrator.Chapter(
            concert.Faults.IsPossible
                ? $"At {Times.Of(concert.ReleaseAt)} they act, while the border is down"
                : $"At {Times.Of(concert.ReleaseAt)} they act"
        );
        await DecideStatementAsync(plot, concert);
        await BreakAsync(plot, concert);
        var releases = new Dictionary<string, ActionRelease>(StringComparer.Ordinal);
        foreach (var authority in concert.Acting)
        {
            var sheet = await concert.UntilAsync(
                authority,
                concert.Settlement,
                "that its measures went out",
                s => s.Release is not null
            );
            releases[authority] = sheet.Release!;
        }

        Require(concert, releases);
        Show(plot, concert, releases);
        await RepairAsync(plot, concert, releases);
        await RequireNothingElseAsync(plot, concert);
    }

    // Who takes part is settled at the cut-off; the text goes out at its embargo, and needs no message then.
    private static async Task DecideStatementAsync(Plot plot, Concert concert)
    {
        await Concert.ReachAsync(concert.CutOff, plot.Cancellation);
        var approver = concert.Approver(plot.Lead);
        await concert.DoAsync(approver, concert.Settlement, "statement/publication", new { Publish = true });
        plot.Say(approver, "decides after the cut-off that the joint statement goes out at its embargo");
        foreach (var authority in concert.Acting)
        {
            await concert.UntilAsync(
                authority,
                concert.Settlement,
                "that the statement is to go out",
                s => s.Statement?.Order is { Publish: true }
            );
        }
    }

    // From here on nothing travels: whatever happens at T-0 happens without a message.
    private static async Task BreakAsync(Plot plot, Concert concert)
    {
        if (!concert.Faults.IsPossible)
        {
            plot.Narrator.Paragraph("The node is not this command's own: nothing of it is killed.");
            return;
        }

        await Concert.ReachAsync(concert.ReleaseAt - Before, plot.Cancellation);
        await concert.Faults.KillAsync(Border, plot.Cancellation);
        plot.Narrator.Say("node", "", $"{Border} is killed (SIGKILL): no letter can travel");
    }

    private static void Require(Concert concert, Dictionary<string, ActionRelease> releases)
    {
        foreach (var (authority, release) in releases)
        {
            if (release.At < concert.ReleaseAt || release.At - concert.ReleaseAt >= Same || release.ByHand)
            {
                throw new StoryFailure(
                    $"{authority} released at {Times.Of(release.At)} instead of within a second after {Times.Of(concert.ReleaseAt)}."
                );
            }
        }
    }

    private static void Show(Plot plot, Concert concert, Dictionary<string, ActionRelease> releases)
    {
        var table = new Table().AddColumns("Authority", "T-0", "Released", "After T-0", "Clock");
        foreach (var (authority, release) in releases)
        {
            table.AddRow(
                new Text(authority),
                new Text(Times.Of(concert.ReleaseAt)),
                new Text(Times.Of(release.At)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{release.LateByMs} ms")),
                new Text(release.Clock is { } clock ? $"{clock.Quality} ({clock.Source})" : "not checked")
            );
        }

        plot.Narrator.Say("node", "", "each authority's own file says when its measures went out:");
        plot.Narrator.Table(table);
    }

    private static async Task RepairAsync(Plot plot, Concert concert, Dictionary<string, ActionRelease> releases)
    {
        if (concert.Faults.IsPossible)
        {
            await concert.Faults.StartAsync(Border, plot.Cancellation);
            plot.Narrator.Say("node", "", $"{Border} is started again");
        }

        foreach (var authority in concert.All)
        {
            await concert.UntilAsync(
                authority,
                concert.Settlement,
                "everybody's release as everybody's own file tells it",
                s => releases.All(r => s.Stand(r.Key)?.Release?.At == r.Value.At)
            );
        }

        plot.Say(plot.Officer(plot.Lead), "sees everybody's release; what all four files tell of it is the same");
    }

    private static async Task RequireNothingElseAsync(Plot plot, Concert concert)
    {
        foreach (var authority in concert.Acting)
        {
            var sheet = await concert.UntilAsync(authority, concert.Takedown, "itself", _ => true);
            if (sheet.Release is not null || sheet.State != "aborted")
            {
                throw new StoryFailure($"{authority} did not keep the abort that it confirmed: {sheet}");
            }
        }

        var own = await concert.UntilAsync(plot.Decliner, concert.Settlement, "itself", _ => true);
        if (own.Release is not null)
        {
            throw new StoryFailure($"{plot.Decliner} declined, and acted all the same.");
        }

        plot.Say(
            plot.Officer(plot.Lead),
            $"the action that was called off did nothing anywhere, and {plot.Decliner} did not act"
        );
    }
}
