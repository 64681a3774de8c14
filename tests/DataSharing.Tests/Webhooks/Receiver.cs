using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CaseCoordination.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.DataSharing.Tests.Webhooks;

/// <summary>A delivery as an agency's system got it.</summary>
internal sealed record Got(string Id, long Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
    public string Type => (string)Json["type"]!;
    public Guid Subject => (Guid)Json["data"]!["subject"]!;
}

/// <summary>An agency's system that takes deliveries, or does not.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Got> All { get; } = new();

    /// <summary>What it answers; 200 unless told otherwise.</summary>
    public Func<Got, HttpContext, IResult> Answer { get; set; } = (_, _) => Results.Ok();

    public string Url => _app.Urls.First() + "/in";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(app);
        app.MapPost(
            "/in",
            async (HttpContext http) =>
            {
                using var reader = new StreamReader(http.Request.Body);
                var got = new Got(
                    http.Request.Headers["webhook-id"].ToString(),
                    long.Parse(http.Request.Headers["webhook-timestamp"].ToString(), CultureInfo.InvariantCulture),
                    http.Request.Headers["webhook-signature"].ToString(),
                    await reader.ReadToEndAsync()
                );
                receiver.All.Enqueue(got);
                return receiver.Answer(got, http);
            }
        );
        await app.StartAsync();
        return receiver;
    }

    public Task<IReadOnlyList<Got>> WaitAsync(int count, string what) =>
        Eventually.GetAsync(() => Task.FromResult<IReadOnlyList<Got>>([.. All]), got => got.Count >= count, what);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
