using CaseCoordination.Demo.Telling;
using static CaseCoordination.Demo.Telling.Journeys;

namespace CaseCoordination.Demo.Chapters;

/// <summary>The lead is handed over, and taken back.</summary>
internal static class HandOver
{
    public static async Task TellAsync(Plot plot, Journeys journeys)
    {
        plot.Narrator.Chapter("The lead is handed over and taken back");
        await PassAsync(plot, journeys, plot.Lead, plot.Partner);
        await PassAsync(plot, journeys, plot.Partner, plot.Lead);
    }

    private static async Task PassAsync(Plot plot, Journeys journeys, string from, string to)
    {
        await plot.DoAsync(from, "/lead-offer", new { To = to });
        plot.Say(from, $"offers the lead to {to}");
        await journeys.TellAsync(new Expected("case.lead-offer", from, to));
        var offered = await plot.UntilAsync(to, "the offer of the lead", s => s.LeadOffer?.To == to);
        await plot.DoAsync(to, "/lead-acceptance");
        plot.Say(
            to,
            $"takes the lead; the offer stood until {offered.LeadOffer!.AnswerBy.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
        );
        await journeys.TellAsync(new Expected("case.lead-acceptance", to, from), new Expected("case.roster", from, to));
        await plot.UntilAsync(from, $"{to} as the lead", s => s.Lead == to && s.Role == "partner");
        await plot.UntilAsync(to, "itself as the lead", s => s.Lead == to && s.Role == "lead");
        plot.Say(from, $"is a partner now, and sees {to} lead");
    }
}
