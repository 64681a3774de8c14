namespace CaseCoordination.Identifiers;

/// <summary>Account, CAIP-10: a chain, a colon and an address, such as eip155:1:0x and 40 hexadecimal digits.</summary>
public static class Caip10
{
    public const string Scheme = "caip-10";

    /// <summary>Checks an account, with the checksum of its address where the chain's addresses have one.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText text)
    {
        var first = text.Value.IndexOf(':', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.Value.IndexOf(':', first + 1);
        if (second < 0)
        {
            return text.Wrong(
                IdentifierProblemCodes.PartMissing,
                "An account is written as chain namespace, chain reference and address with colons between them, such as "
                    + "eip155:1:0x…; a bare address does not tell its chain."
            );
        }

        var chain = Caip2.Check(text.Part(0, second));
        if (!chain.IsValid)
        {
            return chain;
        }

        var address = text.From(second + 1);
        var normalised = FindWrongShape(address) ?? ChainAddress.Check(chain, address);
        return normalised.IsValid
            ? text.Right(
                $"{chain.Value}:{normalised.Value}",
                normalised.Assurance,
                [.. chain.Parts, new("address", normalised.Value!)]
            )
            : normalised;
    }

    private static IdentifierCheck? FindWrongShape(IdentifierText address) =>
        address.FindOutside(
            c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '%',
            "An address consists of letters, digits, hyphens, points and percent signs; a prefix with a colon, such as "
                + "bitcoincash:, is left out."
        )
        ?? (
            address.Length is >= 1 and <= 128
                ? null
                : address.Wrong(
                    IdentifierProblemCodes.WrongLength,
                    $"An address has 1 to 128 characters; this has {address.Length}."
                )
        );
}
