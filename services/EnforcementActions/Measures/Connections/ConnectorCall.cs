namespace CaseCoordination.EnforcementActions.Measures.Connections;

/// <summary>
/// How often an instruction was sent and when it is sent again, and which replica is at it. One that dies between a call and its
/// record leaves a lease that runs out; whoever takes over sends the same key.
/// </summary>
public sealed record ConnectorCall
{
    /// <summary>The instruction's.</summary>
    public required Guid Id { get; init; }

    /// <summary>Marten's revision: two writers never overwrite each other.</summary>
    public int Version { get; set; }
    public int Attempts { get; init; }
    public DateTimeOffset NextAt { get; init; }
    public string? LeaseBy { get; init; }
    public DateTimeOffset LeaseUntil { get; init; }

    public ConnectorCall Held(string by, DateTimeOffset until) => this with { LeaseBy = by, LeaseUntil = until };

    /// <summary>One more attempt; the pause that is set for it, or longer where the other side asks for that.</summary>
    public ConnectorCall Asked(DateTimeOffset at, IReadOnlyList<TimeSpan> pauses, DateTimeOffset? askedFor)
    {
        var pause = at + pauses[Math.Min(Attempts, pauses.Count - 1)];
        var longest = at + pauses.Max();
        var asked = askedFor > longest ? longest : askedFor;
        return this with
        {
            Attempts = Attempts + 1,
            NextAt = asked > pause ? asked.Value : pause,
            LeaseBy = null,
            LeaseUntil = default,
        };
    }
}
