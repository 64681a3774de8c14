namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>What crosses from one authority's border to another's; routed by the recipient's code.</summary>
public sealed record Letter
{
    public required Guid LetterId { get; init; }
    public required string Sender { get; init; }
    public required string Recipient { get; init; }
    public required string Kind { get; init; }
    public required Guid ConversationId { get; init; }
    public required LegalQuestion Question { get; init; }

    /// <summary>The sender's decision that permitted the letter, frozen when it left.</summary>
    public required LegalBasis Basis { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the content's UTF-8 bytes, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}
