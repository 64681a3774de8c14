namespace CaseCoordination.EnforcementActions.Deconfliction;

/// <summary>What an operator may set; section <c>Deconfliction</c>.</summary>
public sealed record DeconflictionSettings
{
    /// <summary>Measures at the same place meet when no more hours than this are between them.</summary>
    public int WindowHours { get; init; } = 48;

    /// <summary>So many inquiries of one authority are answered on a day (UTC), so that nobody fishes.</summary>
    public int InquiriesPerDay { get; init; } = 20;
}
