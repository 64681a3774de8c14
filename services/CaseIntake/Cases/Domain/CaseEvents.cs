namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>Everything that can happen to one authority's case file; stored names are in <c>CasesModule</c>.</summary>
public abstract record CaseEvent;

// The file itself.
public sealed record CaseOpened(
    Guid CaseId,
    string Authority,
    string Reference,
    string Title,
    Matter Matter,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record CaseRevised(
    string Title,
    Matter Matter,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record SubjectAdded(
    Guid SubjectId,
    string Kind,
    string Name,
    SubjectIdentifier[] Identifiers,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record AllegationAdded(Guid AllegationId, string Text, string[] Provisions, string By, DateTimeOffset At)
    : CaseEvent;

public sealed record ExhibitAdded(
    Guid ExhibitId,
    string Title,
    string FileName,
    string MediaType,
    long Size,
    string Sha256,
    string Tlp,
    string Handling,
    string Provenance,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record ExhibitStored(Guid ExhibitId, string By, DateTimeOffset At) : CaseEvent;

public sealed record CaseSuspended(int Number, string Reason, string By, DateTimeOffset At) : CaseEvent;

public sealed record CaseResumed(int Number, string By, DateTimeOffset At) : CaseEvent;

public sealed record CaseClosed(string Outcome, string Summary, string By, DateTimeOffset At) : CaseEvent;

public sealed record CaseArchived(DateTimeOffset RetainUntil, string By, DateTimeOffset At) : CaseEvent;

public sealed record CasePurged(string By, DateTimeOffset At) : CaseEvent;

// The lead's side of a joint investigation.
public sealed record CaseFiled(
    string[] Assistance,
    string Message,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts,
    string Tlp,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record PartnerInvited(
    string Authority,
    int Round,
    Guid LetterId,
    string? Instrument,
    bool Pinned,
    string? ReplyBy,
    DateTimeOffset WarnAt,
    DateTimeOffset FailAt,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record InvitationWithdrawn(string Authority, string By, DateTimeOffset At) : CaseEvent;

public sealed record PartnerAcknowledged(string Authority, DateTimeOffset At) : CaseEvent;

public sealed record PartnerJoined(string Authority, DateTimeOffset At) : CaseEvent;

public sealed record PartnerDeclined(string Authority, string Ground, string Reason, DateTimeOffset At) : CaseEvent;

public sealed record PartnerLeft(string Authority, string Reason, DateTimeOffset At) : CaseEvent;

public sealed record PartnerClosed(string Authority, string Outcome, string Summary, DateTimeOffset At) : CaseEvent;

public sealed record LeadOffered(
    Guid LetterId,
    string To,
    DateTimeOffset AnswerBy,
    DateTimeOffset LapsesAt,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record LeadPassed(string To, DateTimeOffset At) : CaseEvent;

public sealed record LeadOfferRefused(string Partner, string Reason, DateTimeOffset At) : CaseEvent;

// A partner's side.
public sealed record InvitationReceived(
    Guid CaseId,
    string Authority,
    string Reference,
    string From,
    int Round,
    Guid LetterId,
    string Title,
    Matter Matter,
    string[] Assistance,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts,
    string Message,
    string? ReplyBy,
    string Tlp,
    int Term,
    Basis Basis,
    string[] Groups,
    DateTimeOffset WarnAt,
    DateTimeOffset FailAt,
    DateTimeOffset At
) : CaseEvent;

public sealed record InvitationAcknowledged(string By, DateTimeOffset At) : CaseEvent;

public sealed record InvestigationJoined(string By, DateTimeOffset At) : CaseEvent;

public sealed record InvitationDeclined(string Ground, string Reason, string By, DateTimeOffset At) : CaseEvent;

public sealed record InvitationTakenBack(string By, DateTimeOffset At) : CaseEvent;

public sealed record InvestigationLeft(string Reason, string By, DateTimeOffset At) : CaseEvent;

public sealed record RosterReceived(
    string Lead,
    int Term,
    int Sequence,
    string[] Members,
    int Pauses,
    bool IsSuspended,
    DateTimeOffset At
) : CaseEvent;

public sealed record LeadOfferReceived(
    Guid LetterId,
    string From,
    string[] Members,
    int Pauses,
    DateTimeOffset AnswerBy,
    DateTimeOffset At
) : CaseEvent;

public sealed record LeadTaken(string By, DateTimeOffset At) : CaseEvent;

public sealed record LeadDeclined(string Reason, string By, DateTimeOffset At) : CaseEvent;

public sealed record LeadClosed(string Lead, string Outcome, string Summary, DateTimeOffset At) : CaseEvent;

/// <summary>What other services build on, told once more as it is; nothing of the case changes.</summary>
/// <param name="State">draft, invited, open, suspended, left or closed.</param>
public sealed record CaseStated(
    string State,
    string Lead,
    string[] Joined,
    int Pauses,
    string Matter,
    string Over,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : CaseEvent;

// Letters and clocks.
public sealed record LetterWritten(
    Guid CaseId,
    Guid LetterId,
    string To,
    string Kind,
    string Content,
    Ask? Ask,
    Guid? ReliesOn,
    bool Closing,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
) : CaseEvent;

public sealed record RosterNumbered(int Term, int Sequence, DateTimeOffset At) : CaseEvent;

public sealed record LetterTaken(
    Guid LetterId,
    string From,
    string Kind,
    string[] VisibleTo,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
) : CaseEvent;

public sealed record LetterSetAside(Guid LetterId, string From, string Reason, DateTimeOffset At) : CaseEvent;

public sealed record LetterMoved(
    Guid LetterId,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    Basis? Basis,
    DateTimeOffset At
) : CaseEvent;

public sealed record ClockMoved(string Key, DateTimeOffset WarnAt, DateTimeOffset FailAt, DateTimeOffset At)
    : CaseEvent;

public sealed record ClockWarned(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : CaseEvent;

public sealed record ClockFailed(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : CaseEvent;
