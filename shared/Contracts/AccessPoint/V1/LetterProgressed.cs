namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>The sender's border tells the service that wrote a letter what happened to it.</summary>
public sealed record LetterProgressed
{
    public required Guid LetterId { get; init; }
    public required string Sender { get; init; }
    public required string Recipient { get; init; }
    public required string Kind { get; init; }
    public required Guid ConversationId { get; init; }

    /// <summary>One of <see cref="LetterStates"/>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Coded reason of a rejection, refusal or failure.</summary>
    public string? Reason { get; init; }

    /// <summary>A sentence for the sender's own people that explains the reason.</summary>
    public string? Explanation { get; init; }

    /// <summary>The legal basis, once the border has judged the letter.</summary>
    public LegalBasis? Basis { get; init; }
}
