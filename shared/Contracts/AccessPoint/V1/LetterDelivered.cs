namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>A letter passed the recipient's border and waits for the service that its topic names.</summary>
public sealed record LetterDelivered
{
    public required Guid LetterId { get; init; }
    public required string Sender { get; init; }
    public required string Recipient { get; init; }
    public required string Kind { get; init; }
    public required Guid ConversationId { get; init; }
    public required LegalBasis Basis { get; init; }
    public required string Content { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset DeliveredAt { get; init; }
}
