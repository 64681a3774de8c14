using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// What an operator may set; section <c>Holdings</c>. Days are working days of the authority that has to act, unless stated
/// otherwise.
/// </summary>
public sealed record HoldingSettings
{
    /// <summary>Domestic limit: calendar days that any item may be kept; absent where domestic law sets none.</summary>
    public int? KeepDays { get; init; }

    /// <summary>Calendar days before its end that a retention warns.</summary>
    public int RetentionWarnDays { get; init; } = 30;
    public int DeletionWarnDays { get; init; } = 5;

    /// <summary>What may not be kept any longer has to be deleted within so many days.</summary>
    public int DeletionDays { get; init; } = 10;
    public int ReceiptWarnDays { get; init; } = 1;

    /// <summary>A recall or correction that is not confirmed everywhere by then is shown as a gap.</summary>
    public int ReceiptDays { get; init; } = 3;
    public int ConsentWarnDays { get; init; } = 5;
    public int ConsentDays { get; init; } = 10;

    internal Limit DeleteBy(Calendars calendars, string holder, DateTimeOffset start) =>
        Within(calendars, holder, start, DeletionWarnDays, DeletionDays);

    internal Limit ConfirmBy(Calendars calendars, string recipient, DateTimeOffset start) =>
        Within(calendars, recipient, start, ReceiptWarnDays, ReceiptDays);

    /// <summary>The originator whose working days end last sets the time for all.</summary>
    internal Limit AnswerBy(Calendars calendars, IEnumerable<string> originators, DateTimeOffset start) =>
        originators
            .Select(o => Within(calendars, o, start, ConsentWarnDays, ConsentDays))
            .OrderByDescending(l => l.At)
            .First();

    private static Limit Within(Calendars calendars, string authority, DateTimeOffset start, int warn, int fail) =>
        new(calendars.After(authority, start, warn), calendars.After(authority, start, fail));
}
