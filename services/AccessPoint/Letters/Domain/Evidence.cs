namespace CaseCoordination.AccessPoint.Letters.Domain;

/// <summary>One thing that happened to a letter, as proof shows it.</summary>
public sealed record Evidence(string What, DateTimeOffset At, string? Detail = null);

/// <summary>The steps of a letter, in order.</summary>
public static class Steps
{
    public const string Relay = "relay";
    public const string Delivery = "delivery";
    public const string Retrieval = "retrieval";
}
