namespace CaseCoordination.CaseIntake.Cases.Letters;

/// <summary>A person has taken note of the invitation.</summary>
public sealed record AcknowledgementLetter : LetterContent
{
    public required int Round { get; init; }
}

/// <summary>The authority joins.</summary>
public sealed record JoiningLetter : LetterContent
{
    public required int Round { get; init; }
}

/// <summary>The authority does not join, on a coded ground.</summary>
public sealed record DecliningLetter : LetterContent
{
    public required int Round { get; init; }
    public required string Ground { get; init; }
    public required string Reason { get; init; }
}

/// <summary>The authority leaves after joining.</summary>
public sealed record LeavingLetter : LetterContent
{
    public required string Reason { get; init; }
}

/// <summary>The sender closed its own file.</summary>
public sealed record ClosureLetter : LetterContent
{
    /// <summary>Counts the leads as the sender knows them.</summary>
    public required int Term { get; init; }

    public required string Outcome { get; init; }
    public required string Summary { get; init; }
}
