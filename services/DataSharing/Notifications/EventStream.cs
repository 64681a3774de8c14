using System.Diagnostics;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>An open connection over which entries are told: one page in memory at a time, written at the reader's pace.</summary>
/// <param name="After">The place that was read last.</param>
internal sealed record EventStream(long After) : IResult
{
    private const int PageSize = 100;

    public Task ExecuteAsync(HttpContext httpContext) =>
        ServerEvents.RunAsync(httpContext, cancellation => TellAsync(httpContext, cancellation));

    private async Task TellAsync(HttpContext http, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var caller = services.GetRequiredService<Caller>();
        var pulse = services.GetRequiredService<EventPulse>();
        var settings = services.GetRequiredService<FeedSettings>();
        var place = After;
        await BeatAsync(http, caller, place, cancellation);
        var quiet = Stopwatch.StartNew();
        while (true)
        {
            var page = await ReadAsync(services, caller, place, cancellation);
            place = page.Through;
            if (page.Entries.Count > 0)
            {
                await TellAsync(http, page, cancellation);
                quiet.Restart();
                continue;
            }

            // Only time makes it beat: a sign at every commit would tell of what this reader may not know.
            if (quiet.Elapsed >= settings.Heartbeat)
            {
                await BeatAsync(http, caller, place, cancellation);
                quiet.Restart();
            }

            var rest = settings.Heartbeat - quiet.Elapsed;
            await pulse.WaitAsync(place, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellation);
        }
    }

    private static async Task<FeedPage> ReadAsync(
        IServiceProvider services,
        Caller caller,
        long place,
        CancellationToken cancellation
    )
    {
        await using var session = services
            .GetRequiredService<AuthoritySessions>()
            .Open(caller.Authority, caller.Subject);
        return await services
            .GetRequiredService<Feed>()
            .ReadAsync(session, caller, place, PageSize, null, cancellation);
    }

    private static async Task TellAsync(HttpContext http, FeedPage page, CancellationToken cancellation)
    {
        foreach (var (_, entry) in page.Entries)
        {
            await ServerEvents.WriteAsync(http, entry.Cursor, entry.Type, entry, cancellation);
        }

        await http.Response.Body.FlushAsync(cancellation);
    }

    private static async Task BeatAsync(HttpContext http, Caller caller, long place, CancellationToken cancellation) =>
        await ServerEvents.BeatAsync(
            http,
            await http
                .RequestServices.GetRequiredService<FeedCursors>()
                .OfPlaceAsync(caller.Authority, place, cancellation),
            cancellation
        );
}
