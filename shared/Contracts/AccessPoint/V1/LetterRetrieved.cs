namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The service that a letter was for has recorded it; the border turns this into evidence for both sides.</summary>
public sealed record LetterRetrieved
{
    public required Guid LetterId { get; init; }
    public required string Recipient { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Groups of the recipient's own people who may see the letter's life; none means auditors alone.</summary>
    public IReadOnlyList<string> VisibleTo { get; init; } = [];
}
