using System.Globalization;
using System.Net.Http.Headers;
using CaseCoordination.Demo.Chapters;
using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Reads the matter, casts it, tells it to its end: 0 when all of it succeeded, 1 when anything did not.</summary>
internal static class Performance
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(
        Arguments arguments,
        Func<string, string?> environment,
        TextWriter output,
        TextWriter error,
        int width,
        bool isTerminal
    )
    {
        try
        {
            var reading = MatterReader.Read(await File.ReadAllBytesAsync(arguments.Matter), arguments.Matter);
            if (reading.Matter is not { } matter)
            {
                return Refuse(reading.Problems, error);
            }

            if (arguments.OnlyCheck)
            {
                return 0;
            }

            using var http = new HttpClient { Timeout = LongestCall };
            http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CaseCoordination.Demo", "1"));
            var node = NodeAddresses.Read(environment);
            var people = new People(http, node.Issuer);
            var narrator = new Narrator(output, width, isTerminal, TimeProvider.System);
            var plot = new Plot(
                matter,
                node,
                new Api(http, people),
                people,
                narrator,
                new Patience(TimeProvider.System, LongestWait),
                CancellationToken.None
            );
            return await TellAsync(plot, environment, arguments.Matter, output, error);
        }
        catch (StoryFailure failure)
        {
            error.WriteLine($"The job failed: {failure.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"The matter file cannot be read: {failure.Message}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            error.WriteLine($"The job failed: a service did not answer. {failure.Message}");
        }

        return 1;
    }

    private static async Task<int> TellAsync(
        Plot plot,
        Func<string, string?> environment,
        string file,
        TextWriter output,
        TextWriter error
    )
    {
        if (await Cast.FindAsync(plot, file) is { Count: > 0 } problems)
        {
            return Refuse(problems, error);
        }

        Introduce(plot);
        await Cast.TellAsync(plot);
        await OpenCase.TellAsync(plot);
        await FillCase.TellAsync(plot);
        var journeys = new Journeys(plot);
        await FileCase.TellAsync(plot, journeys);
        await Answers.TellAsync(plot, journeys);
        await HandOver.TellAsync(plot, journeys);
        await CloseCase.TellAsync(plot, journeys);
        var letters = await Reckoning.TellAsync(plot, journeys.Told);
        var exchange = new Exchange(plot);
        await KeepRecords.TellAsync(plot, exchange);
        await AskForRecords.TellAsync(plot, exchange);
        await PassOn.TellAsync(plot, exchange);
        if (plot.Matter.Story.Together is { } together)
        {
            await using var venue = Venue.Open(environment);
            await ActTogetherAsync(plot, new Concert(plot, together, new Faults(environment("CC_DEMO_FAULT")), venue));
        }

        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The job succeeded: {letters} letters of the case, all retrieved or accounted for; three requests told to their end, one held item passed on{(plot.Matter.Story.Together is null ? "" : ", one action taken at one instant and one called off")}."
            )
        );
        return 0;
    }

    private static async Task ActTogetherAsync(Plot plot, Concert concert)
    {
        await JoinAgain.TellAsync(plot, concert);
        await PlanAction.TellAsync(plot, concert);
        await CallOff.TellAsync(plot, concert);
        await TakeEffect.TellAsync(plot, concert);
        await CountUp.TellAsync(plot, concert);
    }

    private static void Introduce(Plot plot)
    {
        var matter = plot.Matter;
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        plot.Narrator.Title($"{matter.Id}: {matter.Title}");
        plot.Narrator.Paragraph(matter.Notice);
        if (matter.Products.Count > 0)
        {
            plot.Narrator.Paragraph($"Products: {string.Join(", ", matter.Products)}.");
        }

        plot.Narrator.Paragraph($"Told on {today}: seconds since the start, time in UTC, who acts, what came of it.");
    }

    private static int Refuse(IReadOnlyList<MatterProblem> problems, TextWriter error)
    {
        foreach (var problem in problems)
        {
            error.WriteLine(problem);
        }

        error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{problems.Count} field(s) of the matter are not right; nothing was stored."
            )
        );
        return 1;
    }
}
