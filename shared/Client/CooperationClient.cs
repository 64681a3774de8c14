using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>Where an agency's system calls, and as whom.</summary>
public sealed record ClientOptions
{
    /// <summary>Address of the node's APIs.</summary>
    public required Uri Address { get; init; }

    /// <summary>The issuer's token endpoint.</summary>
    public required Uri TokenAddress { get; init; }

    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>Tells when a token ends, and waits between attempts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>
/// An agency's system at its node: one group of calls for each resource. What the service refuses is an
/// <see cref="ApiProblemException"/>; what could not be heard is repeated, and has one effect.
/// </summary>
public sealed class CooperationClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Over a client that knows the address and the token already.</summary>
    public CooperationClient(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
        var api = new Api(http);
        Requests = new RequestsClient(api);
        Events = new EventsClient(api);
        Webhooks = new WebhooksClient(api);
        Statistics = new StatisticsClient(api);
        Records = new RecordsClient(api);
        Packages = new PackagesClient(api);
        Holdings = new HoldingsClient(api);
        Notices = new NoticesClient(api);
        Actions = new ActionsClient(api);
        Measures = new MeasuresClient(api);
    }

    public RequestsClient Requests { get; }

    public EventsClient Events { get; }

    public WebhooksClient Webhooks { get; }

    public StatisticsClient Statistics { get; }

    public RecordsClient Records { get; }

    public PackagesClient Packages { get; }

    public HoldingsClient Holdings { get; }

    public NoticesClient Notices { get; }

    public ActionsClient Actions { get; }

    public MeasuresClient Measures { get; }

    /// <summary>With client credentials: tokens are fetched, kept and renewed as needed.</summary>
    public static CooperationClient Connect(ClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wire = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var tokens = new ClientCredentials(options) { InnerHandler = wire };
        var patience = new Patience(options.Clock) { InnerHandler = tokens };
        return new CooperationClient(new HttpClient(patience) { BaseAddress = options.Address });
    }

    public void Dispose() => _http.Dispose();
}
