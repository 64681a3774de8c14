using System.Globalization;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.RegistryReplica;

/// <summary>Calendar days as the registry's contracts write them.</summary>
public static class IsoDate
{
    public static DateOnly Read(string text) =>
        LawDates.Parse(text) ?? throw new InvalidDataException($"'{text}' is not a date that exists.");

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
