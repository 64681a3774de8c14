using System.Text.Json.Serialization;

namespace CaseCoordination.CaseIntake.Cases.Letters;

/// <summary>Who is in and who leads; nobody learns of invitations that are open, declined or withdrawn.</summary>
public sealed record RosterLetter : LetterContent
{
    /// <summary>Term and sequence order rosters; an older one is ignored.</summary>
    public required int Term { get; init; }
    public required int Sequence { get; init; }
    public required string Lead { get; init; }

    /// <summary>Authorities that joined, without the lead.</summary>
    public required string[] Members { get; init; }

    /// <summary>Suspensions and resumptions so far, and what the last of them was.</summary>
    public required int Pauses { get; init; }
    public required bool IsSuspended { get; init; }

    [JsonIgnore]
    public override bool IsWhole => !Members.Contains(null);
}

/// <summary>The lead offers the lead to a partner that joined.</summary>
public sealed record LeadOfferLetter : LetterContent
{
    public required int Term { get; init; }
    public required string[] Members { get; init; }

    /// <summary>Suspensions and resumptions so far; the lead is offered only while none is in force.</summary>
    public required int Pauses { get; init; }

    [JsonIgnore]
    public override bool IsWhole => !Members.Contains(null);

    /// <summary>The offer cannot be accepted after this instant.</summary>
    public required DateTimeOffset AnswerBy { get; init; }
}

/// <summary>The partner takes the lead; it leads from here on.</summary>
public sealed record LeadAcceptanceLetter : LetterContent
{
    public required Guid Offer { get; init; }
}

/// <summary>The partner does not take the lead.</summary>
public sealed record LeadRefusalLetter : LetterContent
{
    public required Guid Offer { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The lead suspends the joint investigation.</summary>
public sealed record SuspensionLetter : LetterContent
{
    public required int Term { get; init; }

    /// <summary>Counts suspensions and resumptions; an older one is ignored.</summary>
    public required int Number { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The lead resumes the joint investigation.</summary>
public sealed record ResumptionLetter : LetterContent
{
    public required int Term { get; init; }
    public required int Number { get; init; }
}
