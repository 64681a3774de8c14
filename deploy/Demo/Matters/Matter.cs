namespace CaseCoordination.Demo.Matters;

/// <summary>A matter as its file tells it: what is known, and who plays which part in the story.</summary>
public sealed record Matter
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>What in the file is real and what is invented; the story says it first.</summary>
    public required string Notice { get; init; }

    public required Law Law { get; init; }
    public required IReadOnlyList<string> Products { get; init; }
    public required IReadOnlyList<Subject> Subjects { get; init; }
    public required IReadOnlyList<Allegation> Allegations { get; init; }
    public required IReadOnlyList<Exhibit> Exhibits { get; init; }
    public required Story Story { get; init; }
}

/// <summary>What the matter is in the words of the law.</summary>
public sealed record Law(string Code, string Over, string FinancialInstrument, string? ConductFrom, string? ConductTo);

/// <summary>Whom or what the matter is about.</summary>
public sealed record Subject(string Kind, string Name, IReadOnlyList<Identifier> Identifiers);

/// <summary>An identifier as the file gives it, and its checked spelling.</summary>
public sealed record Identifier(string Scheme, string Given, string Normalised);

/// <summary>What is alleged, and the provisions it would breach.</summary>
public sealed record Allegation(string Text, IReadOnlyList<string> Provisions);

/// <summary>A small exhibit whose content stands in the file.</summary>
public sealed record Exhibit(
    string Title,
    string FileName,
    string MediaType,
    string Tlp,
    string Handling,
    string Provenance,
    string Content
);

/// <summary>Who does what in the story.</summary>
public sealed record Story
{
    /// <summary>The instrument that the invitations must rest on; null leaves the choice to the law.</summary>
    public required string? Instrument { get; init; }

    public required int InstrumentLine { get; init; }

    public required string Message { get; init; }
    public required IReadOnlyList<string> Assistance { get; init; }
    public required IReadOnlyList<string> ContentFields { get; init; }
    public required Part Lead { get; init; }
    public required Part Joins { get; init; }
    public required DecliningPart Declines { get; init; }

    /// <summary>An authority whose invitation the law stops; null when the story has none.</summary>
    public required Barred? Barred { get; init; }

    /// <summary>The action at one instant with which the story ends; null when it has none.</summary>
    public required Together? Together { get; init; }
}

/// <summary>An authority, where the file names it, and how the matter ends for it.</summary>
public record Part(string Authority, int Line, string Outcome, string Summary);

/// <summary>An authority that declines, on a coded ground.</summary>
public sealed record DecliningPart(
    string Authority,
    int Line,
    string Ground,
    string Reason,
    string Outcome,
    string Summary
) : Part(Authority, Line, Outcome, Summary);

/// <summary>An authority that the law does not let be invited.</summary>
public sealed record Barred(string Authority, int Line);

/// <summary>How the authorities act at one instant: who else takes part, and why one of them does not.</summary>
/// <param name="Authority">A fourth authority, which takes part.</param>
/// <param name="Ground">Ground on which the declining part declines the action.</param>
/// <param name="Penalty">What the lead and the partner impose each.</param>
/// <param name="Statement">What is published when it is over.</param>
public sealed record Together(
    string Authority,
    int Line,
    string Ground,
    string Reason,
    Penalty Penalty,
    string Statement
);

/// <summary>A penalty, and how much of it a penalty of the other side counts for.</summary>
public sealed record Penalty(string Amount, string Offset, string Currency);
