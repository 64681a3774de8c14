namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>A connection to whoever carries measures out, such as a venue that freezes accounts; section <c>Connectors:authority:name</c>.</summary>
public sealed record Connector
{
    public required Uri Url { get; init; }

    /// <summary>At least 24 bytes, base64: signs what is sent, and what is answered.</summary>
    public required string Secret { get; init; }

    /// <summary>Time for one call, from connecting to the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Nothing of the secret: records print what they hold.</summary>
    public override string ToString() => Url.Host;
}

/// <summary>The connections of the hosted authorities, by authority and name.</summary>
public sealed class Connectors
{
    private const int ShortestSecret = 24;
    private readonly Dictionary<(string Authority, string Name), (Connector Connector, byte[] Secret)> _known = [];

    /// <summary>Reads the connections; one that cannot work stops the start, and not the measure at T-0.</summary>
    public Connectors(IConfiguration configuration, MeasureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var authority in configuration.GetSection("Connectors").GetChildren())
        {
            foreach (var named in authority.GetChildren())
            {
                var connector =
                    named.Get<Connector>() ?? throw new InvalidOperationException($"{named.Path} is no connection.");
                if (connector.Url is null || settings.Addresses.Refuse(connector.Url.OriginalString) is not null)
                {
                    throw new InvalidOperationException($"{named.Path}:Url is no https address that may be called.");
                }

                _known[(authority.Key, named.Key)] = (connector, SecretOf(connector.Secret, named.Path));
            }
        }
    }

    public bool Knows(string authority, string name) => _known.ContainsKey((authority, name));

    /// <summary>The connection and its secret; null for a name that is not configured.</summary>
    public (Connector Connector, byte[] Secret)? Find(string authority, string? name) =>
        name is not null && _known.TryGetValue((authority, name), out var found) ? found : null;

    private static byte[] SecretOf(string? text, string path)
    {
        var secret = new byte[(text ?? "").Length];
        return Convert.TryFromBase64String(text ?? "", secret, out var length) && length >= ShortestSecret
            ? secret[..length]
            : throw new InvalidOperationException($"{path}:Secret is at least {ShortestSecret} bytes in base64.");
    }
}
