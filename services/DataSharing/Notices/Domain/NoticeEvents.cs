namespace CaseCoordination.DataSharing.Notices.Domain;

/// <summary>Everything that can happen to a notice, on either side; stored names are in <c>NoticesModule</c>.</summary>
public abstract record NoticeEvent;

public sealed record NoticeDrafted(
    Guid NoticeId,
    string Authority,
    string Reference,
    NoticeContent Content,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : NoticeEvent;

public sealed record NoticeRevised(NoticeContent Content, string By, DateTimeOffset At) : NoticeEvent;

public sealed record NoticeOffered(Offer[] Offers, string By, DateTimeOffset At) : NoticeEvent;

public sealed record NoticeWithdrawn(string Reason, string By, DateTimeOffset At) : NoticeEvent;

public sealed record NoticeReceived(
    Guid NoticeId,
    string Authority,
    string Reference,
    string From,
    string TheirReference,
    NoticeContent Content,
    Basis Basis,
    string[] Groups,
    Guid LetterId,
    DateTimeOffset At
) : NoticeEvent;

/// <summary>The subjects were looked up in one place of this authority's own; a hit names a contact and nothing else.</summary>
public sealed record NoticeChecked(string Where, string[] Contacts, DateTimeOffset At) : NoticeEvent;

/// <summary>What the recipient's registers know of the subjects.</summary>
public sealed record NoticeOutcome(string Partner, bool IsHit, string? Contact, Guid LetterId, DateTimeOffset At)
    : NoticeEvent;

public sealed record NoticeAcknowledged(string Partner, string? Comment, Guid LetterId, string By, DateTimeOffset At)
    : NoticeEvent;

public sealed record NoticeLetterWritten(
    Guid NoticeId,
    Guid LetterId,
    string To,
    string Kind,
    string Content,
    NoticeAsk? Ask,
    Guid? ReliesOn,
    bool Closing,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
) : NoticeEvent;

public sealed record NoticeLetterTaken(
    Guid LetterId,
    string From,
    string Kind,
    string[] VisibleTo,
    string? SetAside,
    DateTimeOffset At
) : NoticeEvent;

public sealed record NoticeLetterMoved(
    Guid LetterId,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    Basis? Basis,
    DateTimeOffset At
) : NoticeEvent;
