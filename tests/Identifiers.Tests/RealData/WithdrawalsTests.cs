namespace CaseCoordination.Identifiers.Tests.RealData;

public sealed class WithdrawalsTests
{
    private const string Prefix = "eip155:1:0x";
    private const string Withdrawals = "tornado_eth100_withdrawals_2022-04_2022-05.csv";

    [Theory]
    [InlineData(Withdrawals, "recipient")]
    [InlineData(Withdrawals, "pool")]
    [InlineData("tornado_eth100_deposits_2022-04_2022-05.csv", "pool")]
    public void Every_account_on_the_ledger_is_accepted_as_it_stands(string file, string column)
    {
        var accounts = SharedData.Column("02-transactions", file, column);

        Assert.InRange(accounts.Count, 3_000, int.MaxValue);
        Assert.All(accounts, account => Expect.Accepted("caip-10", account, account, AssuranceOf(account)));
    }

    [Fact]
    public void Every_recipient_in_small_letters_meets_the_same_account() =>
        Assert.All(
            SharedData.Column("02-transactions", Withdrawals, "recipient"),
            account => Assert.Equal(account, Caip10.Check(Ascii.Lower(account)).Value)
        );

    [Fact]
    public void A_recipient_with_one_letter_in_the_wrong_case_is_refused_or_else_of_one_case_and_the_same_account() =>
        Assert.All(
            SharedData.Column("02-transactions", Withdrawals, "recipient").Take(500),
            account =>
                Assert.All(
                    Enumerable
                        .Range(Prefix.Length, 40)
                        .Where(i => char.IsAsciiLetter(account[i]))
                        .Select(i => Slips.Replace(account, i, (char)(account[i] ^ 0x20))),
                    slip =>
                        Assert.Equal(
                            LetterCase.IsMixed(slip[Prefix.Length..]) ? null : account,
                            Caip10.Check(slip).Value
                        )
                )
        );

    // The right checksum may by chance be small letters throughout; such an address proves nothing.
    private static IdentifierAssurance AssuranceOf(string account) =>
        LetterCase.IsMixed(account[Prefix.Length..]) ? IdentifierAssurance.Checksum : IdentifierAssurance.Shape;
}
