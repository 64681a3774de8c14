using System.Text.Json.Serialization;

namespace CaseCoordination.DataSharing.Packages.Letters;

/// <summary>What the recipient got of a package, item by item, with the hashes that it found.</summary>
public sealed record RetrievalLetter : LetterContent
{
    /// <summary>Counts the reports of this package; of several the one with the highest number holds.</summary>
    public required int Number { get; init; }
    public required ToldOutcome[] Items { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Items.Length > 0 && !Items.Contains(null);
}

/// <summary>What became of one item: size in bytes and SHA-256 of what arrived, or why it was given up.</summary>
/// <param name="Failure">corrupt or too-late.</param>
public sealed record ToldOutcome(int Number, string? Sha256 = null, long? Size = null, string? Failure = null);
