using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Finds the parts at the node before anything is written, so that a matter that cannot be told stores nothing.</summary>
internal static class Cast
{
    public static async Task<IReadOnlyList<MatterProblem>> FindAsync(Plot plot, string file)
    {
        await plot.People.LoadAsync(plot.Cancellation);
        var problems = new MatterProblems(file);
        var story = plot.Matter.Story;
        foreach (var (part, authority, line) in StoryReader.Parts(story).Where(p => p.Part != "barred"))
        {
            if (plot.People.With(authority, "officer") is [var officer, ..])
            {
                plot.Appoint(authority, officer);
            }
            else
            {
                problems.Add(
                    line,
                    $"story.{part}.authority",
                    $"Nobody can act for {authority} here.",
                    "Name an authority with an account of the role officer."
                );
            }
        }

        if (!problems.Any)
        {
            await FindInRegistryAsync(plot, problems);
        }

        return problems.Found;
    }

    /// <summary>Names the parts, and waits until every service holds the law as the registry has it.</summary>
    public static async Task TellAsync(Plot plot)
    {
        plot.Narrator.Chapter("The parts");
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["lead"] = "opens the case and leads",
            ["joins"] = "is invited, and joins",
            ["declines"] = "is invited, and declines",
            ["barred"] = "cannot be invited under this instrument",
            ["together"] = "takes part in the action at the end",
        };
        foreach (var (part, authority, _) in StoryReader.Parts(plot.Matter.Story))
        {
            var entry = (await EntryAsync(plot, authority))!;
            plot.Narrator.Paragraph($"{authority}: {entry.Name}, {entry.TimeZone}; {parts[part]}");
        }

        if (plot.Matter.Story.Instrument is { } instrument)
        {
            var terms = (await InstrumentAsync(plot, instrument))!;
            plot.Narrator.Paragraph($"Instrument: {instrument}, {terms.Title}; terms {terms.ContentHash[..12]}");
        }

        var registry = await DigestAsync(plot, plot.Node.Registry, "/api/registry/hashes");
        foreach (
            var (service, address) in new[]
            {
                ("CaseIntake", plot.Node.Cases),
                ("DataSharing", plot.Node.Sharing),
                ("EnforcementActions", plot.Node.Actions),
                ("AccessPoint", plot.Node.Border),
            }
        )
        {
            await plot.Patience.UntilAsync(
                $"{service} to hold the law as the registry has it",
                () => DigestAsync(plot, address, "/api/operations/replica"),
                digest => digest == registry,
                digest => $"{digest[..12]} instead of {registry[..12]}",
                plot.Cancellation
            );
        }

        plot.Narrator.Say(
            "node",
            "",
            $"every service holds the same law and the same parties, digest {registry[..12]}"
        );
    }

    private static async Task FindInRegistryAsync(Plot plot, MatterProblems problems)
    {
        foreach (var (part, authority, line) in StoryReader.Parts(plot.Matter.Story))
        {
            if (await EntryAsync(plot, authority) is null)
            {
                problems.Add(
                    line,
                    $"story.{part}.authority",
                    $"The registry knows no {authority}.",
                    "Name a registered authority; GET /api/authorities lists them."
                );
            }
        }

        if (plot.Matter.Story.Instrument is { } instrument && await InstrumentAsync(plot, instrument) is null)
        {
            problems.Add(
                plot.Matter.Story.InstrumentLine,
                "story.instrument",
                $"The registry knows no {instrument}.",
                "Name a registered instrument; GET /api/instruments lists them."
            );
        }
    }

    private static Task<RegisteredAuthority?> EntryAsync(Plot plot, string authority) =>
        FindAsync<RegisteredAuthority>(plot, $"/api/authorities/{Uri.EscapeDataString(authority)}");

    private static Task<RegisteredInstrument?> InstrumentAsync(Plot plot, string instrument) =>
        FindAsync<RegisteredInstrument>(plot, $"/api/instruments/{Uri.EscapeDataString(instrument)}");

    private static Task<T?> FindAsync<T>(Plot plot, string path)
        where T : class =>
        plot.Api.FindAsync<T>(plot.Officer(plot.Lead), new Uri(plot.Node.Registry, path), plot.Cancellation);

    private static async Task<string> DigestAsync(Plot plot, Uri service, string path) =>
        (await plot.Api.GetAsync<Replica>(plot.Auditor(plot.Lead), new Uri(service, path), plot.Cancellation)).Digest;
}
