using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>A time server asked by SNTP (RFC 4330); of a few rounds the shortest counts.</summary>
internal sealed class NtpClock(ClockSettings settings, TimeProvider clock) : IClockSource
{
    private const int Rounds = 3;
    private const int DefaultPort = 123;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<ClockOffset?> ReadAsync(CancellationToken cancellation)
    {
        foreach (var server in Servers(settings.Ntp))
        {
            if (await AskAsync(server, cancellation) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    internal static IEnumerable<(string Host, int Port)> Servers(string? ntp)
    {
        const StringSplitOptions Words = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var server in (ntp ?? "").Split(',', Words))
        {
            var colon = server.LastIndexOf(':');
            yield return colon > 0 && int.TryParse(server.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port)
                ? (server[..colon], port)
                : (server, DefaultPort);
        }
    }

    private async Task<ClockOffset?> AskAsync((string Host, int Port) server, CancellationToken cancellation)
    {
        ClockOffset? best = null;
        try
        {
            using var udp = new UdpClient();
            udp.Connect(server.Host, server.Port);
            for (var i = 0; i < Rounds; i++)
            {
                if (
                    await RoundAsync(udp, cancellation) is { } told
                    && (best is null || told.UncertaintyMs < best.UncertaintyMs)
                )
                {
                    best = told;
                }
            }
        }
        catch (SocketException)
        {
            // Nobody there, or no such name: the next source is asked.
        }

        return best;
    }

    private async Task<ClockOffset?> RoundAsync(UdpClient udp, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var nonce = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
            var sent = clock.GetUtcNow();
            var begun = clock.GetTimestamp();
            await udp.SendAsync(SntpPacket.Question(nonce), limit.Token);
            while (true)
            {
                // A late answer to an earlier round, or somebody else's, is passed over.
                var answer = await udp.ReceiveAsync(limit.Token);
                if (SntpPacket.Read(answer.Buffer, nonce) is { } told)
                {
                    return told.OffsetOf(sent, clock.GetElapsedTime(begun));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
