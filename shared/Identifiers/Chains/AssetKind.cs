namespace CaseCoordination.Identifiers;

/// <summary>The rules that known kinds of asset add to CAIP-19.</summary>
internal static class AssetKind
{
    internal static IdentifierCheck CheckReference(IdentifierCheck chain, string kind, IdentifierText reference) =>
        (chain.Parts[0].Value, kind) switch
        {
            (_, "slip44") => Ascii.IsDecimal(reference.Value) && reference.Length <= 10
                ? reference.Right(reference.Value, IdentifierAssurance.Shape)
                : reference.Wrong(
                    IdentifierProblemCodes.WrongCharacter,
                    "A slip44 reference is a coin's decimal number without leading zeros, such as 60 for ether.",
                    0
                ),
            ("eip155", "erc20" or "erc721" or "erc1155") or ("solana", "token") or ("tron", "trc20" or "trc721") =>
                ChainAddress.Check(chain, reference),
            _ => reference.Right(reference.Value, IdentifierAssurance.Shape),
        };

    internal static IdentifierCheck? FindWrongToken(IdentifierCheck chain, string kind, IdentifierText? token)
    {
        if (token is not { } number)
        {
            return null;
        }

        return (chain.Parts[0].Value, kind) switch
        {
            (_, "slip44") or ("eip155", "erc20") => number.Wrong(
                IdentifierProblemCodes.TokenIdWrong,
                $"Assets of the kind {kind} are interchangeable and have no token numbers; leave out the last slash and what follows.",
                0
            ),
            ("eip155", "erc721" or "erc1155") when !Ascii.IsDecimal(number.Value) => number.Wrong(
                IdentifierProblemCodes.TokenIdWrong,
                "A token's number is decimal, without leading zeros.",
                0
            ),
            _ => null,
        };
    }
}
