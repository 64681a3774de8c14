using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseCoordination.EnforcementActions.Tests.Timing;

/// <summary>What each source tells, and which of them counts.</summary>
public sealed class ClockSourceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly ClockSettings Settings = new();

    [Theory]
    [InlineData(20, 30, "good")]
    [InlineData(-70, 30, "good")]
    [InlineData(70, 31, "doubtful")]
    [InlineData(-900, 100, "doubtful")]
    [InlineData(-900, 101, "bad")]
    [InlineData(5000, 1, "bad")]
    public void A_clock_is_as_good_as_the_worst_it_may_be(double offset, double uncertainty, string quality) =>
        Assert.Equal(quality, ClockQualities.Judge(new("ntp", offset, uncertainty), Settings, Noon).Quality);

    [Fact]
    public void Where_nothing_tells_the_clock_is_unknown() =>
        Assert.Equal(new(null, null, "none", "unknown", Noon), ClockQualities.Judge(null, Settings, Noon));

    [Fact]
    public void A_kernel_that_nothing_keeps_tells_nothing()
    {
        Assert.Null(KernelClock.Judge(0x0040, 0, 16_000_000));
        Assert.Equal(new ClockOffset("kernel", -1.5, 250), KernelClock.Judge(0x0001, 1_500, 250_000));
        Assert.Equal(new ClockOffset("kernel", 1.5, 250), KernelClock.Judge(0x2001, -1_500_000, 250_000));
    }

    [Fact]
    public async Task The_kernel_answers_without_a_fault() =>
        Assert.True(await new KernelClock().ReadAsync(CancellationToken.None) is null or { Source: "kernel" });

    [Fact]
    public void The_database_s_clock_is_uncertain_by_half_the_round_trip() =>
        Assert.Equal(
            new ClockOffset("database", 1_010, 10),
            DatabaseClock.Between(Noon.AddSeconds(1), TimeSpan.FromMilliseconds(20), Noon)
        );

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("/var/run/postgresql", true)]
    [InlineData("database.internal", false)]
    [InlineData("10.0.0.7", false)]
    public void A_database_on_this_machine_says_nothing(string host, bool isThisMachine) =>
        Assert.Equal(isThisMachine, DatabaseClock.IsThisMachine(host));

    [Fact]
    public void Time_servers_are_named_with_or_without_a_port() =>
        Assert.Equal([("time.example", 123), ("10.0.0.1", 1123)], NtpClock.Servers(" time.example , 10.0.0.1:1123,"));

    [Fact]
    public async Task A_time_server_shows_how_far_the_clock_is_off()
    {
        using var server = new TimeServer();
        var clock = new MovableClock();
        clock.Advance(TimeSpan.FromMinutes(1));
        var source = new NtpClock(new ClockSettings { Ntp = server.Address }, clock);
        var told = await source.ReadAsync(CancellationToken.None);
        Assert.NotNull(told);
        Assert.InRange(told.OffsetMs, 60_000 - told.UncertaintyMs, 60_000 + told.UncertaintyMs);
    }

    [Fact]
    public async Task The_next_server_is_asked_when_the_first_knows_no_time()
    {
        using var lost = new TimeServer { Stratum = 16 };
        using var good = new TimeServer();
        var source = new NtpClock(new ClockSettings { Ntp = $"{lost.Address},{good.Address}" }, TimeProvider.System);
        Assert.NotNull(await source.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public void An_answer_to_another_question_is_no_answer()
    {
        var answer = TimeServer.Answer(SntpPacket.Question(7), Noon, 2);
        Assert.NotNull(SntpPacket.Read(answer, 7));
        Assert.Null(SntpPacket.Read(answer, 8));
        Assert.Null(SntpPacket.Read(answer.AsSpan(0, 47), 7));
        Assert.Equal(Noon, SntpPacket.Read(answer, 7)!.Received);
    }

    [Fact]
    public void Times_after_2036_are_read_as_such()
    {
        var late = new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(late, SntpPacket.Read(TimeServer.Answer(SntpPacket.Question(7), late, 2), 7)!.Received);
    }

    [Fact]
    public async Task The_first_source_that_tells_counts_and_a_fault_is_no_answer()
    {
        var silent = new Source(() => null);
        var faulty = new Source(() => throw new IOException("gone"));
        var first = new Source(() => new ClockOffset("kernel", 1, 2));
        var second = new Source(() => new ClockOffset("database", 900, 2));
        using var watch = new WatchClock(
            [silent, faulty, first, second],
            Settings,
            TimeProvider.System,
            NullLogger<WatchClock>.Instance
        );
        Assert.Null(watch.Current);
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal(("kernel", "good"), (watch.Current!.Source, watch.Current.Quality));
    }

    [Fact]
    public async Task A_source_that_falls_silent_leaves_the_clock_unknown()
    {
        ClockOffset? told = new("ntp", 1, 2);
        using var watch = new WatchClock(
            [new Source(() => told)],
            Settings,
            TimeProvider.System,
            NullLogger<WatchClock>.Instance
        );
        await watch.LookAsync(CancellationToken.None);
        told = null;
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal("unknown", watch.Current!.Quality);
    }

    private sealed class Source(Func<ClockOffset?> tell) : IClockSource
    {
        public Task<ClockOffset?> ReadAsync(CancellationToken cancellation) => Task.FromResult(tell());
    }

    /// <summary>A time server on this machine that goes by this machine's clock.</summary>
    private sealed class TimeServer : IDisposable
    {
        private readonly UdpClient _udp = new(new IPEndPoint(IPAddress.Loopback, 0));

        public TimeServer() => _ = ServeAsync();

        public byte Stratum { get; init; } = 2;

        public string Address => _udp.Client.LocalEndPoint!.ToString()!;

        public static byte[] Answer(ReadOnlySpan<byte> question, DateTimeOffset now, byte stratum)
        {
            var packet = new byte[48];
            packet[0] = 0x24;
            packet[1] = stratum;
            question[40..48].CopyTo(packet.AsSpan(24));
            Write(packet.AsSpan(32), now);
            Write(packet.AsSpan(40), now);
            return packet;
        }

        public void Dispose() => _udp.Dispose();

        private static void Write(Span<byte> at, DateTimeOffset now)
        {
            var since = now - new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var seconds = (long)since.TotalSeconds;
            BinaryPrimitives.WriteUInt32BigEndian(at, unchecked((uint)seconds));
            var rest = since - TimeSpan.FromSeconds(seconds);
            BinaryPrimitives.WriteUInt32BigEndian(at[4..], (uint)(rest.TotalSeconds * 4294967296.0));
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var question = await _udp.ReceiveAsync();
                    await _udp.SendAsync(
                        Answer(question.Buffer, TimeProvider.System.GetUtcNow(), Stratum),
                        question.RemoteEndPoint
                    );
                }
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }
    }
}
