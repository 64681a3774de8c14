using System.Text.Json;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class OpenApiTests(ToyFixture toy)
{
    [Fact]
    public async Task The_api_describes_itself_without_a_token()
    {
        using var nobody = toy.Anonymous();
        using var document = JsonDocument.Parse(
            await nobody.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))
        );
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var start = document.RootElement.GetProperty("paths").GetProperty("/api/counters").GetProperty("post");
        Assert.Equal("Sets up a counter.", start.GetProperty("summary").GetString());
        Assert.True(start.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
    }
}
