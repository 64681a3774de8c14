using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>
/// What an operator may set; section <c>Requests</c>. Days are working days of the authority that has to act, and hold where the
/// instrument says nothing.
/// </summary>
public sealed record RequestSettings
{
    public int AcknowledgementWarnDays { get; init; } = 3;
    public int AcknowledgementDays { get; init; } = 5;
    public int AnswerDays { get; init; } = 20;
    public int UrgentAnswerDays { get; init; } = 5;

    /// <summary>How long before an answer is due its clock warns.</summary>
    public TimeSpan AnswerWarnBefore { get; init; } = TimeSpan.FromDays(3);
    public int ClarificationWarnDays { get; init; } = 5;

    /// <summary>A request whose clarification is not answered by then lapses.</summary>
    public int ClarificationDays { get; init; } = 10;
    public int ConfirmationWarnDays { get; init; } = 3;

    /// <summary>An oral request that is not confirmed in writing by then lapses.</summary>
    public int ConfirmationDays { get; init; } = 5;
    public int EscalationWarnDays { get; init; } = 5;
    public int EscalationDays { get; init; } = 10;
    public int ClosingWarnDays { get; init; } = 10;
    public int ClosingDays { get; init; } = 20;

    /// <summary>Folder of the instruments' forms; without it a request is checked by the law alone.</summary>
    public string? Forms { get; init; }

    /// <summary>Who may see a request that arrives, by what its matters are over; absent for the usual groups.</summary>
    public IReadOnlyDictionary<string, string[]>? IntakeGroups { get; init; }

    /// <summary>Who may see a request over anything else; absent for the usual group.</summary>
    public string[]? OtherIntakeGroups { get; init; }

    public string[] IntakeGroupsFor(Content content) =>
        Shapes.Distinct(
            content.Matters.SelectMany(m => Correspondence.IntakeGroups.For(m.Over, IntakeGroups, OtherIntakeGroups))
        );

    /// <summary>The time within which an authority has to act, from an instant.</summary>
    internal TimeLimit Within(Calendars calendars, string authority, DateTimeOffset start, Allowance allowance)
    {
        var (warn, fail) = allowance switch
        {
            Allowance.Acknowledgement => (AcknowledgementWarnDays, AcknowledgementDays),
            Allowance.Clarification => (ClarificationWarnDays, ClarificationDays),
            Allowance.Confirmation => (ConfirmationWarnDays, ConfirmationDays),
            Allowance.Escalation => (EscalationWarnDays, EscalationDays),
            _ => (ClosingWarnDays, ClosingDays),
        };
        return new TimeLimit(calendars.After(authority, start, warn), calendars.After(authority, start, fail));
    }

    /// <summary>An answer's due date, with the time of its warning.</summary>
    internal Due DueAt(int number, DateTimeOffset start, DateTimeOffset at) =>
        new(number, WarnBefore(at - AnswerWarnBefore, start, at), at);

    /// <summary>When to warn of a due time: at the usual time, or half-way where little time is given; never at once.</summary>
    internal static DateTimeOffset WarnBefore(DateTimeOffset usual, DateTimeOffset start, DateTimeOffset at) =>
        usual > start && usual < at ? usual : start + ((at - start) / 2);
}

/// <summary>What an authority is allowed time for.</summary>
internal enum Allowance
{
    Acknowledgement,
    Clarification,
    Confirmation,
    Escalation,
    Closing,
}
