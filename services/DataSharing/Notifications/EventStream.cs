using System.Diagnostics;
using System.Text.Json;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace CaseCoordination.DataSharing.Notifications;

/// <summary>An open connection over which entries are told: one page in memory at a time, written at the reader's pace.</summary>
/// <param name="After">The place that was read last.</param>
/// <param name="Expiry">When the caller's token ends.</param>
internal sealed record EventStream(long After, DateTimeOffset? Expiry) : IResult
{
    private const int PageSize = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var caller = services.GetRequiredService<Caller>();
        var pulse = services.GetRequiredService<EventPulse>();
        var settings = services.GetRequiredService<FeedSettings>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted,
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        if (Expiry - services.GetRequiredService<TimeProvider>().GetUtcNow() is { } left)
        {
            end.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        httpContext.Response.ContentType = "text/event-stream";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            var place = After;
            await BeatAsync(httpContext, caller, place, end.Token);
            var quiet = Stopwatch.StartNew();
            while (true)
            {
                var page = await ReadAsync(services, caller, place, end.Token);
                place = page.Through;
                if (page.Entries.Count > 0)
                {
                    await TellAsync(httpContext, page, end.Token);
                    quiet.Restart();
                    continue;
                }

                // Only time makes it beat: a sign at every commit would tell of what this reader may not know.
                if (quiet.Elapsed >= settings.Heartbeat)
                {
                    await BeatAsync(httpContext, caller, place, end.Token);
                    quiet.Restart();
                }

                var rest = settings.Heartbeat - quiet.Elapsed;
                await pulse.WaitAsync(place, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader left, its token ended, or the service stops: it comes back with Last-Event-ID.
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
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var (_, entry) in page.Entries)
        {
            await http.Response.WriteAsync(
                $"id: {entry.Cursor}\nevent: {entry.Type}\ndata: {JsonSerializer.Serialize(entry, json)}\n\n",
                cancellation
            );
        }

        await http.Response.Body.FlushAsync(cancellation);
    }

    // A comment, and an id without data: nothing is dispatched, but a reader that reconnects resumes from here.
    private static async Task BeatAsync(HttpContext http, Caller caller, long place, CancellationToken cancellation)
    {
        var cursor = await http
            .RequestServices.GetRequiredService<FeedCursors>()
            .OfPlaceAsync(caller.Authority, place, cancellation);
        await http.Response.WriteAsync($": alive\nid: {cursor}\n\n", cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
