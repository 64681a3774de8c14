namespace CaseCoordination.Identifiers;

/// <summary>What the addresses of one bip122 chain begin with.</summary>
/// <param name="Reference">The first 32 hexadecimal digits of the genesis block's hash, as in the chain id.</param>
/// <param name="Name">What people call the chain.</param>
/// <param name="Key">The bytes before the hash of a key, in hexadecimal.</param>
/// <param name="Script">The bytes before the hash of a script, in hexadecimal.</param>
/// <param name="OldScript">Other bytes once used for the same, in hexadecimal; such addresses are rewritten.</param>
/// <param name="Witness">The prefix of bech32 addresses, if the chain has them.</param>
/// <param name="UsesCashAddr">True when the chain has CashAddr; Base58 addresses are then rewritten.</param>
internal sealed record Bip122Network(
    string Reference,
    string Name,
    string Key,
    string Script,
    string? OldScript = null,
    string? Witness = null,
    bool UsesCashAddr = false
)
{
    internal static readonly Bip122Network[] All =
    [
        new("000000000019d6689c085ae165831e93", "Bitcoin", "00", "05", Witness: "bc"),
        new("000000000933ea01ad0ee984209779ba", "Bitcoin testnet 3", "6F", "C4", Witness: "tb"),
        new("00000000da84f2bafbbc53dee25a72ae", "Bitcoin testnet 4", "6F", "C4", Witness: "tb"),
        new("00000008819873e925422c1ff0f99f7c", "Bitcoin signet", "6F", "C4", Witness: "tb"),
        new("0f9188f13cb7b2c71f2a335e3a4fc328", "Bitcoin regtest", "6F", "C4", Witness: "bcrt"),
        new("12a765e31ffd4059bada1e25190f6e98", "Litecoin", "30", "32", OldScript: "05", Witness: "ltc"),
        new("4966625a4b2851d9fdee139e56211a0d", "Litecoin testnet", "6F", "3A", OldScript: "C4", Witness: "tltc"),
        new("000000000000000000651ef99cb9fcbe", "Bitcoin Cash", "00", "05", UsesCashAddr: true),
        new("1a91e3dace36e2be3bf030a65679fe82", "Dogecoin", "1E", "16"),
        new("00000ffd590b1485b3caadc19b22e637", "Dash", "4C", "10"),
        new("00040fe8ec8471911baa1db1266ea15d", "Zcash", "1CB8", "1CBD"),
    ];

    /// <summary>True when these bytes name an account in the way this chain writes them.</summary>
    internal bool Owns(byte[] bytes)
    {
        var start = StartOf(bytes);
        return start == Key || start == Script || start == OldScript;
    }

    /// <summary>The bytes before the 20 bytes of hash, in hexadecimal.</summary>
    internal static string StartOf(byte[] bytes) =>
        Convert.ToHexString(bytes.AsSpan(0, Math.Max(0, bytes.Length - 20)));
}
