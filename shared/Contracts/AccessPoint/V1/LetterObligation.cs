namespace CaseCoordination.Contracts.AccessPoint.V1;

/// <summary>A condition that binds what a letter carries, compiled from a handling term so that a machine can check it.</summary>
public sealed record LetterObligation
{
    /// <summary>The handling term it comes from.</summary>
    public required string Term { get; init; }

    /// <summary>information, personal-data or request.</summary>
    public required string About { get; init; }

    /// <summary>use, disclose, transfer or retain.</summary>
    public required string Op { get; init; }

    /// <summary>allow, notify, consult, assure, objection-window, consent or deny.</summary>
    public required string Effect { get; init; }

    public IReadOnlyList<string> Purposes { get; init; } = [];
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>How long it may be kept; absent where the term says nothing.</summary>
    public string? Keep { get; init; }

    /// <summary>True when it binds after the instrument has ended.</summary>
    public bool Survives { get; init; }

    public IReadOnlyList<string> Cites { get; init; } = [];
}
