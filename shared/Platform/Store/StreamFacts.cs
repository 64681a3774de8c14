namespace CaseCoordination.Platform.Store;

/// <summary>What a view may know besides the state: which stream, whose, at which version, changed when.</summary>
public sealed record StreamFacts(Guid Id, string Authority, long Version, DateTimeOffset ChangedAt);
