using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>The API is described by examples, and every one of them is right.</summary>
public sealed class ExampleTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] Described =
    [
        "/api/requests",
        "/api/request-forms",
        "/api/packages",
        "/api/holdings",
        "/api/consents",
        "/api/trails",
        "/api/notices",
        "/api/record",
        "/api/answer-rules",
        "/api/events",
        "/api/webhooks",
        "/api/statistics",
    ];

    private DescribedExamples Examples => new(node.Services, node.RoutesOf(Described));

    [Fact]
    public void Every_body_and_every_answer_has_an_example_that_reads_as_it_is_written() =>
        Assert.InRange(Examples.ReadAsWritten().Count, 75, 150);

    [Fact]
    public async Task Every_example_of_a_body_passes_the_check_of_its_endpoint()
    {
        await node.TeachAsync();
        using var http = node.AsEveryRole("XA-SMA", "market-abuse");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{id:guid}"] = Guid.CreateVersion7().ToString(),
            ["{packageId:guid}"] = Guid.CreateVersion7().ToString(),
            ["{number:int}"] = "1",
        };
        Assert.InRange(await Examples.PassAsync(http, values), 45, 150);
    }

    [Fact]
    public async Task The_description_shows_the_examples_and_who_may_call()
    {
        using var http = node.Anonymous();
        var described = (await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var draft = described["paths"]!["/api/requests"]!["post"]!;
        Assert.Equal("MSA-FMA", (string)draft["requestBody"]!["content"]!["application/json"]!["example"]!["to"]![0]!);
        Assert.Equal(3, (int)draft["responses"]!["201"]!["content"]!["application/json"]!["example"]!["version"]!);
        var hook = described["paths"]!["/api/webhooks"]!["post"]!["responses"]!["201"]!;
        Assert.StartsWith(
            "whsec_",
            (string)hook["content"]!["application/json"]!["example"]!["secret"]!,
            StringComparison.Ordinal
        );
        var schemes = described["components"]!["securitySchemes"]!;
        Assert.Equal("bearer", (string)schemes["bearer"]!["scheme"]!);
        Assert.Equal(
            $"{Tokens.Issuer}/token",
            (string)schemes["client-credentials"]!["flows"]!["clientCredentials"]!["tokenUrl"]!
        );
        Assert.Equal(2, described["security"]!.AsArray().Count);
    }
}
