using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class WrongInputTests(EmptyRegistry registry) : IClassFixture<EmptyRegistry>
{
    [Theory]
    [InlineData("/api/authorities/xa/proposals", """{"what":"correction","reason":"r","name":"n"}""", "code")]
    [InlineData("/api/authorities/XA-SMA/proposals", """{"what":"renaming","reason":"r"}""", "what")]
    [InlineData("/api/authorities/XA-SMA/proposals", """{"what":"correction","name":"n"}""", "reason")]
    [InlineData(
        "/api/authorities/XA-SMA/proposals",
        """{"what":"correction","reason":"r","timeZone":"Mars/Olympus"}""",
        "timeZone"
    )]
    [InlineData(
        "/api/authorities/XA-SMA/proposals",
        """{"what":"calendar","reason":"r","holidays":["2026-02-30"]}""",
        "holidays[0]"
    )]
    [InlineData("/api/authorities/XA-SMA/proposals", """{"what":"calendar","reason":"r"}""", "holidays")]
    [InlineData(
        "/api/authorities/XA-SMA/proposals",
        """{"what":"correction","reason":"r","effectiveFrom":"tomorrow"}""",
        "effectiveFrom"
    )]
    [InlineData(
        "/api/instruments/iosco-mmou/parties/XA-SMA/proposals",
        """{"what":"notice","reason":"r","noticeGiven":"2026-13-01"}""",
        "noticeGiven"
    )]
    [InlineData(
        "/api/instruments/iosco-mmou/parties/XA-SMA/proposals",
        """{"what":"accession","reason":"r","status":"withdrawn"}""",
        "status"
    )]
    [InlineData("/api/instruments/mar/proposals", """{"reason":"r","effectiveFrom":"2030-01-01"}""", "terms")]
    [InlineData(
        "/api/instruments/mar/proposals",
        """{"reason":"r","effectiveFrom":"2030-01-01","text":"treaty: [mar"}""",
        "text:2"
    )]
    [InlineData(
        "/api/instruments/mar/proposals",
        """{"reason":"r","effectiveFrom":"2030-01-01","terms":{"treaty":"mar"}}""",
        "terms"
    )]
    public async Task Wrong_input_is_named_by_field(string path, string body, string field)
    {
        using var answer = await PostAsync(registry.Registrar, path, JsonDocument.Parse(body).RootElement);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            problem.GetProperty("errors").EnumerateArray(),
            e => e.GetProperty("field").GetString() == field
        );
    }
}
