using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyLaw.Tests;

/// <summary>Finds the files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string InstrumentFolder { get; } = Path.Combine(Root, "deploy", "instruments");

    public static IReadOnlyList<Instrument> Instruments { get; } = LawFolder.LoadInstruments(InstrumentFolder);

    public static LawBook Book { get; } = LawFolder.Load(InstrumentFolder);

    /// <summary>The reference scenarios, which stand beside the repository and not in it.</summary>
    public static string ReferenceScenarios { get; } =
        Path.GetFullPath(Path.Combine(Root, "..", "shared", "reference", "scenarios-public.yaml"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseCoordination.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
