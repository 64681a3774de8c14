using System.Text.Json;
using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>The node's virtual host, seen and disturbed through the broker's management.</summary>
internal sealed class Broker(TestNode place)
{
    /// <summary>A binding as the management tells it.</summary>
    public sealed record Binding(string Source, string Destination, string Destination_Type, string Routing_Key);

    private sealed record Queue(string Name, long? Messages);

    private sealed record ConsumedQueue(string Name, int? Consumers);

    private sealed record Connection(string Name);

    /// <summary>
    /// Queues that hold messages, ready or under way, as the broker last counted; empty when there are none. The count may be
    /// seconds old: it says when a node has settled, and proves nothing by itself.
    /// </summary>
    public async Task<string> FilledAsync() =>
        string.Join(
            ' ',
            (await ReadAsync<Queue>($"api/queues/{place.Name}?columns=name,messages"))
                .Where(q => q.Messages > 0)
                .Select(q => $"{q.Name}:{q.Messages}")
        );

    /// <summary>Consumers of each queue of a service.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ConsumersAsync() =>
        (await ReadAsync<ConsumedQueue>($"api/queues/{place.Name}?columns=name,consumers"))
            .Where(q => Services.All.Any(s => q.Name.StartsWith(s, StringComparison.Ordinal)))
            .ToDictionary(q => q.Name, q => q.Consumers ?? 0, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Binding>> BindingsAsync() =>
        [.. (await ReadAsync<Binding>($"api/bindings/{place.Name}")).Where(b => b.Source.Length > 0)];

    /// <summary>Shuts every service out, as a broker does that is reachable and will not take anything.</summary>
    public async Task BlockAsync()
    {
        await place.BanAsync();
        await Eventually.HoldsAsync(async () => await CutAsync() == 0, "no connection to be left");
    }

    public Task UnblockAsync() => place.AdmitAsync();

    /// <summary>Closes every connection; clients may connect again at once.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> CutAsync()
    {
        var connections = await ReadAsync<Connection>($"api/vhosts/{place.Name}/connections?columns=name");
        foreach (var connection in connections)
        {
            try
            {
                await place.ManageAsync(HttpMethod.Delete, $"api/connections/{Uri.EscapeDataString(connection.Name)}");
            }
            catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                // It went by itself.
            }
        }

        return connections.Count;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string path) =>
        JsonSerializer.Deserialize<List<T>>(await place.ManageAsync(HttpMethod.Get, path), JsonSerializerOptions.Web)!;
}
