using System.Net;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>What an operator may set of carrying out measures; section <c>Measures</c>.</summary>
public sealed record MeasureSettings
{
    /// <summary>Lets connections go to this machine itself, also without TLS: for development only.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Networks that are not public and yet may be called, such as 10.20.0.0/16.</summary>
    public string[]? AllowedNetworks { get; init; }

    /// <summary>Pauses after the first, second, ... attempt that brought no answer; the last one stays. Absent for the usual ones.</summary>
    public TimeSpan[]? RetryAfter { get; init; }

    /// <summary>After this time without an answer that counts, a connection is not asked again.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    // Defaults stand here and not on the property, because the configuration binder would add to them.
    private static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
    ];

    internal IReadOnlyList<TimeSpan> Pauses => RetryAfter ?? Usual;

    internal PublicAddresses Addresses =>
        new(AllowLoopback, [.. (AllowedNetworks ?? []).Select(n => IPNetwork.Parse(n))]);
}
