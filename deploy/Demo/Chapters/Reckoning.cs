using System.Globalization;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Chapters;

/// <summary>How the files stand, and every letter with its evidence and legal basis, as the auditors see them.</summary>
internal static class Reckoning
{
    private const int PageSize = 100;

    /// <summary>The number of letters; throws when one is neither retrieved nor accounted for.</summary>
    public static async Task<int> TellAsync(Plot plot, IReadOnlySet<Guid> told)
    {
        plot.Narrator.Chapter("How the files stand");
        plot.Narrator.Table(await FilesAsync(plot));

        plot.Narrator.Chapter("Every letter, as the auditors of both sides see it (times in UTC)");
        plot.Narrator.Paragraph(
            "accepted: judged by the law and frozen with the decision; relayed: the broker's word that it holds the letter, as the "
                + "sender's border recorded it; delivered: let in by the recipient's border; retrieved: recorded in the recipient's file."
        );
        var letters = await plot.Patience.UntilAsync(
            "every letter to reach its end on both sides",
            () => CollectAsync(plot),
            all => all.All(l => l.IsFinal) && told.IsSubsetOf(all.Select(l => l.Id)),
            all =>
                string.Join(" ", Ledger.Faults(all, plot.Matter.Story.Instrument, plot.Matter.Story.Barred?.Authority)),
            plot.Cancellation
        );
        plot.Narrator.Table(LetterTable.Of(letters, plot.Narrator.Width));
        var story = plot.Matter.Story;
        var faults = Ledger.Faults(letters, story.Instrument, story.Barred?.Authority);
        return faults.Count == 0 ? letters.Count : throw new StoryFailure(string.Join(" ", faults));
    }

    private static async Task<Table> FilesAsync(Plot plot)
    {
        var table = new Table().AddColumns(
            "Authority",
            "Own file",
            "Role",
            "Stage",
            "Outcome",
            "Others, as it knows them",
            "Events"
        );
        foreach (var authority in plot.Acting)
        {
            var sheet = await plot.SheetAsync(authority);
            var others = sheet
                .Partners.Where(p => p.Authority != sheet.Lead)
                .Select(p => $"{p.Authority} {p.State}{InBrackets(p.Outcome ?? p.Ground ?? p.Reason)}");
            var lead = sheet.Lead == authority ? [] : new[] { $"{sheet.Lead} leads{InBrackets(sheet.LeadOutcome)}" };
            table.AddRow(
                new Text(authority),
                new Text(sheet.Reference),
                new Text(sheet.Role),
                new Text(sheet.Stage),
                new Text(sheet.Outcome ?? ""),
                new Text(string.Join('\n', lead.Concat(others))),
                new Text((await CountEventsAsync(plot, authority)).ToString(CultureInfo.InvariantCulture))
            );
        }

        return table;
    }

    private static string InBrackets(string? detail) => detail is null ? "" : $" ({detail})";

    private static async Task<int> CountEventsAsync(Plot plot, string authority) =>
        (
            await ReadAllAsync<TimelineEntry>(plot, plot.Auditor(authority), plot.OfCase($"/timeline?size={PageSize}"))
        ).Count;

    private static async Task<IReadOnlyList<LetterPair>> CollectAsync(Plot plot)
    {
        var lives = new List<LetterLife>();
        foreach (var authority in plot.Acting)
        {
            var auditor = plot.Auditor(authority);
            var list = new Uri(plot.Node.Border, $"/api/letters?conversation={plot.CaseId}&size={PageSize}");
            foreach (var letter in await ReadAllAsync<LetterSummary>(plot, auditor, list))
            {
                var address = new Uri(plot.Node.Border, $"/api/letters/{letter.LetterId}");
                lives.Add(await plot.Api.GetAsync<LetterLife>(auditor, address, plot.Cancellation));
            }
        }

        return Ledger.Pair(lives);
    }

    private static async Task<IReadOnlyList<T>> ReadAllAsync<T>(Plot plot, Person reader, Uri first)
    {
        var all = new List<T>();
        for (var address = first; ; )
        {
            var page = await plot.Api.GetAsync<Page<T>>(reader, address, plot.Cancellation);
            all.AddRange(page.Items);
            if (page.Next is not { } next)
            {
                return all;
            }

            address = new Uri($"{first}&cursor={Uri.EscapeDataString(next)}");
        }
    }
}
