using System.Net;
using System.Net.Sockets;

namespace CaseCoordination.Platform.Http;

/// <summary>
/// Which addresses a service may call that somebody else names, such as a webhook's: nothing inside the node's own networks,
/// unless an operator opened it.
/// </summary>
/// <param name="allowLoopback">This machine itself may be called, also without TLS: for development only.</param>
/// <param name="opened">Networks that are not public and yet may be called.</param>
public sealed class PublicAddresses(bool allowLoopback, IReadOnlyList<IPNetwork> opened)
{
    private static readonly IPNetwork[] Closed =
    [
        .. (
            (string[])
                [
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                ]
        ).Select(n => IPNetwork.Parse(n)),
    ];

    // Of IPv6 only global unicast is public; everything else, such as link-local, site-local and translated, lies outside of it.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return allowLoopback;
        }

        return opened.Any(n => n.Contains(plain))
            || (
                !Closed.Any(n => n.Contains(plain))
                && (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            );
    }

    /// <summary>Why an address text cannot be called; null when it can. Names are looked up when connecting, not here.</summary>
    public (string Code, string Message)? Refuse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return ("not-an-address", "A whole https address, such as https://hooks.example.org/in.");
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return ("not-an-address", "An address without user, password and fragment.");
        }

        var isLoopback = uri.IsLoopback;
        if (uri.Scheme == "http" && !(isLoopback && allowLoopback))
        {
            return ("not-https", "Deliveries go over https only.");
        }

        var isClosed = IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address)
            ? !Allows(address)
            : isLoopback && !allowLoopback;
        return isClosed
            ? ("address-not-public", "An address in the public internet, or in a network that the operator opened.")
            : null;
    }

    /// <summary>Calls allowed addresses only: no redirects, no proxy, no cookies, no trace that would tell of the inside.</summary>
    public SocketsHttpHandler NewHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
        };

    /// <summary>Connects to the first address of a host that may be reached: what was checked is what is called.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var host = context.DnsEndPoint;
        var found = await Dns.GetHostAddressesAsync(host.Host, cancellation);
        var allowed = found.Where(Allows).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressNotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host none of whose addresses may be called.</summary>
public sealed class AddressNotPublicException() : IOException("The host has no address that may be called.");
