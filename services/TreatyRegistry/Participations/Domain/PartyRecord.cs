namespace CaseCoordination.TreatyRegistry.Participations.Domain;

/// <summary>What the register says of an authority's part in an instrument.</summary>
public sealed record PartyRecord
{
    public required string Authority { get; init; }
    public required string InstrumentId { get; init; }

    /// <summary>Version of the stream at which the record was announced.</summary>
    public required long Revision { get; init; }

    /// <summary>One of <see cref="PartyStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>First day in.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day out.</summary>
    public DateOnly? To { get; init; }

    public DateOnly? NoticeGiven { get; init; }

    /// <summary>The list on which the authority stands, where the instrument keeps several.</summary>
    public string? List { get; init; }

    /// <summary>What the authority can do; absent where the list itself says so.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Nobody has checked it against the depositary's list yet.</summary>
    public bool Unverified { get; init; }

    /// <summary>Says the same, at whatever revision.</summary>
    public bool Says(PartyRecord other) =>
        this with { Revision = other.Revision, Capabilities = other.Capabilities } == other
        && (Capabilities is null) == (other.Capabilities is null)
        && (Capabilities ?? []).SequenceEqual(other.Capabilities ?? [], StringComparer.Ordinal);
}

/// <summary>How an authority stands to an instrument.</summary>
public static class PartyStatus
{
    public const string Full = "full";

    /// <summary>It seeks to become party and is bound by nothing yet.</summary>
    public const string Committed = "committed";
    public const string Suspended = "suspended";
    public const string Withdrawn = "withdrawn";

    public static readonly string[] All = [Full, Committed, Suspended, Withdrawn];
}
