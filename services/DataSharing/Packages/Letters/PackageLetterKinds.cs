namespace CaseCoordination.DataSharing.Packages.Letters;

/// <summary>The letters between files of a package; the part before the dot brings them to this service.</summary>
public static class PackageLetterKinds
{
    public const string Release = "package.release";
    public const string Retrieval = "package.retrieval";
}
