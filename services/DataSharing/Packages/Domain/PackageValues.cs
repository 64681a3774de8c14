using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Packages.Domain;

/// <summary>Where a package stands; both sides come to the same one once their letters have arrived.</summary>
public enum PackageStage
{
    Unknown,
    Prepared,
    Approved,
    Released,
    Delivered,
    Retrieved,

    /// <summary>The recipient could not get every item; it may try again.</summary>
    RetrievalFailed,
}

/// <summary>Whose file of a package it is: of the authority that gives, or of the one that receives.</summary>
public enum PackageSide
{
    Sender,
    Recipient,
}

/// <summary>What the sender adds to the obligations of the instrument; the stricter of the two holds.</summary>
public sealed record Conditions(string[] Purposes, string[] Onward, DateOnly? KeepUntil, string? Note)
{
    public static Conditions None { get; } = new([], [], null, null);

    public bool IsSame(Conditions other) =>
        Purposes.SequenceEqual(other.Purposes, StringComparer.Ordinal)
        && Onward.SequenceEqual(other.Onward, StringComparer.Ordinal)
        && (KeepUntil, Note) == (other.KeepUntil, other.Note);
}

/// <summary>Under what the law is asked about a package that nobody requested.</summary>
public sealed record Occasion(string? Instrument, bool Pinned, Matter[] Matters, string[] Assistance);

/// <summary>An item as its sender prepares it. Sizes in bytes, hashes as SHA-256 in lower-case hexadecimal.</summary>
public sealed record Item(
    int Number,
    string Name,
    string MediaType,
    long Size,
    string? Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    string[] PersonalFields,
    string Originator,
    string Source,
    string[] Chain
)
{
    public bool IsStored { get; init; }

    /// <summary>The holding that is passed on; absent for what the sender made.</summary>
    public Guid? Holding { get; init; }

    /// <summary>The same without some fields, for this recipient; absent where the original goes.</summary>
    public Rendition? Rendition { get; init; }
}

/// <summary>A content of its own, made from an item by leaving fields out.</summary>
public sealed record Rendition(string[] Withheld, long Size, string Sha256);

/// <summary>An item as it was released: what a recipient gets, and what it may be checked against.</summary>
public sealed record SharedItem(
    int Number,
    string Name,
    string MediaType,
    long Size,
    string Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    string Originator,
    string Source,
    string[] Chain,
    string[] Withheld
);

/// <summary>How far the retrieval of one item is at its recipient.</summary>
public sealed record Arrival(int Number)
{
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>How often what arrived was not what the manifest says, since the last time that somebody asked to try.</summary>
    public int Corruptions { get; init; }

    /// <summary>Why it was given up: corrupt or too-late.</summary>
    public string? Failure { get; init; }
    public bool IsPending => RetrievedAt is null && Failure is null;
}

/// <summary>What became of one item at its recipient.</summary>
public sealed record ItemOutcome(int Number, string? Sha256, long? Size, string? Failure);

/// <summary>What a recipient told of its retrieval; of several reports the one with the highest number holds.</summary>
public sealed record Report(int Number, ItemOutcome[] Outcomes, Guid LetterId, DateTimeOffset At)
{
    public bool IsComplete => Array.TrueForAll(Outcomes, o => o.Failure is null);
}

/// <summary>A second person's word for a release.</summary>
public sealed record Approval(string Note, string By, DateTimeOffset At);

/// <summary>A release; the key itself is in the letter alone, here is its SHA-256.</summary>
public sealed record Release(string KeyHash, DateTimeOffset RetrieveBy, Guid LetterId, string By, DateTimeOffset At)
{
    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>What opens the contents at the sender's node; never shown, written or logged.</summary>
public sealed record RetrievalPass(string Key)
{
    public override string ToString() => "(hidden)";
}

/// <summary>A condition of the instrument, as the letter carried it.</summary>
public sealed record BindingObligation(
    string Term,
    string About,
    string Op,
    string Effect,
    string[] Purposes,
    string[] Recipients,
    string? Keep,
    bool Survives,
    string[] Cites
);
