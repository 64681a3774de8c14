using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CaseCoordination.Identifiers.Tests.Properties;

/// <summary>Right values of every scheme, made without the code that is tested, and values that are nearly right.</summary>
internal static class Values
{
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Consonants = "0123456789BCDFGHJKLMNPQRSTVWXZ";

    internal static readonly Gen<string> Leis = Characters(Digits + Capitals, 18).Select(WithMod97);

    internal static readonly Gen<string> Utis =
        from lei in Leis
        from length in Gen.Choose(0, 32)
        from transaction in Characters(Digits + Capitals, length)
        select lei + transaction;

    internal static readonly Gen<byte[]> Hashes = Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), 20);

    internal static readonly Gen<string> UpiStems = Characters(Consonants, 9).Select(product => "QZ" + product);

    internal static readonly Gen<string> DtiStems =
        from first in Characters(Consonants[1..], 1)
        from rest in Characters(Consonants, 7)
        select first + rest;

    internal static readonly Gen<string> IsinStems =
        from prefix in Characters(Capitals, 2)
        from number in Characters(Digits + Capitals, 9)
        select prefix + number;

    internal static readonly Gen<string> EvmAccounts = Hashes.Select(hash =>
        $"eip155:1:0x{Convert.ToHexStringLower(hash)}"
    );

    internal static readonly Gen<string> TronAccounts = Hashes.Select(hash =>
        $"tron:0x2b6653dc:{Base58.Bitcoin.EncodeChecked([0x41, .. hash])}"
    );

    internal static readonly Gen<string> BitcoinAccounts = Hashes.Select(hash =>
        $"bip122:000000000019d6689c085ae165831e93:{Base58.Bitcoin.EncodeChecked([0x00, .. hash])}"
    );

    internal static readonly Gen<string> CashAccounts = Hashes.Select(hash =>
        $"bip122:000000000000000000651ef99cb9fcbe:{CashAddr.Write(0, hash)}"
    );

    /// <summary>A scheme and a value: random, right, or right but for a stray character, space or case.</summary>
    internal static readonly Gen<(string Scheme, string? Value)> Anything =
        from scheme in Gen.Elements<string>(IdentifierSchemes.All)
        from value in Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), Typed(), Typed().SelectMany(Damaged))
        select (scheme, (string?)value);

    internal static Gen<string> Characters(string alphabet, int length) =>
        Gen.ArrayOf(Gen.Elements<char>(alphabet), length).Select(characters => new string(characters));

    private static Gen<string> Typed() =>
        Gen.OneOf(
            Leis,
            Utis,
            UpiStems.Select(stem => Completed("upi", stem)),
            DtiStems.Select(stem => Completed("dti", stem)),
            IsinStems.Select(stem => Completed("isin", stem)),
            Characters(Capitals, 4),
            Characters(Capitals, 6),
            Gen.Elements("eip155:1", "tron:728126428", "bip122:000000000019D6689C085AE165831E93", "cosmos:cosmoshub-4"),
            EvmAccounts,
            TronAccounts,
            BitcoinAccounts,
            CashAccounts,
            EvmAccounts.Select(account => account.Replace("1:0x", "1/erc20:0x", StringComparison.Ordinal)),
            Characters(Digits + Capitals + ":/.%-", 140)
        );

    private static string Completed(string scheme, string stem) =>
        Consonants.Select(c => stem + c).First(value => IdentifierSchemes.Check(scheme, value).IsValid);

    private static Gen<string> Damaged(string value) =>
        from index in Gen.Choose(0, value.Length - 1)
        from c in Gen.OneOf(Gen.Elements<char>(" \t\0:/%-0OIl\u0410\uD800\u200D"), ArbMap.Default.GeneratorFor<char>())
        from damaged in Gen.Elements(
            Slips.Replace(value, index, c),
            value.Insert(index, c.ToString()),
            value.Remove(index, 1),
            value[..index],
            $" {value} ",
            Ascii.Lower(value),
            Ascii.Upper(value)
        )
        select damaged;

    private static string WithMod97(string stem)
    {
        var digits = string.Concat(stem.Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}")) + "00";
        return $"{stem}{98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97):00}";
    }
}
