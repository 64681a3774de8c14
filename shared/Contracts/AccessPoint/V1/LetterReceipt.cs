namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The recipient's border tells the sender's what happened to a letter; routed by the sender's code.</summary>
public sealed record LetterReceipt
{
    public required Guid LetterId { get; init; }
    public required string Sender { get; init; }
    public required string Recipient { get; init; }

    /// <summary>One of <see cref="LetterStates"/>: delivered, retrieved or refused.</summary>
    public required string State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Coded reason of a refusal at the recipient's border.</summary>
    public string? Reason { get; init; }

    /// <summary>The hash of the content as it arrived, so that both sides can compare.</summary>
    public required string ContentHash { get; init; }
}
