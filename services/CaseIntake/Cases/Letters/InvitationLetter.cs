using System.Text.Json.Serialization;

namespace CaseCoordination.CaseIntake.Cases.Letters;

/// <summary>The lead asks another authority to join; subjects and allegations are told as the lead knows them.</summary>
public sealed record InvitationLetter : LetterContent
{
    /// <summary>Counts the lead's invitations to this authority in this matter.</summary>
    public required int Round { get; init; }

    /// <summary>Counts the leads so far.</summary>
    public required int Term { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string Matter { get; init; }
    public required string Over { get; init; }
    public required string FinancialInstrument { get; init; }
    public string? ConductFrom { get; init; }
    public string? ConductTo { get; init; }
    public required ToldSubject[] Subjects { get; init; }
    public required ToldAllegation[] Allegations { get; init; }
    public required string[] Assistance { get; init; }

    /// <summary>Content fields of instruments that this invitation does not supply.</summary>
    public required string[] Missing { get; init; }
    public required IReadOnlyDictionary<string, string> Facts { get; init; }
    public required string Message { get; init; }
    public string? ReplyBy { get; init; }
    public required string Tlp { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Subjects.All(s => s?.Identifiers.All(i => i is not null) == true)
        && Allegations.All(a => a?.Provisions.All(p => p is not null) == true)
        && !Assistance.Contains(null)
        && !Missing.Contains(null)
        && Facts.Values.All(f => f is not null);
}

/// <summary>A subject as told.</summary>
public sealed record ToldSubject(Guid Id, string Kind, string Name, ToldIdentifier[] Identifiers);

/// <summary>An identifier in its normalised spelling.</summary>
public sealed record ToldIdentifier(string Scheme, string Value);

/// <summary>An allegation as told.</summary>
public sealed record ToldAllegation(Guid Id, string Text, string[] Provisions);

/// <summary>The lead takes an unanswered invitation back.</summary>
public sealed record WithdrawalLetter : LetterContent
{
    /// <summary>Counts the leads so far.</summary>
    public required int Term { get; init; }
    public required int Round { get; init; }
}
