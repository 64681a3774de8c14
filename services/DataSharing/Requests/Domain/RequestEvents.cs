namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>
/// Everything that can happen to a request, on either side; stored names are in <c>RequestsModule</c>. What one side does and
/// the other is told is the same event in both files.
/// </summary>
public abstract record RequestEvent;

// The asker's draft.
public sealed record RequestDrafted(
    Guid RequestId,
    Guid AskId,
    string Authority,
    string Reference,
    string To,
    Guid? CaseId,
    Content Content,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record RequestRevised(Content Content, string By, DateTimeOffset At) : RequestEvent;

public sealed record RequestSplit(Part Part, Matter[] Matters, string By, DateTimeOffset At) : RequestEvent;

public sealed record AccessChanged(string[] Groups, string[] Members, string By, DateTimeOffset At) : RequestEvent;

// Consultation, off the clock.
public sealed record ConsultationSent(int Number, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

public sealed record ConsultationReceived(
    Guid RequestId,
    Guid AskId,
    string Authority,
    string Reference,
    string From,
    string TheirReference,
    int Number,
    Content Content,
    Basis Basis,
    string[] Groups,
    Guid LetterId,
    DateTimeOffset At
) : RequestEvent;

public sealed record ConsultationAnswered(
    int Number,
    string Advice,
    string Comment,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

// Submission.
public sealed record RequestSubmitted(
    int Number,
    Due Due,
    TimeLimit Acknowledge,
    TimeLimit? Confirm,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record RequestReceived(
    Guid RequestId,
    Guid AskId,
    string Authority,
    string Reference,
    string From,
    string TheirReference,
    int Number,
    Content Content,
    Basis Basis,
    string[] Groups,
    Due Due,
    TimeLimit Acknowledge,
    TimeLimit? Confirm,
    Guid LetterId,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
) : RequestEvent;

/// <summary>Rules were weighed as the request arrived; one of them answered it, or a person has to.</summary>
/// <param name="Decision">The law's decision that it rested on, in its canonical text.</param>
public sealed record AutomaticAnswerWeighed(
    WeighedRule[] Rules,
    Guid? AnsweredBy,
    long? Records,
    string? Decision,
    DateTimeOffset At
) : RequestEvent;

public sealed record RequestConfirmed(string Statement, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

// The asked authority's acts.
public sealed record RequestAcknowledged(Due Due, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

public sealed record ClarificationAsked(
    int Number,
    string Question,
    TimeLimit Answer,
    Due Paused,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record ClarificationGiven(int Number, string Reply, Due Due, Guid LetterId, string By, DateTimeOffset At)
    : RequestEvent;

public sealed record RequestAccepted(string Note, Due Due, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

public sealed record RequestPartAnswered(
    int Number,
    string Text,
    Guid[] Packages,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record RequestAnswered(
    int Round,
    string Text,
    Guid[] Packages,
    TimeLimit CloseBy,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record DutyFulfilled(string Duty, string Note, string By, DateTimeOffset At) : RequestEvent;

public sealed record RequestRefused(
    int Round,
    string Ground,
    string Reason,
    string[] Citations,
    string[] Duties,
    TimeLimit CloseBy,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record DueExtended(Due Due, string Reason, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

// Ends and disagreements.
public sealed record RequestWithdrawn(string Reason, Guid? LetterId, string By, DateTimeOffset At) : RequestEvent;

public sealed record RequestLapsed(string Cause, Guid LetterId, string By, DateTimeOffset At) : RequestEvent;

public sealed record RequestEscalated(
    int Number,
    int Round,
    string Level,
    string Reason,
    TimeLimit Answer,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record EscalationDecided(
    int Number,
    string Result,
    string Statement,
    Due Due,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

public sealed record RequestClosed(
    int? Timeliness,
    int? Usefulness,
    string? Comment,
    Guid? LetterId,
    string By,
    DateTimeOffset At
) : RequestEvent;

// Letters and clocks.
public sealed record LetterWritten(
    Guid RequestId,
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
) : RequestEvent;

public sealed record LetterTaken(
    Guid LetterId,
    string From,
    string Kind,
    string[] VisibleTo,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
) : RequestEvent;

public sealed record LetterSetAside(Guid LetterId, string From, string Reason, DateTimeOffset At) : RequestEvent;

public sealed record LetterMoved(
    Guid LetterId,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    Basis? Basis,
    DateTimeOffset At
) : RequestEvent;

public sealed record ClockWarned(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : RequestEvent;

public sealed record ClockFailed(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : RequestEvent;
