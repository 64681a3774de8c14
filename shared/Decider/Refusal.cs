namespace CaseCoordination.Decider;

/// <summary>Why a command is refused: a stable kebab-case code, a sentence that says what would pass, and the field it is about.</summary>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>How the refusal is answered at the edge; a broken rule is a conflict unless stated otherwise.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.Rule;

    /// <summary>The thing does not exist for this caller; whether it exists for another is not told.</summary>
    public static Refusal Unknown(string code, string message) => new(code, message) { Kind = RefusalKind.Unknown };

    /// <summary>The caller may see the thing but not do this to it.</summary>
    public static Refusal Forbidden(string code, string message) => new(code, message) { Kind = RefusalKind.Forbidden };
}

/// <summary>The classes of refusals that the edge answers differently.</summary>
public enum RefusalKind
{
    Rule,
    Unknown,
    Forbidden,
}
