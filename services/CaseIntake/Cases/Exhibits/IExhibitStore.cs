namespace CaseCoordination.CaseIntake.Cases.Exhibits;

/// <summary>Which exhibit of which case of which authority: ids only, so that no name becomes a path.</summary>
public sealed record ExhibitKey(string Authority, Guid CaseId, Guid ExhibitId);

/// <summary>What became of a content that was to be stored.</summary>
public enum Storing
{
    Stored,
    SizeDiffers,
    HashDiffers,
}

/// <summary>Where exhibits' contents are kept; a file system now, object storage where there is one.</summary>
public interface IExhibitStore
{
    /// <summary>Streams a content in and keeps it only if size and hash are as declared; otherwise nothing is left.</summary>
    Task<Storing> StoreAsync(ExhibitKey key, Stream content, long size, string sha256, CancellationToken cancellation);

    /// <summary>The content, seekable and with the declared hash; null when it is missing or damaged.</summary>
    Task<Stream?> OpenAsync(ExhibitKey key, string sha256, CancellationToken cancellation);

    void Delete(ExhibitKey key);

    void DeleteAll(string authority, Guid caseId);
}
