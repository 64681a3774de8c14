using System.Net;
using System.Net.Sockets;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// Free loopback ports below the range that the kernel hands to outgoing connections, so that none of those sits on a
/// replica's port while the replica is down.
/// </summary>
internal static class Ports
{
    private const int Lowest = 26_000;
    private const int Count = 5_000;
    private static int _next = Environment.ProcessId;

    public static int Take()
    {
        while (true)
        {
            var port = Lowest + (Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
