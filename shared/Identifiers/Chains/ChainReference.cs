using System.Globalization;

namespace CaseCoordination.Identifiers;

/// <summary>The rules that known namespaces add to the reference of a chain.</summary>
internal static class ChainReference
{
    internal static IdentifierCheck Check(string @namespace, IdentifierText reference) =>
        @namespace switch
        {
            "eip155" => Ascii.IsDecimal(reference.Value)
                ? Accept(reference, reference.Value)
                : Refuse(
                    reference,
                    "An eip155 chain is a decimal number without leading zeros, such as 1 for Ethereum."
                ),
            "bip122" => reference.Length == 32 && reference.Value.All(char.IsAsciiHexDigit)
                ? Accept(reference, Ascii.Lower(reference.Value))
                : Refuse(reference, "A bip122 chain is the first 32 hexadecimal digits of its genesis block's hash."),
            "solana" => CheckSolana(reference),
            "tron" => CheckTron(reference),
            _ => Accept(reference, reference.Value),
        };

    private static IdentifierCheck CheckSolana(IdentifierText reference)
    {
        if (reference.Length != 32 || !reference.Value.All(Base58.Bitcoin.Contains))
        {
            return Refuse(reference, "A solana chain is the first 32 Base58 characters of its genesis block's hash.");
        }

        return LetterCase.FindLost(reference) ?? Accept(reference, reference.Value);
    }

    // The number is published in both notations; the hexadecimal one is kept, so that both meet.
    private static IdentifierCheck CheckTron(IdentifierText reference)
    {
        var value = reference.Value;
        if (
            value.Length == 10
            && value.StartsWith("0x", StringComparison.Ordinal)
            && value[2..].All(char.IsAsciiHexDigit)
        )
        {
            return Accept(reference, Ascii.Lower(value));
        }

        return
            Ascii.IsDecimal(value) && uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Accept(reference, $"0x{id:x8}")
            : Refuse(
                reference,
                "A tron chain is 0x and 8 hexadecimal digits, such as 0x2b6653dc, or the same as a decimal number."
            );
    }

    private static IdentifierCheck Accept(IdentifierText reference, string value) =>
        reference.Right(value, IdentifierAssurance.Shape);

    private static IdentifierCheck Refuse(IdentifierText reference, string message) =>
        reference.Wrong(IdentifierProblemCodes.ChainIdWrong, message, 0);
}
