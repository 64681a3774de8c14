using CaseCoordination.CaseIntake.Cases.Domain;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>A case file as its readers see it.</summary>
public sealed record CaseSheet
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Authority { get; init; }
    public required string Reference { get; init; }

    /// <summary>draft, invited, acknowledged, open, suspended, declined, withdrawn, left, closed, archived or purged.</summary>
    public required string Stage { get; init; }

    /// <summary>lead or partner.</summary>
    public required string Role { get; init; }
    public required string Lead { get; init; }

    /// <summary>The id that the files of all authorities in the joint investigation share; absent until filed.</summary>
    public Guid? JointInvestigation { get; init; }

    /// <summary>True when the reader may know how far the case is, but not what it says.</summary>
    public bool IsOutline { get; init; }
    public string? Title { get; init; }
    public Matter? Matter { get; init; }
    public IReadOnlyList<PartnerLine> Partners { get; init; } = [];
    public InvitationLine? Invitation { get; init; }
    public LeadOfferLine? LeadOffer { get; init; }
    public IReadOnlyList<Subject> Subjects { get; init; } = [];
    public IReadOnlyList<Allegation> Allegations { get; init; } = [];
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];
    public IReadOnlyList<WaitLine> Waits { get; init; } = [];
    public IReadOnlyList<string> Assistance { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
    public string? Outcome { get; init; }
    public string? Summary { get; init; }
    public string? LeadOutcome { get; init; }
    public string? LeadSummary { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? FiledAt { get; init; }
    public DateTimeOffset? SuspendedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? LeadClosedAt { get; init; }
    public DateTimeOffset? RetainUntil { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What an auditor outside the case's groups is shown: how far it is, nothing of what it says.</summary>
    public CaseSheet Outline() =>
        this with
        {
            IsOutline = true,
            Title = null,
            Subjects = [],
            Allegations = [],
            Exhibits = [],
            Summary = null,
            LeadSummary = null,
            Members = [],
            Partners = [.. Partners.Select(p => p with { Reason = null })],
            Invitation = Invitation is { } i ? i with { Message = "" } : null,
        };
}

/// <summary>Another authority in the joint investigation, and how its invitation went.</summary>
public sealed record PartnerLine
{
    public required string Authority { get; init; }

    /// <summary>requested, accepted, relayed, failed, delivered, retrieved, acknowledged, joined, declined, withdrawn, left, closed, rejected or refused.</summary>
    public required string State { get; init; }
    public required DateTimeOffset Since { get; init; }
    public string? Reason { get; init; }
    public string? Explanation { get; init; }
    public string? Ground { get; init; }
    public string? Outcome { get; init; }
    public Guid? LetterId { get; init; }
    public Basis? Basis { get; init; }
}

/// <summary>The invitation that this authority received.</summary>
public sealed record InvitationLine(
    Guid LetterId,
    string From,
    string Message,
    string? ReplyBy,
    string Tlp,
    Basis Basis,
    DateTimeOffset ReceivedAt
);

/// <summary>An offer of the lead that waits for its answer.</summary>
public sealed record LeadOfferLine(string From, string To, DateTimeOffset AnswerBy);
