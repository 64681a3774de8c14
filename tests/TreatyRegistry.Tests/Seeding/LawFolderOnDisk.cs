namespace CaseCoordination.TreatyRegistry.Tests.Seeding;

/// <summary>A folder of law for one test.</summary>
internal sealed class LawFolderOnDisk : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("law-").FullName;

    public LawFolderOnDisk Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
