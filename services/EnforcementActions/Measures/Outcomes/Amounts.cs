using System.Globalization;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Measures;

/// <summary>Amounts as exact decimals.</summary>
internal static class Amounts
{
    /// <summary>The amount; null when the text is none, or not of a size that amounts have.</summary>
    public static decimal? Read(string? text) =>
        text is { Length: > 0 and <= 24 }
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    public static string Write(decimal amount) =>
        (amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>True for no money, and for money with a readable amount and a currency.</summary>
    public static bool AreRight(Money? money) =>
        money is null || (Read(money.Amount) is not null && money.Currency is { Length: 3 });
}
