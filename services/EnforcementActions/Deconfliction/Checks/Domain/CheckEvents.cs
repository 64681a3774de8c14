using CaseCoordination.EnforcementActions.Deconfliction.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;

/// <summary>What happens to the inquiries of one authority on one day, where they are answered.</summary>
public abstract record CheckEvent;

/// <summary>An inquiry, and what was found for it.</summary>
/// <param name="ActionId">The asker's action, which is not known here.</param>
/// <param name="Sought">Keys of the targets that were asked about.</param>
/// <param name="Groups">Who may see that it was asked.</param>
public sealed record InquiryTaken(
    string Asker,
    Guid LetterId,
    Guid ActionId,
    int Number,
    string[] Sought,
    string[] Places,
    DateTimeOffset From,
    DateTimeOffset Until,
    Hit[] Hits,
    string? Declined,
    string[] Groups,
    DateTimeOffset At
) : CheckEvent;

/// <summary>A letter that could not be read.</summary>
public sealed record InquirySetAside(string Asker, Guid LetterId, string Reason, string[] Groups, DateTimeOffset At)
    : CheckEvent;

public sealed record InquiryAnswered(
    Guid LetterId,
    string To,
    Guid ActionId,
    string Content,
    Guid ReliesOn,
    string[] VisibleTo,
    DateTimeOffset At
) : CheckEvent;

/// <summary>What the border tells of an answer.</summary>
public sealed record InquiryAnswerMoved(Guid LetterId, string State, string? Reason, DateTimeOffset At) : CheckEvent;
