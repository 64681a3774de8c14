namespace CaseCoordination.Contracts.CaseIntake.V1;

/// <summary>Whether case files know the subjects of a check: whom to speak to for each hit, and nothing else of the case.</summary>
public sealed record SubjectsChecked
{
    public required Guid CheckId { get; init; }
    public required string Authority { get; init; }

    /// <summary>Distinct contacts, sorted; none is a no-hit.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    public required DateTimeOffset At { get; init; }
}
