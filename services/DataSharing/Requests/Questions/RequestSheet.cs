using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>A request as its readers see it.</summary>
public sealed record RequestSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>Shared by all requests that one ask led to.</summary>
    public required Guid Ask { get; init; }
    public required string Authority { get; init; }

    /// <summary>asker or asked.</summary>
    public required string Side { get; init; }

    /// <summary>The authority on the other side.</summary>
    public required string Partner { get; init; }
    public required string Reference { get; init; }
    public string? TheirReference { get; init; }

    /// <summary>draft, consultation, submitted, delivered, acknowledged, accepted, part-answered, answered, refused, withdrawn, lapsed or closed.</summary>
    public required string State { get; init; }

    /// <summary>True while a question is open and the clock of the answer stands still.</summary>
    public bool IsPaused { get; init; }
    public bool IsEscalated { get; init; }

    /// <summary>True when the reader may know how far the request is, but not what it says.</summary>
    public bool IsOutline { get; init; }
    public Guid? CaseId { get; init; }
    public Part? Part { get; init; }
    public Content? Content { get; init; }
    public Basis? Basis { get; init; }

    /// <summary>Why a border stopped the request the last time it was submitted.</summary>
    public Stop? Stopped { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The rule that answered without a person, if one did.</summary>
    public Guid? AnsweredByRule { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public IReadOnlyList<Consultation> Consultations { get; init; } = [];
    public IReadOnlyList<Clarification> Clarifications { get; init; } = [];
    public IReadOnlyList<Answer> PartAnswers { get; init; } = [];
    public Answer? Answer { get; init; }
    public Refused? Refusal { get; init; }
    public IReadOnlyList<FulfilledDuty> Duties { get; init; } = [];
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];
    public Step? Withdrawal { get; init; }
    public Step? Lapse { get; init; }
    public Closing? Closing { get; init; }
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<WaitLine> Waits { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What an auditor outside the request's groups is shown: how far it is, nothing of what it says.</summary>
    public RequestSheet Outline() =>
        this with
        {
            IsOutline = true,
            CaseId = null,
            Content = null,
            Consultations = [.. Consultations.Select(c => c with { Comment = null })],
            Clarifications = [.. Clarifications.Select(c => c with { Question = "", Reply = null })],
            PartAnswers = [.. PartAnswers.Select(Emptied)],
            Answer = Answer is { } answer ? Emptied(answer) : null,
            Refusal = Refusal is { } refusal ? refusal with { Reason = "" } : null,
            Duties = [.. Duties.Select(d => d with { Note = "" })],
            Escalations = [.. Escalations.Select(x => x with { Reason = "", Statement = null })],
            Withdrawal = Withdrawal is { } withdrawal ? withdrawal with { Note = "" } : null,
            Closing = Closing is { } closing ? closing with { Comment = null } : null,
            Members = [],
        };

    private static Answer Emptied(Answer answer) => answer with { Text = "", Packages = [] };
}
