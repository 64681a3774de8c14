using System.Diagnostics;
using System.Globalization;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Board;

/// <summary>An open connection over which a board is told; one board in memory at a time, written at the reader's pace.</summary>
/// <param name="Seen">The version that the reader has.</param>
internal sealed record BoardStream(Guid Id, long Seen) : IResult
{
    // Commits of other files wake it too; a board is not looked at more often than this.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    public Task ExecuteAsync(HttpContext httpContext) =>
        ServerEvents.RunAsync(httpContext, cancellation => TellAsync(httpContext, cancellation));

    private async Task TellAsync(HttpContext http, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var pulse = services.GetRequiredService<EventPulse>();
        var heartbeat = services.GetRequiredService<ActionSettings>().Heartbeat;
        var seen = Seen;
        await ServerEvents.BeatAsync(http, null, cancellation);
        var quiet = Stopwatch.StartNew();
        while (true)
        {
            var mark = pulse.Mark;
            if (await FindAsync(services, cancellation) is not { } board)
            {
                return;
            }

            if (board.Version != seen)
            {
                seen = board.Version;
                var answer = new BoardAnswer(
                    board,
                    services.GetRequiredService<TimeProvider>().GetUtcNow(),
                    services.GetRequiredService<IClockQuality>().Current
                );
                await ServerEvents.SendAsync(
                    http,
                    seen.ToString(CultureInfo.InvariantCulture),
                    "board",
                    answer,
                    cancellation
                );
                quiet.Restart();
            }
            else if (quiet.Elapsed >= heartbeat)
            {
                // Only time makes it beat: a sign at every commit would tell of what this reader may not know.
                await ServerEvents.BeatAsync(http, null, cancellation);
                quiet.Restart();
            }

            await Task.Delay(Gather, cancellation);
            var rest = heartbeat - quiet.Elapsed;
            await pulse.WaitAsync(mark, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellation);
        }
    }

    private async Task<ActionBoard?> FindAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var caller = services.GetRequiredService<Caller>();
        await using var session = services
            .GetRequiredService<AuthoritySessions>()
            .Open(caller.Authority, caller.Subject);
        return await session.FindBoardAsync(Id, caller, cancellation);
    }
}
