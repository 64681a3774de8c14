namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The frozen decision that a letter carries: outcome, instrument, version and the citations that decided.</summary>
public sealed record LegalBasis
{
    /// <summary>Outcome code of the decision, such as <c>GRANT</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Instrument id, or <c>none</c>.</summary>
    public required string Instrument { get; init; }

    /// <summary>Content hash of the instrument's terms that decided.</summary>
    public string? Version { get; init; }

    public IReadOnlyList<string> Citations { get; init; } = [];
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>What binds the letter and what is given in answer to it.</summary>
    public IReadOnlyList<LetterObligation> Obligations { get; init; } = [];

    /// <summary>The whole decision in its canonical text, kept for replay.</summary>
    public required string Decision { get; init; }
}
