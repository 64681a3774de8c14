namespace CaseCoordination.Correspondence;

/// <summary>Who acts, when, and the seed from which every id that the act needs is derived.</summary>
public sealed record Turn(string By, Guid Seed, DateTimeOffset Now);
