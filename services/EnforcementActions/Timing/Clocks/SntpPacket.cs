using System.Buffers.Binary;

namespace CaseCoordination.EnforcementActions.Timing.Clocks;

/// <summary>A server's answer: when it had the question, when it answered, and how far it may itself be off.</summary>
internal sealed record SntpPacket(DateTimeOffset Received, DateTimeOffset Answered, TimeSpan OwnError)
{
    private const int Length = 48;
    private const byte VersionFourClient = 0x23;
    private const byte ServerMode = 4;
    private const byte NotSynchronised = 3;
    private const byte LastStratum = 15;

    // Seconds count from 1900 and begin anew in 2036; what looks older than 1968 is of the next era.
    private static readonly DateTimeOffset Era = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextEra = Era.AddSeconds(1L << 32);

    /// <summary>A question; the nonce stands where a client may put its own time, and comes back.</summary>
    public static byte[] Question(ulong nonce)
    {
        var packet = new byte[Length];
        packet[0] = VersionFourClient;
        BinaryPrimitives.WriteUInt64BigEndian(packet.AsSpan(40), nonce);
        return packet;
    }

    /// <summary>The answer to the question with this nonce; null for anything else and for a server without time.</summary>
    public static SntpPacket? Read(ReadOnlySpan<byte> packet, ulong nonce)
    {
        if (
            packet.Length < Length
            || (packet[0] & 7) != ServerMode
            || packet[0] >> 6 == NotSynchronised
            || packet[1] is 0 or > LastStratum
            || BinaryPrimitives.ReadUInt64BigEndian(packet[24..]) != nonce
            || BinaryPrimitives.ReadUInt64BigEndian(packet[40..]) == 0
        )
        {
            return null;
        }

        var rootDelay = BinaryPrimitives.ReadInt32BigEndian(packet[4..]) / 65536.0;
        var rootDispersion = BinaryPrimitives.ReadUInt32BigEndian(packet[8..]) / 65536.0;
        return new SntpPacket(
            Time(packet[32..]),
            Time(packet[40..]),
            TimeSpan.FromSeconds(Math.Abs(rootDelay / 2) + rootDispersion)
        );
    }

    /// <summary>Own clock less the server's; the way there and the way back may differ by all of the time on the wire.</summary>
    public ClockOffset OffsetOf(DateTimeOffset sent, TimeSpan took)
    {
        var onTheWire = took - (Answered - Received);
        var offset = (sent + (took / 2)) - (Received + ((Answered - Received) / 2));
        return new ClockOffset(
            ClockQualities.ByNtp,
            offset.TotalMilliseconds,
            Math.Max(onTheWire.TotalMilliseconds, 0) / 2 + OwnError.TotalMilliseconds
        );
    }

    private static DateTimeOffset Time(ReadOnlySpan<byte> at)
    {
        var seconds = BinaryPrimitives.ReadUInt32BigEndian(at);
        var fraction = BinaryPrimitives.ReadUInt32BigEndian(at[4..]) / 4294967296.0;
        return (seconds < 1u << 31 ? NextEra : Era).AddSeconds(seconds).AddTicks((long)(fraction * 10_000_000));
    }
}
