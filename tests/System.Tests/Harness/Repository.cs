namespace CaseCoordination.SystemTests.Harness;

/// <summary>Where programs and scripts of this repository are, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>What the tests leave behind: logs, and the servers of their own.</summary>
    public static string State { get; } =
        Directory.CreateDirectory(Path.Combine(Root, ".local", "system-test")).FullName;

    /// <summary>A program's assembly, of the same configuration as the tests.</summary>
    public static string Assembly(string folder, string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var file = Path.Combine(
            Root,
            folder,
            project,
            "bin",
            configuration,
            "net10.0",
            $"CaseCoordination.{project}.dll"
        );
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} is not built.", file);
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseCoordination.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return at.FullName;
    }
}
