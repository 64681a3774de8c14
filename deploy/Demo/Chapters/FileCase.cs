using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using static CaseCoordination.Demo.Telling.Journeys;

namespace CaseCoordination.Demo.Chapters;

/// <summary>The case is filed as a joint investigation; each invitation is judged and travels, or is stopped.</summary>
internal static class FileCase
{
    public static async Task TellAsync(Plot plot, Journeys journeys)
    {
        var story = plot.Matter.Story;
        var under = story.Instrument is { } instrument ? $" under {instrument}" : "";
        plot.Narrator.Chapter("The case is filed as a joint investigation");
        await plot.DoAsync(
            plot.Lead,
            "/filing",
            new
            {
                Invite = new[] { Invitee(plot, plot.Partner), Invitee(plot, plot.Decliner) },
                story.Message,
                story.Assistance,
                story.ContentFields,
            }
        );
        plot.Say(
            plot.Lead,
            $"files the case and invites {plot.Partner} and {plot.Decliner}{under}, asking for {string.Join(", ", story.Assistance)}"
        );
        var invitations = await journeys.TellAtLengthAsync(
            new Expected("case.invitation", plot.Lead, plot.Partner),
            new Expected("case.invitation", plot.Lead, plot.Decliner)
        );
        if (invitations.FirstOrDefault(i => i.State != LetterStates.Retrieved) is { } stopped)
        {
            throw new StoryFailure(
                $"The invitation of {stopped.Recipient} was {stopped.State}: {stopped.Reason}. {stopped.Explanation}"
            );
        }

        if (story.Barred is { } barred)
        {
            await TryBarredAsync(plot, journeys, barred.Authority, under);
        }
    }

    private static async Task TryBarredAsync(Plot plot, Journeys journeys, string barred, string under)
    {
        await plot.DoAsync(plot.Lead, "/invitations", new { Invite = new[] { Invitee(plot, barred) } });
        plot.Say(plot.Lead, $"also invites {barred}{under}");
        await journeys.TellAtLengthAsync(new Expected("case.invitation", plot.Lead, barred));
        var sheet = await plot.UntilAsync(
            plot.Lead,
            $"that the invitation of {barred} was rejected",
            s => s.Partner(barred)?.State == "rejected"
        );
        if (string.IsNullOrEmpty(sheet.Partner(barred)!.Explanation))
        {
            throw new StoryFailure($"The lead is not told why {barred} cannot be invited.");
        }

        plot.Say(plot.Lead, $"reads in the file why {barred} cannot be invited; nothing left the border");
    }

    private static object Invitee(Plot plot, string authority) =>
        new
        {
            Authority = authority,
            plot.Matter.Story.Instrument,
            Pinned = plot.Matter.Story.Instrument is not null,
        };
}
