namespace CaseCoordination.DataSharing.Records;

/// <summary>What an operator may set; section <c>Records</c>. Sizes are in bytes.</summary>
public sealed record RecordSettings
{
    /// <summary>Folder of the categories' schemas; without it no records are taken.</summary>
    public string? Schemas { get; init; }

    /// <summary>The largest file as it is sent.</summary>
    public long MaxBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>The largest file once it is unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How many times larger than its packed form a file may become; honest tables stay under 60.</summary>
    public int MaxRatio { get; init; } = 150;
    public int MaxRowBytes { get; init; } = 256 * 1024;
    public long MaxRows { get; init; } = 5_000_000;
    public int MaxColumns { get; init; } = 200;
    public int MaxDepth { get; init; } = 24;

    /// <summary>How many problems are named one by one; all are counted.</summary>
    public int MaxProblems { get; init; } = 100;
}
