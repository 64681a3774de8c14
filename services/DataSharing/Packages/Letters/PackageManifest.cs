using System.Text.Json.Serialization;
using CaseCoordination.Correspondence;

namespace CaseCoordination.DataSharing.Packages.Letters;

/// <summary>
/// What a released package holds, without the contents: the letter <c>package.release</c>. Its conversation is the package;
/// the letter's legal basis carries the obligations of the instrument, the manifest what its sender adds to them.
/// </summary>
public sealed record PackageManifest : LetterContent
{
    public required Guid Package { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }

    /// <summary>The request that the package answers; absent for what is given unasked.</summary>
    public Guid? Request { get; init; }

    /// <summary>What a package that nobody requested is over, such as <c>crypto-derivatives</c>: it decides who takes it in.</summary>
    public string? Over { get; init; }
    public required ManifestItem[] Items { get; init; }
    public required ManifestConditions Conditions { get; init; }

    /// <summary>Shown when the contents are fetched; whoever has it may read them, until then.</summary>
    public required string RetrievalKey { get; init; }
    public required DateTimeOffset RetrieveBy { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Items.Length > 0
        && Items.All(i => i is not null && !i.Withheld.Contains(null) && !i.Chain.Contains(null))
        && !Conditions.Purposes.Contains(null)
        && !Conditions.Onward.Contains(null);
}

/// <summary>One item of a package, as it was released to this recipient.</summary>
public sealed record ManifestItem
{
    /// <summary>From 1, in the order of the package.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What it is: a category of supervisory records such as <c>trades</c>, or <c>document</c>.</summary>
    public required string Category { get; init; }

    /// <summary>CLEAR, GREEN, AMBER, AMBER+STRICT or RED.</summary>
    public required string Tlp { get; init; }

    /// <summary>H0, H1, H2 or H3; empty where no handling code restricts it.</summary>
    public required string Handling { get; init; }
    public required bool PersonalData { get; init; }

    /// <summary>The authority whose consent a further use needs.</summary>
    public required string Originator { get; init; }

    /// <summary>How the sender came to have it: upload, records or holding.</summary>
    public required string Source { get; init; }

    /// <summary>The authorities it came through before the sender, the originator first; empty where the sender made it.</summary>
    public required string[] Chain { get; init; }

    /// <summary>Fields that were left out for this recipient.</summary>
    public required string[] Withheld { get; init; }
}

/// <summary>What the sender adds to the obligations of the instrument; the stricter of the two holds.</summary>
public sealed record ManifestConditions
{
    /// <summary>Purposes it may be used for, in the words of the treaty vocabulary; empty leaves it to the instrument.</summary>
    public required string[] Purposes { get; init; }

    /// <summary>Authorities it may go on to without asking again; all others need the originator's consent.</summary>
    public required string[] Onward { get; init; }

    /// <summary>Last day on which it may be kept; absent where the sender sets none.</summary>
    public DateOnly? KeepUntil { get; init; }
    public string? Note { get; init; }
}
