using System.Text.Json.Serialization;

namespace CaseCoordination.DataSharing.Requests.Letters;

/// <summary>By when something has to be done, and when its clock warns.</summary>
public sealed record ToldLimit(DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>When the answer is due; of two the one with the higher number holds.</summary>
public sealed record ToldDue(int Number, DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>A person has taken note of the request.</summary>
public sealed record AcknowledgementLetter : LetterContent
{
    public required ToldDue Due { get; init; }
}

/// <summary>A question about the request; the clock stands still until it is answered.</summary>
public sealed record ClarificationAskedLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Question { get; init; }
    public required ToldLimit Answer { get; init; }

    /// <summary>When the answer to the request was due as the clock stopped.</summary>
    public required ToldDue Paused { get; init; }
}

/// <summary>The request is accepted and will be answered.</summary>
public sealed record AcceptanceLetter : LetterContent
{
    public required string Note { get; init; }
    public required ToldDue Due { get; init; }
}

/// <summary>A part of the answer; more follows.</summary>
public sealed record PartAnswerLetter : LetterContent
{
    public required int Number { get; init; }
    public required string Text { get; init; }

    /// <summary>Packages released with it.</summary>
    public Guid[]? Packages { get; init; }
}

/// <summary>The answer.</summary>
public sealed record AnswerLetter : LetterContent
{
    /// <summary>Counts how often the request was taken up.</summary>
    public required int Round { get; init; }
    public required string Text { get; init; }

    /// <summary>Packages released with it.</summary>
    public Guid[]? Packages { get; init; }
    public required ToldLimit CloseBy { get; init; }
}

/// <summary>A named person refuses, on a coded ground of the instrument, with reasons and the duties done.</summary>
public sealed record RefusalLetter : LetterContent
{
    public required int Round { get; init; }
    public required string Ground { get; init; }
    public required string Reason { get; init; }
    public required string[] Citations { get; init; }
    public required string[] Duties { get; init; }
    public required ToldLimit CloseBy { get; init; }

    [JsonIgnore]
    public override bool IsWhole => !Citations.Contains(null) && !Duties.Contains(null);
}

/// <summary>The answer will be later, for a reason.</summary>
public sealed record ExtensionLetter : LetterContent
{
    public required ToldDue Due { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The request has lapsed, because the asker did not do what it had to do in time.</summary>
public sealed record LapseLetter : LetterContent
{
    /// <summary>clarification or written-confirmation.</summary>
    public required string Cause { get; init; }
}

/// <summary>What came of an escalation.</summary>
public sealed record EscalationResultLetter : LetterContent
{
    public required int Number { get; init; }

    /// <summary>granted, maintained or referred.</summary>
    public required string Result { get; init; }
    public required string Statement { get; init; }
    public required ToldDue Due { get; init; }
}
