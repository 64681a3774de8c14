namespace CaseCoordination.Identifiers;

/// <summary>Why a value is refused: a stable code, and a message saying what is wrong, where, and what would be right.</summary>
/// <param name="Code">One of <see cref="IdentifierProblemCodes"/>; stable, kebab-case.</param>
/// <param name="Message">An explanation for a person; it never repeats the value itself.</param>
/// <param name="Position">The offending character in the value as given, counted from 1; null when no single one is to blame.</param>
public sealed record IdentifierProblem(string Code, string Message, int? Position = null);

/// <summary>The codes of all problems; they never change their meaning.</summary>
public static class IdentifierProblemCodes
{
    public const string SchemeUnknown = "scheme-unknown";
    public const string Empty = "empty";
    public const string TooLong = "too-long";
    public const string ControlCharacter = "control-character";
    public const string NonAsciiCharacter = "non-ascii-character";
    public const string SpaceInside = "space-inside";
    public const string WrongCharacter = "wrong-character";
    public const string WrongLength = "wrong-length";
    public const string WrongPrefix = "wrong-prefix";
    public const string UnknownCategory = "unknown-category";
    public const string CheckDigitsWrong = "check-digits-wrong";
    public const string PartMissing = "part-missing";
    public const string ChainIdWrong = "chain-id-wrong";
    public const string AddressFormatWrong = "address-format-wrong";
    public const string AddressChecksumWrong = "address-checksum-wrong";
    public const string AddressOfAnotherChain = "address-of-another-chain";
    public const string LetterCaseLost = "letter-case-lost";
    public const string TokenIdWrong = "token-id-wrong";
}
