namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>A service asks the border of its authority to judge a letter and take it to another authority.</summary>
public sealed record DispatchLetter
{
    /// <summary>Chosen by the sender and kept for the letter's whole life on both sides (UUID version 7).</summary>
    public required Guid LetterId { get; init; }

    public required string Sender { get; init; }
    public required string Recipient { get; init; }

    /// <summary>What the letter is, as topic and name: <c>case.invitation</c>. The topic says which service reads it.</summary>
    public required string Kind { get; init; }

    /// <summary>The common id of the matter both sides keep files on.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>What the law is asked about this letter.</summary>
    public required LegalQuestion Question { get; init; }

    /// <summary>The content as JSON text, passed on byte for byte.</summary>
    public required string Content { get; init; }

    /// <summary>The subject id of the person or system that caused the letter.</summary>
    public required string SubmittedBy { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Groups of the sender's own people who may see the letter's life; none means auditors alone. Never sent on.</summary>
    public IReadOnlyList<string> VisibleTo { get; init; } = [];
}
