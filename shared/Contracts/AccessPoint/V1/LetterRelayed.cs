namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The broker confirmed that it holds the letter for the recipient.</summary>
public sealed record LetterRelayed
{
    public required Guid LetterId { get; init; }
    public required string Sender { get; init; }
}
