using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>A second investigation for the settlement, which all who are asked join.</summary>
internal static class JoinAgain
{
    public static async Task TellAsync(Plot plot, Concert concert)
    {
        plot.Narrator.Chapter("Four authorities join to settle the matter together");
        var (law, story) = (plot.Matter.Law, plot.Matter.Story);
        var lead = plot.Officer(plot.Lead);
        var opened = await plot.Api.PostAsync(
            lead,
            plot.Cases(),
            new
            {
                Title = $"{plot.Matter.Title}: settlement",
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
        await FillAsync(plot);
        var invited = concert.All.Where(a => a != plot.Lead).ToArray();
        await plot.DoAsync(
            plot.Lead,
            "/filing",
            new
            {
                Invite = invited.Select(a => new
                {
                    Authority = a,
                    story.Instrument,
                    Pinned = story.Instrument is not null,
                }),
                story.Message,
                story.Assistance,
                story.ContentFields,
            }
        );
        var sheet = await plot.SheetAsync(plot.Lead);
        plot.Say(lead, $"opens case {sheet.Reference} for the settlement and invites {string.Join(", ", invited)}");
        await Task.WhenAll(invited.Select(a => JoinAsync(plot, a)));
        await plot.UntilAsync(plot.Lead, "all joined", s => invited.All(a => s.Partner(a)?.State == "joined"));
        plot.Say(lead, "sees all of them joined");
    }

    private static async Task FillAsync(Plot plot)
    {
        foreach (var subject in plot.Matter.Subjects)
        {
            await plot.DoAsync(plot.Lead, "/subjects", new { subject.Kind, subject.Name });
        }

        var allegation = plot.Matter.Allegations[0];
        await plot.DoAsync(plot.Lead, "/allegations", new { allegation.Text, allegation.Provisions });
    }

    // Whoever of an authority's officers the invitation reaches acts for it.
    private static async Task JoinAsync(Plot plot, string authority)
    {
        var officer = (
            await plot.Patience.UntilAsync(
                $"an officer of {authority} to see the invitation",
                () => FindAsync(plot, authority),
                found => found is not null,
                _ => "nobody does",
                plot.Cancellation
            )
        )!;
        plot.Appoint(authority, officer);
        await plot.DoAsync(authority, "/acknowledgement");
        await plot.DoAsync(authority, "/joining");
    }

    private static async Task<Person?> FindAsync(Plot plot, string authority)
    {
        foreach (var officer in plot.People.With(authority, "officer"))
        {
            if (await plot.Api.FindAsync<CaseSheet>(officer, plot.OfCase(), plot.Cancellation) is not null)
            {
                return officer;
            }
        }

        return null;
    }
}
