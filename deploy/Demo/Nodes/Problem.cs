using System.Net.Http.Json;
using System.Text.Json;

namespace CaseCoordination.Demo.Nodes;

/// <summary>A problem as the services tell it.</summary>
internal sealed record Problem(string? Code, string? Detail, JsonElement? Errors)
{
    public override string ToString()
    {
        var fields = Errors is { ValueKind: JsonValueKind.Array } errors
            ? string.Concat(errors.EnumerateArray().Select(e => $" {e}"))
            : "";
        return $"{Code}: {Detail}{fields}";
    }

    public static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return (await answer.Content.ReadFromJsonAsync<Problem>(cancellation))?.ToString() ?? "without a body";
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return "with something that is no problem document";
        }
    }
}
