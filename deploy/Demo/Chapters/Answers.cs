using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using static CaseCoordination.Demo.Telling.Journeys;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Persons acknowledge; one authority joins, another declines on a coded ground.</summary>
internal static class Answers
{
    public static async Task TellAsync(Plot plot, Journeys journeys)
    {
        plot.Narrator.Chapter("The invited authorities answer");
        foreach (var authority in new[] { plot.Partner, plot.Decliner })
        {
            await AcknowledgeAsync(plot, journeys, authority);
        }

        await JoinAsync(plot, journeys);
        await DeclineAsync(plot, journeys);
    }

    private static async Task AcknowledgeAsync(Plot plot, Journeys journeys, string authority)
    {
        await AppointAsync(plot, authority);
        var sheet = await plot.SheetAsync(authority);
        await plot.DoAsync(authority, "/acknowledgement");
        plot.Say(authority, $"finds the invitation in its own file {sheet.Reference} and acknowledges it");
        await journeys.TellAsync(new Expected("case.acknowledgement", authority, plot.Lead));
        await plot.UntilAsync(
            plot.Lead,
            $"the acknowledgement of {authority}",
            s => s.Partner(authority)?.State == "acknowledged"
        );
    }

    // Whose group an invitation reaches is the receiving authority's own affair: whoever can see it acts.
    private static async Task AppointAsync(Plot plot, string authority)
    {
        foreach (var officer in plot.People.With(authority, "officer"))
        {
            if (await plot.Api.FindAsync<CaseSheet>(officer, plot.OfCase(), plot.Cancellation) is not null)
            {
                plot.Appoint(authority, officer);
                return;
            }
        }

        throw new StoryFailure($"No officer of {authority} can see the invitation.");
    }

    private static async Task JoinAsync(Plot plot, Journeys journeys)
    {
        await plot.DoAsync(plot.Partner, "/joining");
        plot.Say(plot.Partner, "joins the joint investigation");
        await journeys.TellAsync(
            new Expected("case.joining", plot.Partner, plot.Lead),
            new Expected("case.roster", plot.Lead, plot.Partner)
        );
        await plot.UntilAsync(plot.Lead, $"{plot.Partner} joined", s => s.Partner(plot.Partner)?.State == "joined");
        plot.Say(plot.Lead, $"sees {plot.Partner} joined");
    }

    private static async Task DeclineAsync(Plot plot, Journeys journeys)
    {
        var part = plot.Matter.Story.Declines;
        await plot.DoAsync(plot.Decliner, "/declining", new { part.Ground, part.Reason });
        plot.Say(plot.Decliner, $"declines on the ground {part.Ground}: {part.Reason}");
        await journeys.TellAsync(new Expected("case.declining", plot.Decliner, plot.Lead));
        await plot.UntilAsync(
            plot.Lead,
            $"{plot.Decliner} declined on {part.Ground}",
            s =>
                s.Partner(plot.Decliner) is { State: "declined" } p
                && p.Ground == part.Ground
                && p.Reason == part.Reason
        );
        var partner = await plot.SheetAsync(plot.Partner);
        if (partner.Partner(plot.Decliner) is not null)
        {
            throw new StoryFailure($"{plot.Partner} knows of {plot.Decliner}, which declined.");
        }

        plot.Say(plot.Lead, $"sees {plot.Decliner} declined, with ground and reason; {plot.Partner} never hears of it");
    }
}
