namespace CaseCoordination.Client;

/// <summary>A package to prepare: for a request, or for recipients with what gives occasion to it.</summary>
public sealed record NewPackage
{
    public required string Title { get; init; }

    /// <summary>The request that it answers.</summary>
    public Guid? Request { get; init; }

    /// <summary>Authority codes, of what nobody asked for.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }
    public PackageOccasion? Occasion { get; init; }
    public PackageConditions? Conditions { get; init; }
    public string? PersonalDataReason { get; init; }

    /// <summary>Who may know of it; absent for the caller's groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}

/// <summary>Under what the law is asked about a package that nobody requested.</summary>
public sealed record PackageOccasion(IReadOnlyList<RequestMatter> Matters, IReadOnlyList<string> Assistance);

/// <summary>What the sender adds to the instrument; <c>KeepUntil</c> is a day as YYYY-MM-DD.</summary>
public sealed record PackageConditions(
    IReadOnlyList<string>? Purposes = null,
    IReadOnlyList<string>? Onward = null,
    string? KeepUntil = null,
    string? Note = null
);

/// <summary>An item to add. Sizes in bytes, the hash as SHA-256 in lower-case hexadecimal.</summary>
public sealed record NewItem
{
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public required long Size { get; init; }
    public required string Category { get; init; }
    public required string Tlp { get; init; }
    public required string Handling { get; init; }
    public bool PersonalData { get; init; }
    public IReadOnlyList<string>? PersonalFields { get; init; }

    /// <summary>What the content must be; the service checks it.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>A package as its readers see it.</summary>
public sealed record PackageFile
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>sender or recipient.</summary>
    public required string Side { get; init; }
    public required string Partner { get; init; }
    public required string Reference { get; init; }

    /// <summary>prepared, approved, released, delivered, retrieved or retrieval-failed.</summary>
    public required string State { get; init; }
    public string? Title { get; init; }
    public Guid? Request { get; init; }
    public IReadOnlyList<PackageItem> Items { get; init; } = [];
    public DateTimeOffset? RetrieveBy { get; init; }
}

/// <summary>An item of a package: awaited, ready, fetching, retrieved or failed.</summary>
/// <param name="Withheld">Fields that were left out for this recipient.</param>
public sealed record PackageItem(
    int Number,
    string? Name,
    string MediaType,
    long Size,
    string? Sha256,
    string Category,
    string Tlp,
    string Handling,
    string State,
    string? Failure,
    IReadOnlyList<string> Withheld
);

/// <summary>How far an upload is, in bytes; the hash is there once it is complete.</summary>
public sealed record UploadProgress(Guid Package, int Number, long Offset, long Size, string? Sha256);
