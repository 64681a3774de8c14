namespace CaseCoordination.Identifiers;

/// <summary>Base58 tells capitals from small letters: once they are lost, another account, or none, is named.</summary>
internal static class LetterCase
{
    internal static IdentifierCheck? FindLost(IdentifierText text) =>
        IsUniform(text.Value)
            ? text.Wrong(
                IdentifierProblemCodes.LetterCaseLost,
                "Base58 distinguishes capital and small letters, and here all letters are of one kind: their case was "
                    + "probably lost in copying. It cannot be restored or matched; take the value from its source again."
            )
            : null;

    /// <summary>True when there are letters, and all are small or all are capitals.</summary>
    internal static bool IsUniform(string value) => Ascii.HasLower(value) != Ascii.HasUpper(value);

    internal static bool IsMixed(string value) => Ascii.HasLower(value) && Ascii.HasUpper(value);
}
