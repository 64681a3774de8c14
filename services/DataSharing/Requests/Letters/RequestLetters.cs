using System.Text.Json.Serialization;

namespace CaseCoordination.DataSharing.Requests.Letters;

/// <summary>What is asked, as told to the other side: as a draft to look at, or as the request itself.</summary>
public sealed record ToldRequest : LetterContent
{
    /// <summary>Counts what was sent of this kind in this request.</summary>
    public required int Number { get; init; }

    /// <summary>Shared by all requests that one ask led to.</summary>
    public required Guid Ask { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required ToldMatter[] Matters { get; init; }
    public required string[] Assistance { get; init; }
    public string? Instrument { get; init; }
    public bool Pinned { get; init; }
    public bool Urgent { get; init; }
    public bool Oral { get; init; }
    public required string Language { get; init; }
    public required ToldField[] Fields { get; init; }
    public required ToldSubject[] Subjects { get; init; }
    public required IReadOnlyDictionary<string, string> Facts { get; init; }
    public string? ReplyBy { get; init; }
    public required string Tlp { get; init; }

    /// <summary>Records asked for in a form that a machine can answer.</summary>
    public ToldRecords[]? Records { get; init; }

    [JsonIgnore]
    public override bool IsWhole =>
        Matters.Length > 0
        && !Matters.Contains(null)
        && !Assistance.Contains(null)
        && !Fields.Contains(null)
        && Subjects.All(s => s?.Identifiers.All(i => i is not null) == true)
        && Facts.Values.All(f => f is not null)
        && Records?.All(r => r?.Identifiers.All(i => i is not null) == true) != false;
}

/// <summary>A matter as told.</summary>
public sealed record ToldMatter(
    string Code,
    string Over,
    string FinancialInstrument,
    string? ConductFrom = null,
    string? ConductTo = null
);

/// <summary>A field of the instrument's form as told.</summary>
public sealed record ToldField(string Field, string Text);

/// <summary>Supervisory records asked for, as told; days are inclusive, in UTC.</summary>
public sealed record ToldRecords
{
    public required string Category { get; init; }
    public string? Venue { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public required ToldIdentifier[] Identifiers { get; init; }
}

/// <summary>A subject as told.</summary>
public sealed record ToldSubject(string Kind, string Name, ToldIdentifier[] Identifiers);

/// <summary>An identifier in its normalised spelling.</summary>
public sealed record ToldIdentifier(string Scheme, string Value);

/// <summary>What the other side thinks of a draft.</summary>
public sealed record ConsultationReplyLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>fit, change or unfit.</summary>
    public required string Advice { get; init; }
    public required string Comment { get; init; }
}

/// <summary>What was asked by word of mouth is confirmed in writing.</summary>
public sealed record ConfirmationLetter : LetterContent
{
    public required string Statement { get; init; }
}

/// <summary>The asker answers a clarification.</summary>
public sealed record ClarificationGivenLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Reply { get; init; }
}

/// <summary>The asker takes its request back.</summary>
public sealed record WithdrawalLetter : LetterContent
{
    public required string Reason { get; init; }
}

/// <summary>The asker takes a disagreement to a higher level.</summary>
public sealed record EscalationLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>Counts how often the request was taken up.</summary>
    public required int Round { get; init; }
    public required string Level { get; init; }
    public required string Reason { get; init; }
    public required ToldLimit Answer { get; init; }
}

/// <summary>The asker closes the request and says how it was served.</summary>
public sealed record ClosingLetter : LetterContent
{
    /// <summary>From 1 to 5; absent where there was neither an answer nor a refusal.</summary>
    public int? Timeliness { get; init; }
    public int? Usefulness { get; init; }
    public string? Comment { get; init; }
}
