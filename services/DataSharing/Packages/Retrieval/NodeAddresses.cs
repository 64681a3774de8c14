using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CaseCoordination.DataSharing.Packages.Retrieval;

/// <summary>Where other authorities' contents are fetched: as this node's operator says, never as a letter says.</summary>
public sealed class NodeAddresses(PackageSettings settings, IServer server)
{
    private const string Default = "Default";

    /// <summary>The base address of the node that gives an authority's contents; null when it is not known.</summary>
    public Uri? Of(string authority) =>
        settings.Nodes.GetValueOrDefault(authority) ?? settings.Nodes.GetValueOrDefault(Default) ?? Own();

    // Without a word from the operator all authorities live here; where this process listens is only known once it does.
    private Uri? Own() =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Select(Reachable)
            .FirstOrDefault(a => Uri.TryCreate(a, UriKind.Absolute, out _))
            is { } address
            ? new Uri(address)
            : null;

    private static string Reachable(string address) =>
        address
            .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal);
}
