namespace CaseCoordination.TreatyRegistry.Instruments.Domain;

/// <summary>A version of an instrument's terms, and the first day on which it decides.</summary>
public sealed record Publication
{
    public required string InstrumentId { get; init; }

    /// <summary>Version of the stream at which it was announced.</summary>
    public required long Revision { get; init; }

    public required DateOnly EffectiveFrom { get; init; }
    public required string ContentHash { get; init; }
    public required string Title { get; init; }
    public required string Edition { get; init; }

    /// <summary>Law, as against a statement of intent.</summary>
    public required bool Binding { get; init; }

    /// <summary>The instrument in its canonical JSON text.</summary>
    public required string Terms { get; init; }
}

/// <summary>Terms to be published.</summary>
public sealed record InstrumentChange
{
    public required string InstrumentId { get; init; }

    /// <summary>First day on which they decide.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public required string ContentHash { get; init; }
    public required string Title { get; init; }
    public required string Edition { get; init; }
    public required bool Binding { get; init; }

    /// <summary>The instrument in its canonical JSON text.</summary>
    public required string Terms { get; init; }
}
