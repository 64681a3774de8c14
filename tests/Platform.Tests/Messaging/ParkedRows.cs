using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.Platform.Tests.Messaging;

/// <summary>What is parked, as an operator sees it.</summary>
internal static class ParkedRows
{
    public static HttpClient Operator(ToyFixture toy, string authority = ToyFixture.Home) =>
        toy.As(authority, "operator", [Roles.Operator]);

    public static async Task<JsonElement> RowAsync(HttpClient operations, string part) =>
        (
            await Eventually.GetAsync(
                async () => (await AllAsync(operations)).Where(r => Is(r, part)).Cast<JsonElement?>().SingleOrDefault(),
                row => row is not null,
                $"{part} to be parked"
            )
        )!.Value;

    public static async Task<bool> IsParkedAsync(HttpClient operations, string part) =>
        (await AllAsync(operations)).Any(r => Is(r, part));

    public static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static async Task<JsonElement[]> AllAsync(HttpClient operations) =>
        (await operations.GetFromJsonAsync<JsonElement[]>("/api/operations/parked"))!;

    private static bool Is(JsonElement row, string part) => Text(row, "id").Contains(part, StringComparison.Ordinal);
}
