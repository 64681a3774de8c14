using System.Text.Json;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>IVMS101 messages as providers really write them.</summary>
public sealed class TravelRuleTests
{
    [Fact]
    public void Both_spellings_of_one_message_are_stored_alike()
    {
        var standard = SchemaTests.Read("travel-rule", Message("identity_payload.json"));
        var other = SchemaTests.Read("travel-rule", Message("identity_payload_alt.json"));
        Assert.Empty(standard.Problems);
        Assert.Empty(other.Problems);
        Assert.Equal(standard.Json, other.Json);
        Assert.Contains("subject:howard jane", standard.Keys);
        Assert.Contains("lei:506700T7Z685VUOZL877", standard.Keys);
        Assert.Contains("account:14HmBSwec8XrcWge9Zi1ZngNia64u3Wd2v", standard.Keys);
    }

    [Theory]
    [InlineData("person_natural_person.json", null, null)]
    [InlineData("person_both_persons.json", "", "exactly-one")]
    [InlineData(
        "person_legal_person.json",
        "legalPerson.nationalIdentification.nationalIdentifier",
        "check-digits-wrong"
    )]
    public void A_person_is_natural_or_legal_and_an_lei_is_checked(string file, string? field, string? code)
    {
        var problems = SchemaTests.Read("kyc", Message(file)).Problems;
        if (code is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains((field!, code), problems);
        }
    }

    [Fact]
    public void A_legal_person_with_a_right_lei_is_taken() =>
        Assert.Empty(SchemaTests.Read("kyc", $$"""{"legalPerson":{{Message("legal_person.json")}}}""").Problems);

    [Fact]
    public void The_message_inside_an_inquiry_is_taken()
    {
        using var inquiry = JsonDocument.Parse(Message("openvasp_inquiry.json"));
        var read = SchemaTests.Read("travel-rule", inquiry.RootElement.GetProperty("IVMS101").GetRawText());
        Assert.Empty(read.Problems);
        Assert.Contains("lei:GTFZ00N6IHYMHHNT8S51", read.Keys);
    }

    private static string Message(string file) => File.ReadAllText(Shipped.Data("05-messages", "ivms101", file));
}
