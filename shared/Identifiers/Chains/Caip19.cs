namespace CaseCoordination.Identifiers;

/// <summary>Asset, CAIP-19: a chain, a slash, a kind, a colon and a reference; perhaps a slash and a token's number.</summary>
public static class Caip19
{
    public const string Scheme = "caip-19";

    /// <summary>Checks an asset, by the rules of its kind where they are known.</summary>
    public static IdentifierCheck Check(string? value) => IdentifierText.Read(Scheme, value, Check);

    internal static IdentifierCheck Check(IdentifierText text)
    {
        var slash = text.Value.IndexOf('/', StringComparison.Ordinal);
        var colon = slash < 0 ? -1 : text.Value.IndexOf(':', slash + 1);
        if (colon < 0)
        {
            return text.Wrong(
                IdentifierProblemCodes.PartMissing,
                "An asset is written as chain, slash, kind, colon and reference, such as eip155:1/slip44:60."
            );
        }

        var second = text.Value.IndexOf('/', colon + 1);
        var chain = Caip2.Check(text.Part(0, slash));
        var kind = text.Part(slash + 1, colon - slash - 1);
        var reference = text.Part(colon + 1, (second < 0 ? text.Length : second) - colon - 1);
        IdentifierText? token = second < 0 ? null : text.From(second + 1);
        var wrong =
            (chain.IsValid ? null : chain)
            ?? Caip2.FindWrongNamespace(kind, "kind of asset")
            ?? FindWrongShape(reference, "An asset's reference", 128)
            ?? (token is { } given ? FindWrongShape(given, "A token's number", 78) : null)
            ?? AssetKind.FindWrongToken(chain, kind.Value, token);
        if (wrong is not null)
        {
            return wrong;
        }

        var normalised = AssetKind.CheckReference(chain, kind.Value, reference);
        return normalised.IsValid ? Accept(text, chain, kind, normalised, token) : normalised;
    }

    private static IdentifierCheck Accept(
        IdentifierText text,
        IdentifierCheck chain,
        IdentifierText kind,
        IdentifierCheck reference,
        IdentifierText? token
    )
    {
        List<IdentifierPart> parts =
        [
            .. chain.Parts,
            new("asset-kind", kind.Value),
            new("asset-reference", reference.Value!),
        ];
        var value = $"{chain.Value}/{kind.Value}:{reference.Value}";
        if (token is { } number)
        {
            parts.Add(new("token-id", number.Value));
            value += $"/{number.Value}";
        }

        return text.Right(value, reference.Assurance, [.. parts]);
    }

    private static IdentifierCheck? FindWrongShape(IdentifierText part, string what, int longest) =>
        part.FindOutside(
            c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '%',
            $"{what} consists of letters, digits, hyphens, points and percent signs."
        )
        ?? (
            part.Length >= 1 && part.Length <= longest
                ? null
                : part.Wrong(
                    IdentifierProblemCodes.WrongLength,
                    $"{what} has 1 to {longest} characters; this has {part.Length}."
                )
        );
}
