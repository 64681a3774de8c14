using CsvHelper;

namespace CaseCoordination.Identifiers.Tests.RealData;

/// <summary>Real public data kept beside the repository, not in it; where it is absent, the tests over it are skipped.</summary>
internal static class SharedData
{
    internal static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root(), "..", "shared", "data", .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Assert.Skip($"Real data is absent: {System.IO.Path.GetFullPath(path)}. Nothing was checked.");
        }

        return path;
    }

    /// <summary>The rows of a CSV file, each cell under the name of its column.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string folder, string file)
    {
        using var csv = CsvReader.FromFile(Path(folder, file));
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToArray().ToDictionary(name => name, csv.GetString, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>What a column holds, empty cells left out.</summary>
    internal static IReadOnlyList<string> Column(string folder, string file, string column) =>
        [.. Rows(folder, file).Select(row => row[column]).Where(cell => cell.Length > 0)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CaseCoordination.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No CaseCoordination.sln above the tests.");
        }

        return folder.FullName;
    }
}
