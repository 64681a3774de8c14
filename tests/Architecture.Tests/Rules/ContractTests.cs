using System.Text.Json.Nodes;
using CaseCoordination.Platform.Messaging;
using MassTransit;

namespace CaseCoordination.Architecture.Tests.Rules;

/// <summary>What services say to each other changes only on purpose.</summary>
public sealed class ContractTests
{
    private const string Kind = "Contracts";

    [Fact]
    public void Every_contract_is_as_approved_in_name_and_shape() =>
        Assert.Empty(
            MessagingModule
                .ContractTypes()
                .Select(t => Approved.Difference(Kind, ContractNames.Of(t), Described(t)))
                .OfType<string>()
        );

    [Fact]
    public void Every_approved_contract_is_there() =>
        Assert.Empty(Approved.Left(Kind, MessagingModule.ContractTypes().Select(ContractNames.Of)));

    [Fact]
    public void A_contract_that_was_changed_is_noticed()
    {
        var letter = typeof(Contracts.AccessPoint.V1.Letter);
        var changed = Described(letter).Replace("contentHash", "hash", StringComparison.Ordinal);
        Assert.NotNull(Approved.Difference(Kind, ContractNames.Of(letter), changed));
        Assert.NotNull(Approved.Difference(Kind, "no-such.contract.v1", Described(letter)));
        Assert.Contains(ContractNames.Of(letter), Approved.Left(Kind, []));
    }

    [Fact]
    public void Contracts_are_sealed_records_without_base_in_a_folder_of_owner_and_version()
    {
        Assert.Empty(MessagingModule.ContractTypes().SelectMany(Faults));
        Assert.Equal(3, Faults(typeof(Fakes.LooseContract)).Count());
    }

    private static IEnumerable<string> Faults(Type contract)
    {
        if (!contract.IsSealed || !Records.IsRecord(contract))
        {
            yield return $"{contract.Name} is no sealed record";
        }

        if (contract.BaseType != typeof(object) || contract.GetInterfaces().Length != 1)
        {
            yield return $"{contract.Name} has a base";
        }

        if (
            contract.Namespace?.Split('.') is not ["CaseCoordination", "Contracts", _, ['V', .. var version]]
            || !version.All(char.IsAsciiDigit)
        )
        {
            yield return $"{contract.Name} is in no folder of owner and version";
        }
    }

    private static string Described(Type contract) =>
        new JsonObject
        {
            ["exchange"] = ContractNames.Of(contract),
            ["urn"] = MessageUrn.ForTypeString(contract),
            ["schema"] = JsonNode.Parse(Schemas.Of(contract)),
        }.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
}
