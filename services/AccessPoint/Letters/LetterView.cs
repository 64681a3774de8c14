using System.Text.Json.Serialization;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>A letter's life as one side may see it: no content, only what happened and why.</summary>
public sealed record LetterView
{
    public required Guid Id { get; init; }

    /// <summary>outbound or inbound.</summary>
    public required string Direction { get; init; }

    [JsonIgnore]
    public bool IsOutbound => Direction == "outbound";

    public required string Sender { get; init; }
    public required string Recipient { get; init; }

    /// <summary>The other side.</summary>
    public required string Counterpart { get; init; }

    public required string Kind { get; init; }
    public required Guid ConversationId { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public string? SubmittedBy { get; init; }
    public required string Outcome { get; init; }
    public required string Instrument { get; init; }
    public string? Version { get; init; }
    public string[] Citations { get; init; } = [];
    public string? Reason { get; init; }
    public string? Explanation { get; init; }
    public required string ContentHash { get; init; }

    /// <summary>True when what arrived is not what was sent.</summary>
    public bool HasDiverged { get; init; }

    /// <summary>Until when an undelivered letter is tried.</summary>
    public DateTimeOffset? GiveUpAt { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Groups of this side's people who may see it.</summary>
    public string[] VisibleTo { get; init; } = [];

    /// <summary>The question asked, in JSON.</summary>
    public required string Question { get; init; }

    /// <summary>The frozen decision that the letter carries, in its canonical text.</summary>
    public required string Decision { get; init; }

    /// <summary>This side's own decision; the same as the frozen one where this side sent the letter.</summary>
    public required string OwnDecision { get; init; }

    /// <summary>What binds the letter, in JSON.</summary>
    public string? Obligations { get; init; }

    /// <summary>Hash of the law book by which this side judged; absent when no law was asked.</summary>
    public string? Book { get; init; }

    /// <summary>What this side judged, besides the law.</summary>
    public string? Asked { get; init; }

    public static LetterView Of(OutboundLetter letter, StreamFacts facts) =>
        letter.Accepted is { } a
            ? new LetterView
            {
                Id = facts.Id,
                Direction = "outbound",
                Sender = a.Sender,
                Recipient = a.Recipient,
                Counterpart = a.Recipient,
                Kind = a.Kind,
                ConversationId = a.ConversationId,
                State = letter.State,
                SubmittedAt = a.SubmittedAt,
                ChangedAt = facts.ChangedAt,
                SubmittedBy = a.SubmittedBy,
                Outcome = a.Outcome,
                Instrument = a.Instrument,
                Version = a.Version,
                Citations = a.Citations,
                Reason = letter.RefusalReason,
                ContentHash = a.ContentHash,
                HasDiverged = letter.HasDiverged,
                GiveUpAt = letter.IsOver(Steps.Delivery) ? null : a.GiveUpAt,
                Evidence = letter.Evidence,
                VisibleTo = a.VisibleTo,
                Question = a.Question,
                Decision = a.Decision,
                OwnDecision = a.Decision,
                Obligations = a.Obligations,
                Book = a.Book,
                Asked = a.Asked,
            }
            : Of(letter.Rejected!, letter, facts);

    public static LetterView Of(InboundLetter letter, StreamFacts facts) =>
        letter.TakenIn is { } t
            ? new LetterView
            {
                Id = facts.Id,
                Direction = "inbound",
                Sender = t.Sender,
                Recipient = t.Recipient,
                Counterpart = t.Sender,
                Kind = t.Kind,
                ConversationId = t.ConversationId,
                State = letter.State,
                SubmittedAt = t.SubmittedAt,
                ChangedAt = facts.ChangedAt,
                Outcome = t.Outcome,
                Instrument = t.Instrument,
                Version = t.Version,
                Citations = t.Citations,
                ContentHash = t.ContentHash,
                Evidence = letter.Evidence,
                VisibleTo = letter.VisibleTo,
                Question = t.Question,
                Decision = t.Decision,
                OwnDecision = t.OwnDecision,
                Obligations = t.Obligations,
                Book = t.Book,
                Asked = t.Asked,
            }
            : Of(letter.TurnedAway!, letter, facts);

    private static LetterView Of(LetterRejected r, OutboundLetter letter, StreamFacts facts) =>
        new()
        {
            Id = facts.Id,
            Direction = "outbound",
            Sender = r.Sender,
            Recipient = r.Recipient,
            Counterpart = r.Recipient,
            Kind = r.Kind,
            ConversationId = r.ConversationId,
            State = letter.State,
            SubmittedAt = r.SubmittedAt,
            ChangedAt = facts.ChangedAt,
            SubmittedBy = r.SubmittedBy,
            Outcome = r.Outcome,
            Instrument = r.Instrument,
            Version = r.Version,
            Citations = r.Citations,
            Reason = r.Reason,
            Explanation = r.Explanation,
            ContentHash = r.ContentHash,
            Evidence = letter.Evidence,
            VisibleTo = r.VisibleTo,
            Question = r.Question,
            Decision = r.Decision,
            OwnDecision = r.Decision,
            Book = r.Book,
            Asked = r.Asked,
        };

    private static LetterView Of(LetterTurnedAway r, InboundLetter letter, StreamFacts facts) =>
        new()
        {
            Id = facts.Id,
            Direction = "inbound",
            Sender = r.Sender,
            Recipient = r.Recipient,
            Counterpart = r.Sender,
            Kind = r.Kind,
            ConversationId = r.ConversationId,
            State = letter.State,
            SubmittedAt = r.SubmittedAt,
            ChangedAt = facts.ChangedAt,
            Outcome = "none",
            Instrument = "none",
            Reason = r.Reason,
            Explanation = r.Explanation,
            ContentHash = r.ContentHash,
            Evidence = letter.Evidence,
            Question = r.Question,
            Decision = r.OwnDecision,
            OwnDecision = r.OwnDecision,
            Book = r.Book,
            Asked = r.Asked,
        };
}
