namespace CaseCoordination.Testing;

/// <summary>Takes the broker away from one node, and gives it back empty.</summary>
public static class NodeBroker
{
    public static Task RemoveBrokerAsync(this TestNode node) =>
        node.ManageAsync(HttpMethod.Delete, $"api/vhosts/{node.Name}");

    public static async Task AddBrokerAsync(this TestNode node)
    {
        await node.ManageAsync(HttpMethod.Put, $"api/vhosts/{node.Name}");
        await node.AdmitAsync();
    }
}
