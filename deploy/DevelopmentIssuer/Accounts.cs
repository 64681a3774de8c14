using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseCoordination.DevelopmentIssuer;

/// <summary>Who a token can be issued for by name alone.</summary>
internal sealed record Account(string Name, string Authority, string[] Roles, string[] Groups)
{
    /// <summary>With it a system gets a token by client credentials; known to everyone, as this issuer is for development.</summary>
    [JsonIgnore]
    public string? Secret { get; init; }
}

/// <summary>The accounts of the invented authorities, read once.</summary>
internal sealed record Accounts(IReadOnlyList<Account> All)
{
    public Account? Find(string name) => All.FirstOrDefault(account => account.Name == name);

    public static async Task<Accounts> LoadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        var rows = await JsonSerializer.DeserializeAsync<Row[]>(stream, JsonSerializerOptions.Web) ?? [];
        return new([
            .. rows.Select(row => new Account(row.Account, row.Authority, row.Roles, row.Groups)
            {
                Secret = row.Secret,
            }),
        ]);
    }

    public void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
            "/accounts",
            (HttpRequest request) =>
                request
                    .GetTypedHeaders()
                    .Accept.Any(type => type.MatchesMediaType("text/plain") && !type.MatchesAllTypes)
                    ? Results.Text(Table())
                    : Results.Json(All)
        );

    private string Table() =>
        string.Concat(
            All.Select(account =>
                $"{account.Name, -16}{account.Authority, -10}{string.Join(", ", account.Roles), -14}{string.Join(", ", account.Groups)}".TrimEnd()
                + "\n"
            )
        );

    private sealed record Row(string Account, string Authority, string[] Roles, string[] Groups, string? Secret = null);
}
