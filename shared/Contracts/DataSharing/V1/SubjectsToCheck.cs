namespace CaseCoordination.Contracts.DataSharing.V1;

/// <summary>A partner told something about these subjects; which of this authority's case files know them?</summary>
public sealed record SubjectsToCheck
{
    /// <summary>Names the check in the answer; asking again under the same id has no second effect.</summary>
    public required Guid CheckId { get; init; }

    public required string Authority { get; init; }
    public required IReadOnlyList<CheckedIdentifier> Identifiers { get; init; }
}

/// <summary>An identifier in its normalised spelling.</summary>
public sealed record CheckedIdentifier(string Scheme, string Value);
