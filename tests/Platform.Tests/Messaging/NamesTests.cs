using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.Platform.Tests.Messaging;

public sealed class NamesTests
{
    [Fact]
    public void An_id_that_follows_from_its_parts_is_the_same_for_ever() =>
        Assert.Equal(
            new Guid("9c2754c0-ea5d-84c5-8b4c-e341f0d82d16"),
            DeterministicId.Of("0195e0c2000070008000000000000001", "contract", "XA-SMA")
        );

    [Fact]
    public void Parts_are_not_run_together() =>
        Assert.Equal(
            3,
            ((Guid[])[DeterministicId.Of("ab", "c"), DeterministicId.Of("a", "bc"), DeterministicId.Of("abc")])
                .Distinct()
                .Count()
        );

    [Fact]
    public void An_id_is_a_uuid_of_version_8()
    {
        var id = DeterministicId.Of("a");
        Assert.Equal(8, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Fact]
    public void An_exchange_is_named_by_owner_contract_and_version() =>
        Assert.Equal("access-point.letter-progressed.v1", ContractNames.Of(typeof(LetterProgressed)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(11, 600)]
    [InlineData(1000, 600)]
    public void Pauses_double_from_a_second_to_ten_minutes(int attempts, int seconds)
    {
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(now.AddSeconds(seconds), ParkingLot.NextRetry(now, attempts));
    }
}
