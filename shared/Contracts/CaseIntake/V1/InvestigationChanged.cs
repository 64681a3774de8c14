namespace CaseCoordination.Contracts.CaseIntake.V1;

/// <summary>
/// A case file of an authority changed in what others of its services may build on: who leads, who joined, whether it is under
/// way, and who may see it. Each tells its own change alone; <see cref="Number"/> orders those of one file.
/// </summary>
public sealed record InvestigationChanged
{
    public required Guid CaseId { get; init; }
    public required string Authority { get; init; }

    /// <summary>Version of the file; changes may arrive in any order and more than once.</summary>
    public required long Number { get; init; }

    /// <summary>
    /// opened, revised, filed, invited, joined, left, partner-joined, partner-left, roster, lead-passed, lead-taken, paused,
    /// closed, purged or stated: the file as it is, for a service that has not heard all that came before.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>Who leads from now on.</summary>
    public string? Lead { get; init; }

    /// <summary>The other authority that the change is about.</summary>
    public string? Partner { get; init; }

    /// <summary>Where the file stands, with <c>stated</c>: draft, invited, open, suspended, left or closed.</summary>
    public string? State { get; init; }

    /// <summary>Everybody who has joined; absent when the change does not say.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Counts suspensions and resumptions.</summary>
    public int? Pauses { get; init; }
    public bool? IsSuspended { get; init; }

    /// <summary>Matter code of the treaty vocabulary, and what it is over.</summary>
    public string? Matter { get; init; }
    public string? Over { get; init; }

    /// <summary>Groups and people who may see the file.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
    public IReadOnlyList<string>? MembersWithAccess { get; init; }
    public required DateTimeOffset At { get; init; }
}
