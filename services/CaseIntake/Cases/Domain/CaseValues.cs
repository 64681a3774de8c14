namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>What the law is asked when a letter stands on its own.</summary>
public sealed record Ask(
    string? Instrument,
    bool Pinned,
    Matter Matter,
    string[] Assistance,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts
);

public sealed record Subject(Guid Id, string Kind, string Name, SubjectIdentifier[] Identifiers);

public sealed record Allegation(Guid Id, string Text, string[] Provisions);

public sealed record Exhibit(
    Guid Id,
    string Title,
    string FileName,
    string MediaType,
    long Size,
    string Sha256,
    string Tlp,
    string Handling,
    string Provenance,
    bool IsStored
);

/// <summary>Names of clocks within one case.</summary>
public static class ClockKeys
{
    public const string Acknowledgement = "acknowledgement";
    public const string LeadOffer = "lead-offer";
    public const string LeadAnswer = "lead-answer";

    public static string Answer(string authority) => $"answer.{authority}";
}

/// <summary>An offer of the lead that waits for its answer.</summary>
public sealed record LeadOffer(Guid LetterId, string From, string To, string[] Members, DateTimeOffset AnswerBy);

/// <summary>The invitation that a partner's file began with.</summary>
public sealed record Invitation(
    Guid LetterId,
    string From,
    int Round,
    string Message,
    string? ReplyBy,
    string Tlp,
    Basis Basis,
    DateTimeOffset At
);

/// <summary>How a matter ended at one authority.</summary>
public sealed record Closing(string Outcome, string Summary, DateTimeOffset At);
