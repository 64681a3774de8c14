using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Packages.Questions;

/// <summary>A package as its readers see it.</summary>
public sealed record PackageSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>Shared by the packages that were prepared together.</summary>
    public required Guid Set { get; init; }
    public required string Authority { get; init; }

    /// <summary>sender or recipient.</summary>
    public required string Side { get; init; }

    /// <summary>The authority on the other side.</summary>
    public required string Partner { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }
    public Guid? Request { get; init; }

    /// <summary>prepared, approved, released, delivered, retrieved or retrieval-failed.</summary>
    public required string State { get; init; }

    /// <summary>True when the reader may know how far the package is, but not what it says.</summary>
    public bool IsOutline { get; init; }
    public string? Title { get; init; }
    public Occasion? Occasion { get; init; }
    public Conditions? Conditions { get; init; }
    public string? PersonalDataReason { get; init; }
    public IReadOnlyList<ItemLine> Items { get; init; } = [];
    public Approval? Approval { get; init; }
    public string? ReleasedBy { get; init; }
    public DateTimeOffset? ReleasedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Until then the sender gives the contents.</summary>
    public DateTimeOffset? RetrieveBy { get; init; }
    public DateTimeOffset? RetrievedAt { get; init; }
    public Basis? Basis { get; init; }
    public IReadOnlyList<BindingObligation> Obligations { get; init; } = [];

    /// <summary>Why a border stopped the release the last time.</summary>
    public Stop? Stopped { get; init; }
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What an auditor outside the groups is shown: how far it is, nothing of what it says.</summary>
    public PackageSheet Outline() =>
        this with
        {
            IsOutline = true,
            Title = null,
            Occasion = null,
            Conditions = Conditions is { } conditions ? conditions with { Note = null } : null,
            PersonalDataReason = null,
            Items = [.. Items.Select(i => i with { Name = null, Sha256 = null, PersonalFields = [], Withheld = [] })],
            Approval = Approval is { } approval ? approval with { Note = "" } : null,
            Members = [],
        };
}

/// <summary>One item of a package as it goes, or came, to the recipient.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="State">awaited (no content yet), ready, fetching, retrieved or failed.</param>
/// <param name="Failure">corrupt or too-late, where it failed.</param>
/// <param name="OriginalSha256">The content before fields were left out, at its sender.</param>
public sealed record ItemLine(
    int Number,
    string? Name,
    string MediaType,
    long Size,
    string? Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    IReadOnlyList<string> PersonalFields,
    string Originator,
    string Source,
    IReadOnlyList<string> Chain,
    IReadOnlyList<string> Withheld,
    string State,
    string? Failure,
    string? OriginalSha256
);
