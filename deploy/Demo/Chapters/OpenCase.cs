using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>The lead opens a case file, and shows that it is restricted from its first moment.</summary>
internal static class OpenCase
{
    public static async Task TellAsync(Plot plot)
    {
        plot.Narrator.Chapter("The lead opens a case");
        var law = plot.Matter.Law;
        var opened = await plot.Api.PostAsync(
            plot.Officer(plot.Lead),
            plot.Cases(),
            new
            {
                plot.Matter.Title,
                Matter = new
                {
                    law.Code,
                    law.Over,
                    law.FinancialInstrument,
                    law.ConductFrom,
                    law.ConductTo,
                },
            },
            plot.Cancellation
        );
        plot.CaseId = opened.Id;
        var sheet = await plot.SheetAsync(plot.Lead);
        plot.Say(
            plot.Lead,
            $"opens case {sheet.Reference} ({sheet.Id}): {law.Code} over {law.Over}; seen by {string.Join(", ", sheet.Groups)} alone"
        );
        await RequireHiddenAsync(plot, sheet);
    }

    private static async Task RequireHiddenAsync(Plot plot, CaseSheet sheet)
    {
        var outsider = plot
            .People.With(plot.Lead, "officer")
            .FirstOrDefault(p => !p.Groups.Intersect(sheet.Groups, StringComparer.Ordinal).Any());
        if (outsider is null)
        {
            return;
        }

        if (await plot.Api.FindAsync<CaseSheet>(outsider, plot.OfCase(), plot.Cancellation) is not null)
        {
            throw new StoryFailure($"{outsider.Account} can see a case that is restricted to others.");
        }

        plot.Narrator.Say(
            plot.Lead,
            outsider.Account,
            $"asks for the same case, is in {string.Join(", ", outsider.Groups)} alone: there is no such thing (404)"
        );
    }
}
