using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>
/// A venue in small, at the other end of the lead's connection: it freezes what it is told to freeze, once for each key, and says
/// with its signature what it did.
/// </summary>
internal sealed class Venue : IAsyncDisposable
{
    /// <summary>Whose connection leads here, and its name there.</summary>
    public const string Holder = "XA-SMA";
    public const string Name = "custodian";

    private readonly HttpListener? _listener;
    private readonly byte[] _secret;
    private readonly Task _serving;
    private readonly Dictionary<string, DateTimeOffset> _done = new(StringComparer.Ordinal);

    private Venue(HttpListener? listener, byte[] secret)
    {
        (_listener, _secret) = (listener, secret);
        _serving = listener is null ? Task.CompletedTask : ServeAsync(listener);
    }

    /// <summary>False where no connection of the node leads here.</summary>
    public bool IsConnected => _listener is not null;

    /// <summary>How many different instructions it carried out, and how often it was told.</summary>
    public int Effects => _done.Count;

    public int Calls { get; private set; }

    /// <summary>Listens where deploy/up has told the node that it would; nowhere without that.</summary>
    public static Venue Open(Func<string, string?> environment)
    {
        if (environment("CC_DEMO_VENUE_URL") is not { Length: > 0 } address)
        {
            return new Venue(null, []);
        }

        var listener = new HttpListener();
        listener.Prefixes.Add(address.EndsWith('/') ? address : $"{address}/");
        try
        {
            listener.Start();
        }
        catch (HttpListenerException problem)
        {
            throw new StoryFailure($"The venue cannot listen at {address}: {problem.Message}");
        }

        return new Venue(listener, Convert.FromBase64String(environment("CC_DEMO_VENUE_SECRET") ?? ""));
    }

    public async ValueTask DisposeAsync()
    {
        _listener?.Close();
        await _serving;
    }

    private async Task ServeAsync(HttpListener listener)
    {
        while (true)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                if (!listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var id = call.Request.Headers["webhook-id"] ?? "";
        using var response = call.Response;
        if (!IsSigned(call.Request, id, body))
        {
            response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        Calls++;
        var now = TimeProvider.System.GetUtcNow();
        _done.TryAdd(id, now);
        var answer = JsonSerializer.Serialize(
            new
            {
                State = "executed",
                Number = $"CUST-{_done.Count}",
                EffectiveAt = _done[id],
            },
            JsonSerializerOptions.Web
        );
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/json";
        response.Headers["webhook-id"] = id;
        response.Headers["webhook-timestamp"] = timestamp;
        response.Headers["webhook-signature"] = $"v1,{Convert.ToBase64String(HashOf(id, timestamp, answer))}";
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
    }

    private bool IsSigned(HttpListenerRequest request, string id, string body)
    {
        var expected = $"v1,{Convert.ToBase64String(HashOf(id, request.Headers["webhook-timestamp"] ?? "", body))}";
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes(request.Headers["webhook-signature"] ?? "")
        );
    }

    private byte[] HashOf(string id, string timestamp, string body) =>
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
}
