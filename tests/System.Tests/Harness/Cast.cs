using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>The three authorities of every scenario, with tokens from the node's issuer, and the ledger of what they did.</summary>
internal sealed record Cast(Officer Lead, Officer Joiner, Officer Decliner, Ledger Ledger)
{
    public static async Task<Cast> OfAsync(SystemNode node)
    {
        var ledger = new Ledger();
        return new Cast(
            await HireAsync(node, "XA-SMA", "xa-officer", ledger),
            await HireAsync(node, "MSA-FMA", "msa-officer", ledger),
            await HireAsync(node, "XB-DAC", "xb-officer", ledger),
            ledger
        );
    }

    /// <summary>Anybody of the node's accounts.</summary>
    public static async Task<Client> LogInAsync(SystemNode node, string account, Ledger ledger)
    {
        using var http = new HttpClient { BaseAddress = node.Issuer.Address };
        using var answer = await http.PostAsJsonAsync("token", new { account });
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        return new Client(node, token, ledger);
    }

    private static async Task<Officer> HireAsync(SystemNode node, string authority, string account, Ledger ledger) =>
        new(authority, await LogInAsync(node, account, ledger), ledger);
}
