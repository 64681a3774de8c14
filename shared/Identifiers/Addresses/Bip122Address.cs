namespace CaseCoordination.Identifiers;

/// <summary>Addresses of Bitcoin and its relatives, tied to the chain that the chain id names.</summary>
internal static class Bip122Address
{
    private const int Shortest = 26;
    private const int Longest = 36;

    internal static IdentifierCheck Check(string reference, IdentifierText address)
    {
        var network = Array.Find(Bip122Network.All, known => known.Reference == reference);
        if (FindWitness(address.Value) is { } prefix)
        {
            return CheckWitness(network, prefix, address);
        }

        if (CashAddr.Normalise(address.Value) is { } cash)
        {
            return network is null or { UsesCashAddr: true }
                ? address.Right(cash, IdentifierAssurance.Checksum)
                : Foreign(address, network, "Bitcoin Cash");
        }

        if (network is null)
        {
            return CheckUnknown(address);
        }

        var (bytes, wrong) = CheckedBase58.Read(address, Base58.Bitcoin, Shortest, Longest);
        return wrong ?? CheckBase58(network, bytes!, address);
    }

    private static string? FindWitness(string value) =>
        Bip122Network
            .All.Select(network => network.Witness)
            .FirstOrDefault(prefix =>
                prefix is not null && value.StartsWith(prefix + "1", StringComparison.OrdinalIgnoreCase)
            );

    private static IdentifierCheck CheckWitness(Bip122Network? network, string prefix, IdentifierText address)
    {
        var check = Bech32.Check(address, prefix.Length);
        return check.IsValid && network is not null && network.Witness != prefix
            ? Foreign(address, network, Names(known => known.Witness == prefix))
            : check;
    }

    private static IdentifierCheck CheckBase58(Bip122Network network, byte[] bytes, IdentifierText address)
    {
        var start = Bip122Network.StartOf(bytes);
        var hash = bytes.AsSpan(start.Length / 2);
        if (!network.Owns(bytes))
        {
            return Foreign(address, network, Names(known => known.Owns(bytes)));
        }

        var normalised = network switch
        {
            { UsesCashAddr: true } => CashAddr.Write(start == network.Key ? (byte)0 : (byte)8, hash),
            _ when start == network.OldScript => Base58.Bitcoin.EncodeChecked([
                .. Convert.FromHexString(network.Script),
                .. hash,
            ]),
            _ => address.Value,
        };
        return address.Right(normalised, IdentifierAssurance.Checksum);
    }

    // A chain unknown here may hash differently, so that only a lost case can be told.
    private static IdentifierCheck CheckUnknown(IdentifierText address) =>
        address.Length <= Longest && Base58.Bitcoin.DecodeChecked(address.Value) is not null
            ? address.Right(address.Value, IdentifierAssurance.Checksum)
            : LetterCase.FindLost(address) ?? address.Right(address.Value, IdentifierAssurance.Shape);

    private static IdentifierCheck Foreign(IdentifierText address, Bip122Network network, string names) =>
        address.Wrong(
            IdentifierProblemCodes.AddressOfAnotherChain,
            $"The address is well formed, but the chain id names {network.Name} and the address belongs to {names}. "
                + "Correct whichever is wrong."
        );

    private static string Names(Func<Bip122Network, bool> belongs)
    {
        var names = Bip122Network.All.Where(belongs).Select(network => network.Name).ToArray();
        return names.Length == 0 ? "another chain" : string.Join(" or ", names);
    }
}
