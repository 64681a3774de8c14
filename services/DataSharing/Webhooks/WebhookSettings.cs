using System.Net;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Webhooks;

/// <summary>What an operator may set; section <c>Webhooks</c>.</summary>
public sealed record WebhookSettings
{
    /// <summary>32 bytes, base64: enciphers the webhooks' secrets. Without it none can be registered.</summary>
    public string? Key { get; init; }

    /// <summary>Keys used before; what they enciphered stays readable.</summary>
    public string[]? FormerKeys { get; init; }

    /// <summary>Lets webhooks go to this machine itself, also without TLS: for development only.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Networks that are not public and yet may be called, such as 10.20.0.0/16.</summary>
    public string[]? AllowedNetworks { get; init; }

    /// <summary>Time for one delivery, from connecting to the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the former secret signs beside the new one.</summary>
    public TimeSpan FormerSecretFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Pauses after the first, second, ... failure of a delivery; absent for the usual ones. Then the webhook is failing.</summary>
    public TimeSpan[]? RetryAfter { get; init; }

    public int MostPerAuthority { get; init; } = 50;

    // Defaults stand here and not on the property, because the configuration binder would add to them. Those that Standard
    // Webhooks recommends: 3 days and a few hours in all.
    private static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    internal IReadOnlyList<TimeSpan> Pauses => RetryAfter ?? Usual;

    internal PublicAddresses Addresses =>
        new(AllowLoopback, [.. (AllowedNetworks ?? []).Select(n => IPNetwork.Parse(n))]);
}
