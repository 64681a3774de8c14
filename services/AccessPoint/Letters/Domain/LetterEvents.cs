namespace CaseCoordination.AccessPoint.Letters.Domain;

/// <summary>Everything that can happen to a letter on its sender's side.</summary>
public abstract record OutboundEvent(Guid LetterId);

/// <summary>The border judged the letter, froze the decision, and lets it go.</summary>
public sealed record LetterAccepted(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Question,
    string Outcome,
    string Instrument,
    string? Version,
    string[] Citations,
    string[] Duties,
    string Decision,
    string Content,
    string ContentHash,
    string SubmittedBy,
    string[] VisibleTo,
    DateTimeOffset SubmittedAt,
    DateTimeOffset AcceptedAt,
    DateTimeOffset GiveUpAt,
    DateTimeOffset RelayWarnAt,
    DateTimeOffset RelayFailAt,
    DateTimeOffset DeliveryWarnAt,
    DateTimeOffset DeliveryFailAt,
    DateTimeOffset RetrievalWarnAt,
    DateTimeOffset RetrievalFailAt,
    string? Book = null,
    string? Asked = null,
    string? Obligations = null
) : OutboundEvent(LetterId);

/// <summary>The border stopped the letter before it left: law or form.</summary>
public sealed record LetterRejected(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Question,
    string Reason,
    string Explanation,
    string Outcome,
    string Instrument,
    string? Version,
    string[] Citations,
    string Decision,
    string ContentHash,
    string SubmittedBy,
    string[] VisibleTo,
    DateTimeOffset SubmittedAt,
    DateTimeOffset RejectedAt,
    string? Book = null,
    string? Asked = null
) : OutboundEvent(LetterId);

/// <summary>The broker confirmed that it holds the letter for the recipient.</summary>
public sealed record LetterRelayed(Guid LetterId, DateTimeOffset At) : OutboundEvent(LetterId);

/// <summary>The recipient's border has it.</summary>
public sealed record LetterDelivered(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    DateTimeOffset At,
    string ContentHash
) : OutboundEvent(LetterId);

/// <summary>The recipient's border turned it away.</summary>
public sealed record LetterRefused(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Reason,
    DateTimeOffset At
) : OutboundEvent(LetterId);

/// <summary>The recipient's service has recorded it.</summary>
public sealed record LetterRetrieved(Guid LetterId, DateTimeOffset At) : OutboundEvent(LetterId);

/// <summary>What arrived is not what was sent.</summary>
public sealed record LetterDiverged(Guid LetterId, string HashThere, DateTimeOffset At) : OutboundEvent(LetterId);

/// <summary>A step takes long: relay, delivery or retrieval.</summary>
public sealed record LetterStepWarned(Guid LetterId, string Step, DateTimeOffset At) : OutboundEvent(LetterId);

/// <summary>A step is out of time; it may still come.</summary>
public sealed record LetterStepFailed(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Step,
    DateTimeOffset At
) : OutboundEvent(LetterId);

/// <summary>Everything that can happen to a letter on its recipient's side.</summary>
public abstract record InboundEvent(Guid LetterId);

/// <summary>The letter passed this border and waits for its service.</summary>
public sealed record LetterTakenIn(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Question,
    string Outcome,
    string Instrument,
    string? Version,
    string[] Citations,
    string[] Duties,
    string Decision,
    string OwnOutcome,
    string? OwnVersion,
    string OwnDecision,
    string Content,
    string ContentHash,
    DateTimeOffset SubmittedAt,
    DateTimeOffset DeliveredAt,
    DateTimeOffset RetrievalWarnAt,
    DateTimeOffset RetrievalFailAt,
    string? Book = null,
    string? Asked = null,
    string? Obligations = null
) : InboundEvent(LetterId);

/// <summary>This border turned the letter away.</summary>
public sealed record LetterTurnedAway(
    Guid LetterId,
    string Sender,
    string Recipient,
    string Kind,
    Guid ConversationId,
    string Question,
    string Reason,
    string Explanation,
    string OwnDecision,
    string ContentHash,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At,
    string? Book = null,
    string? Asked = null
) : InboundEvent(LetterId);

/// <summary>The service that the letter was for has recorded it.</summary>
public sealed record LetterHandedOver(
    Guid LetterId,
    string Sender,
    string Recipient,
    string ContentHash,
    string[] VisibleTo,
    DateTimeOffset At
) : InboundEvent(LetterId);

/// <summary>Another letter came under an id that is taken; it was not let in.</summary>
public sealed record LetterIdReused(Guid LetterId, string Sender, string ContentHash, DateTimeOffset At)
    : InboundEvent(LetterId);

/// <summary>The service takes long to retrieve the letter.</summary>
public sealed record RetrievalWarned(Guid LetterId, DateTimeOffset At) : InboundEvent(LetterId);

/// <summary>The service did not retrieve the letter in time; it may still come.</summary>
public sealed record RetrievalFailed(Guid LetterId, DateTimeOffset At) : InboundEvent(LetterId);
