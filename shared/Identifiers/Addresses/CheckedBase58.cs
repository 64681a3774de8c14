namespace CaseCoordination.Identifiers;

/// <summary>What Base58Check addresses share: the alphabet, the checksum, and the story of lost capitals.</summary>
internal static class CheckedBase58
{
    /// <summary>The bytes before the checksum, or the problem.</summary>
    internal static (byte[]? Bytes, IdentifierCheck? Wrong) Read(
        IdentifierText text,
        Base58 alphabet,
        int shortest,
        int longest
    )
    {
        if (text.Length < shortest || text.Length > longest)
        {
            var length = shortest == longest ? $"{longest}" : $"{shortest} to {longest}";
            return (
                null,
                text.Wrong(
                    IdentifierProblemCodes.WrongLength,
                    $"A Base58 address of this chain has {length} characters; this has {text.Length}."
                )
            );
        }

        // Bounded above, so that decoding, quadratic in the length, costs next to nothing.
        return alphabet.DecodeChecked(text.Value) is { } bytes ? (bytes, null) : (null, Explain(text, alphabet));
    }

    private static IdentifierCheck Explain(IdentifierText text, Base58 alphabet) =>
        LetterCase.FindLost(text)
        ?? text.FindOutside(alphabet.Contains, "Base58 has no 0, O, I or l, which are easily confused.")
        ?? text.Wrong(
            IdentifierProblemCodes.AddressChecksumWrong,
            "The address's Base58 checksum does not agree: at least one character, or its case, is wrong. Take the address "
                + "from its source again."
        );
}
