using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;

namespace CaseCoordination.Evaluate;

/// <summary>Judges scenario files: 0 where every expectation holds, 1 where one does not, 2 where a file is unreadable.</summary>
internal static class Run
{
    public static int Files(string instrumentFolder, string[] files, TextWriter output, TextWriter error)
    {
        try
        {
            var instruments = LawFolder.LoadInstruments(instrumentFolder);
            // Read everything first, so that nothing is printed of a set that cannot be read.
            var scenarios = files
                .SelectMany(file => ScenarioFile.Read(File.ReadAllText(file), file, instruments))
                .ToList();
            var held = true;
            foreach (var scenario in scenarios)
            {
                held &= Holds(scenario, output, error);
            }

            return held ? 0 : 1;
        }
        catch (LawTextException failure)
        {
            foreach (var problem in failure.Problems)
            {
                error.WriteLine($"error: {problem}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {failure.Message}");
        }

        return Usage.Unreadable;
    }

    /// <summary>The instruments beside the tool, or in the source tree from which it was built.</summary>
    public static string ShippedInstruments()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var instruments = Path.Combine(folder.FullName, "instruments");
            if (Directory.Exists(instruments))
            {
                return instruments;
            }
        }

        return "instruments";
    }

    private static bool Holds(Scenario scenario, TextWriter output, TextWriter error)
    {
        var decision = scenario.Judge();
        output.WriteLine(ScenarioLine.Write(scenario.Id, decision));
        if (scenario.Expect is not { } expect)
        {
            return true;
        }

        var differences = Expectation.Differences(expect, decision);
        foreach (var difference in differences)
        {
            error.WriteLine($"{scenario.Id}: {difference}");
        }

        return differences.IsEmpty;
    }
}
