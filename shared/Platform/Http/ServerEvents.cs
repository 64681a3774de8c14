using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseCoordination.Platform.Http;

/// <summary>Answers that stay open and tell events as they happen (<c>text/event-stream</c>).</summary>
public static class ServerEvents
{
    /// <summary>Keeps the answer open while this runs; ends it when the reader leaves, its token ends or the service stops.</summary>
    public static async Task RunAsync(HttpContext http, Func<CancellationToken, Task> tell)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(tell);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        if (ExpiryOf(http) - http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() is { } left)
        {
            end.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await tell(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader left, its token ended, or the service stops: it comes back with Last-Event-ID.
        }
    }

    /// <summary>Tells one event at once.</summary>
    public static async Task SendAsync<T>(
        HttpContext http,
        string id,
        string type,
        T data,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(http);
        await WriteAsync(http, id, type, data, cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }

    /// <summary>Writes one event; it is on its way when the answer is flushed.</summary>
    public static Task WriteAsync<T>(HttpContext http, string id, string type, T data, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return http.Response.WriteAsync(
            $"id: {id}\nevent: {type}\ndata: {JsonSerializer.Serialize(data, json)}\n\n",
            cancellation
        );
    }

    /// <summary>A comment, and with a place an id without data: nothing is dispatched, but a reader resumes from there.</summary>
    public static async Task BeatAsync(HttpContext http, string? place, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        await http.Response.WriteAsync(place is null ? ": alive\n\n" : $": alive\nid: {place}\n\n", cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }

    private static DateTimeOffset? ExpiryOf(HttpContext http) =>
        long.TryParse(
            http.User.FindFirst("exp")?.Value,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
