using FsCheck;
using FsCheck.Fluent;

namespace CaseCoordination.Identifiers.Tests.Properties;

/// <summary>What the check characters promise: they are found, and no single slip of the promised kind goes unnoticed.</summary>
public sealed class CheckDigitTests
{
    private const string Consonants = "0123456789BCDFGHJKLMNPQRSTVWXZ";
    private const string Bitcoin = "4H95J0R2X";

    private static void Holds(Gen<string> values, Func<string, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), property));

    [Fact]
    public void An_LEI_made_by_plain_arithmetic_is_accepted_and_no_slip_of_one_character_is() =>
        Holds(
            Values.Leis,
            lei => Lei.Check(lei).IsValid && !Slips.OfOneCharacter(lei).Any(slip => Lei.Check(slip).IsValid)
        );

    [Fact]
    public void A_slip_in_the_LEI_of_a_UTI_is_found() =>
        Holds(
            Values.Utis,
            uti =>
                Uti.Check(uti).IsValid
                && !Slips.OfOneCharacter(uti[..20]).Any(slip => Uti.Check(slip + uti[20..]).IsValid)
        );

    [Fact]
    public void Exactly_one_digit_completes_an_ISIN_and_no_slip_of_one_digit_is_accepted() =>
        Holds(
            Values.IsinStems,
            stem =>
            {
                var right = "0123456789"
                    .Select(digit => stem + digit)
                    .Where(isin => Isin.Check(isin).IsValid)
                    .ToArray();
                return right.Length == 1 && !Slips.OfOneDigit(right[0]).Any(slip => Isin.Check(slip).IsValid);
            }
        );

    [Fact]
    public void Exactly_one_character_completes_a_UPI_and_no_slip_of_one_character_is_accepted() =>
        Holds(
            Values.UpiStems,
            stem =>
            {
                var right = Consonants.Select(c => stem + c).Where(upi => Upi.Check(upi).IsValid).ToArray();
                return right.Length == 1 && !Slips.Within(right[0], Consonants).Any(slip => Upi.Check(slip).IsValid);
            }
        );

    [Fact]
    public void Exactly_one_character_completes_a_DTI_and_no_slip_of_one_character_is_accepted_but_for_the_exception() =>
        Holds(
            Values.DtiStems,
            stem =>
            {
                var right = Consonants
                    .Select(c => stem + c)
                    .Where(dti => Dti.Check(dti).IsValid && dti != Bitcoin)
                    .ToArray();
                return right.Length == 1
                    && Slips
                        .Within(right[0], Consonants)
                        .Where(slip => Dti.Check(slip).IsValid)
                        .All(slip => slip == Bitcoin);
            }
        );

    [Fact]
    public void An_Ethereum_account_in_small_letters_in_capitals_and_with_its_checksum_is_one() =>
        Holds(
            Values.EvmAccounts,
            account =>
            {
                var right = Caip10.Check(account).Value!;
                var capitals = account[..11] + Ascii.Upper(account[11..]);
                return Caip10.Check(right).Value == right && Caip10.Check(capitals).Value == right;
            }
        );

    [Fact]
    public void No_slip_of_one_letters_case_passes_in_an_Ethereum_account() =>
        Holds(
            Values.EvmAccounts,
            account =>
            {
                var right = Caip10.Check(account).Value!;
                return Enumerable
                    .Range(11, 40)
                    .Where(i => char.IsAsciiLetter(right[i]))
                    .Select(i => Slips.Replace(right, i, (char)(right[i] ^ 0x20)))
                    .Where(slip => Ascii.HasLower(slip[11..]) && Ascii.HasUpper(slip[11..]))
                    .All(slip => !Caip10.Check(slip).IsValid);
            }
        );

    [Fact]
    public void No_slip_of_one_character_passes_in_an_address_with_a_checksum() =>
        Holds(
            Gen.OneOf(Values.TronAccounts, Values.BitcoinAccounts, Values.CashAccounts),
            account =>
            {
                var start = account.LastIndexOf(':') + 1;
                return Caip10.Check(account) is { IsValid: true } check
                    && check.Value == account
                    && !Slips
                        .OfOneCharacterAnyCase(account, start)
                        .Any(slip => Caip10.Check(slip) is { Assurance: not IdentifierAssurance.None });
            }
        );
}
