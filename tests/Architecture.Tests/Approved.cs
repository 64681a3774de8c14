namespace CaseCoordination.Architecture.Tests;

/// <summary>
/// Texts that were read and approved by a person. What differs is written beside the test program, to be looked at and, if it
/// is meant, copied over the approved file.
/// </summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Architecture.Tests");

    /// <summary>What is wrong with one file; nothing when the text is as approved.</summary>
    public static string? Difference(string kind, string name, string text)
    {
        var file = Path.Combine(Folder, kind, $"{name}.json");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(file) && File.ReadAllText(file) == actual)
        {
            return null;
        }

        var received = Path.Combine(AppContext.BaseDirectory, "received", kind, $"{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        return $"{kind}/{name}.json is not as approved; if it is meant: cp {received} {file}";
    }

    /// <summary>Approved files that stand for nothing any more.</summary>
    public static IEnumerable<string> Left(string kind, IEnumerable<string> names) =>
        Directory
            .GetFiles(Path.Combine(Folder, kind), "*.json")
            .Select(Path.GetFileNameWithoutExtension)
            .OfType<string>()
            .Except(names, StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CaseCoordination.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
