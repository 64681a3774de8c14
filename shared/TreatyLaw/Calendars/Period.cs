namespace CaseCoordination.TreatyLaw;

/// <summary>The units in which instruments count time.</summary>
public enum PeriodUnit
{
    Hours,
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// <summary>A length of time as an instrument states it.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    public static PeriodUnit? ParseUnit(string? unit) =>
        unit switch
        {
            "hours" => PeriodUnit.Hours,
            "days" => PeriodUnit.Days,
            "workingDays" => PeriodUnit.WorkingDays,
            "weeks" => PeriodUnit.Weeks,
            "months" => PeriodUnit.Months,
            "years" => PeriodUnit.Years,
            _ => null,
        };
}
