namespace CaseCoordination.Identifiers;

/// <summary>What became of one value: its single normalised spelling, or the problem that stands in the way.</summary>
public sealed record IdentifierCheck
{
    /// <summary>The scheme the value was checked against, as listed in <see cref="IdentifierSchemes.All"/>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The one spelling to store and to match by; null when there is a problem.</summary>
    public string? Value { get; init; }

    /// <summary>Why the value is refused; null when it is accepted.</summary>
    public IdentifierProblem? Problem { get; init; }

    /// <summary>How far the value proves itself; a registry may still not know it.</summary>
    public IdentifierAssurance Assurance { get; init; }

    /// <summary>The named parts of the normalised value, in reading order; empty when there is a problem.</summary>
    public IReadOnlyList<IdentifierPart> Parts { get; init; } = [];

    /// <summary>True when the value is accepted and <see cref="Value"/> is set.</summary>
    public bool IsValid => Problem is null;

    // The list would otherwise compare by reference, and two equal checks would differ.
    public bool Equals(IdentifierCheck? other) =>
        other is not null
        && Scheme == other.Scheme
        && Value == other.Value
        && Problem == other.Problem
        && Assurance == other.Assurance
        && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Scheme, Value, Problem, Assurance, Parts.Count);
}

/// <summary>One named part of an identifier, such as the generator of a UTI or the address of a CAIP-10.</summary>
public sealed record IdentifierPart(string Name, string Value);

/// <summary>How far the value as given proves itself, without asking any registry; normalising may add a checksum.</summary>
public enum IdentifierAssurance
{
    /// <summary>Nothing is proved: the value is refused.</summary>
    None,

    /// <summary>The shape is right; the value carries no check characters, so a slip of the pen would go unnoticed.</summary>
    Shape,

    /// <summary>Check characters or a checksum inside the value agree with the rest of it.</summary>
    Checksum,
}
