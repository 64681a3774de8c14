using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>The API is described by examples, and every one of them is right.</summary>
public sealed class ExampleTests(EnforcementFixture node) : IClassFixture<EnforcementFixture>
{
    private static readonly string[] Described = ["/api/actions", "/api/measures", "/api/outcomes"];

    private DescribedExamples Examples => new(node.Services, node.RoutesOf(Described));

    [Fact]
    public void Every_body_and_every_answer_has_an_example_that_reads_as_it_is_written() =>
        Assert.InRange(Examples.ReadAsWritten().Count, 25, 100);

    [Fact]
    public async Task Every_example_of_a_body_passes_the_check_of_its_endpoint()
    {
        await node.TeachAsync();
        var draft = (DraftAction.Body)Examples.Values[typeof(DraftAction.Body)];
        await node.InvestigateAsync(draft.CaseId!.Value, "XA-SMA", ["MSA-FMA"]);
        using var http = node.AsEveryRole("XA-SMA", "digital-assets");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{id:guid}"] = Guid.CreateVersion7().ToString(),
            ["{measure}"] = "m1",
            ["{n:int}"] = "1",
            ["{number:int}"] = "1",
        };
        Assert.InRange(await Examples.PassAsync(http, values), 16, 100);
    }

    [Fact]
    public async Task The_description_shows_the_examples_and_who_may_call()
    {
        using var http = node.Anonymous();
        var described = (await http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var draft = described["paths"]!["/api/actions"]!["post"]!;
        var plan = draft["requestBody"]!["content"]!["application/json"]!["example"]!["plan"]!;
        Assert.Equal("MSA-FMA", (string)plan["participants"]![0]!);
        Assert.Equal(3, (int)draft["responses"]!["201"]!["content"]!["application/json"]!["example"]!["version"]!);
        var schemes = described["components"]!["securitySchemes"]!;
        Assert.Equal("bearer", (string)schemes["bearer"]!["scheme"]!);
        Assert.Equal(
            $"{Tokens.Issuer}/token",
            (string)schemes["client-credentials"]!["flows"]!["clientCredentials"]!["tokenUrl"]!
        );
        Assert.Equal(2, described["security"]!.AsArray().Count);
    }
}
