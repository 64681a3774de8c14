namespace CaseCoordination.Correspondence;

/// <summary>Who may see what arrives from another authority, by what it is over.</summary>
public static class IntakeGroups
{
    // Defaults stand here and not on settings' properties, because the configuration binder would add to them.
    public static string[] For(string over, IReadOnlyDictionary<string, string[]>? set, string[]? otherwise) =>
        set is not null ? set.GetValueOrDefault(over) ?? otherwise ?? ["market-abuse"]
        : over is "crypto-derivatives" or "spot-crypto-assets" ? ["digital-assets"]
        : otherwise ?? ["market-abuse"];
}
