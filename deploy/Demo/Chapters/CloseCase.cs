using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Telling;
using static CaseCoordination.Demo.Telling.Journeys;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Each side closes its own file, with an outcome of its own.</summary>
internal static class CloseCase
{
    public static async Task TellAsync(Plot plot, Journeys journeys)
    {
        var story = plot.Matter.Story;
        plot.Narrator.Chapter("Each side closes its own file");
        await CloseAsync(plot, story.Lead);
        await journeys.TellAsync(new Expected("case.closure", plot.Lead, plot.Partner));
        await plot.UntilAsync(plot.Partner, "the lead's outcome", s => s.LeadOutcome == story.Lead.Outcome);
        plot.Say(plot.Partner, $"sees that the lead closed: {story.Lead.Outcome}");
        await CloseAsync(plot, story.Joins);
        await journeys.TellAsync(new Expected("case.closure", plot.Partner, plot.Lead));
        await plot.UntilAsync(
            plot.Lead,
            $"the outcome of {plot.Partner}",
            s => s.Partner(plot.Partner) is { State: "closed" } p && p.Outcome == story.Joins.Outcome
        );
        plot.Say(plot.Lead, $"sees the outcome of {plot.Partner}: {story.Joins.Outcome}");
        await CloseAsync(plot, story.Declines);
    }

    private static async Task CloseAsync(Plot plot, Part part)
    {
        await plot.DoAsync(part.Authority, "/closure", new { part.Outcome, part.Summary });
        await plot.UntilAsync(part.Authority, "itself closed", s => s.Stage == "closed" && s.Outcome == part.Outcome);
        plot.Say(part.Authority, $"closes its file, {part.Outcome}: {part.Summary}");
    }
}
