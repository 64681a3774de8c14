using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace CaseCoordination.Demo.Nodes;

/// <summary>Somebody who can act at an authority.</summary>
internal sealed record Person(
    [property: JsonPropertyName("name")] string Account,
    string Authority,
    string[] Roles,
    string[] Groups
);

/// <summary>The accounts of the node, and the tokens under which they call.</summary>
internal sealed class People(HttpClient http, Uri issuer)
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private IReadOnlyList<Person> _all = [];

    public async Task LoadAsync(CancellationToken cancellation) =>
        _all = await http.GetFromJsonAsync<Person[]>(new Uri(issuer, "accounts"), cancellation) ?? [];

    public IReadOnlyList<Person> With(string authority, string role) =>
        [.. _all.Where(p => p.Authority == authority && p.Roles.Contains(role, StringComparer.Ordinal))];

    public async Task<string> TokenAsync(Person person, CancellationToken cancellation)
    {
        if (!_tokens.TryGetValue(person.Account, out var token))
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("account", person.Account)]);
            using var answer = await http.PostAsync(new Uri(issuer, "token"), form, cancellation);
            answer.EnsureSuccessStatusCode();
            token = (await answer.Content.ReadFromJsonAsync<Issued>(cancellation))!.AccessToken;
            _tokens[person.Account] = token;
        }

        return token;
    }

    private sealed record Issued([property: JsonPropertyName("access_token")] string AccessToken);
}
