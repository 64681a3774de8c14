namespace CaseCoordination.DataSharing.Packages.Domain;

/// <summary>
/// Everything that can happen to a package, on either side; stored names are in <c>PackagesModule</c>. What one side does and the
/// other is told is the same event in both files.
/// </summary>
public abstract record PackageEvent;

// Preparation, by the sender.
public sealed record PackagePrepared(
    Guid PackageId,
    Guid SetId,
    string Authority,
    string Reference,
    string To,
    Guid? Request,
    Occasion? Occasion,
    string Title,
    Conditions Conditions,
    string? PersonalDataReason,
    string[] Groups,
    string[] Members,
    string By,
    DateTimeOffset At
) : PackageEvent;

public sealed record PackageRevised(
    string Title,
    Conditions Conditions,
    string? PersonalDataReason,
    string By,
    DateTimeOffset At
) : PackageEvent;

public sealed record ItemAdded(
    int Number,
    string Name,
    string MediaType,
    long Size,
    string? Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    string[] PersonalFields,
    string Originator,
    string Source,
    string[] Chain,
    string By,
    DateTimeOffset At,
    Guid? Holding = null
) : PackageEvent;

public sealed record ItemStored(int Number, long Size, string Sha256, string By, DateTimeOffset At) : PackageEvent;

public sealed record ItemFiltered(int Number, string[] Withheld, long Size, string Sha256, string By, DateTimeOffset At)
    : PackageEvent;

public sealed record ItemRemoved(int Number, string By, DateTimeOffset At) : PackageEvent;

// Approval and release.
public sealed record PackageApproved(string Note, string By, DateTimeOffset At) : PackageEvent;

public sealed record PackageReleased(
    string KeyHash,
    DateTimeOffset RetrieveBy,
    Guid LetterId,
    string By,
    DateTimeOffset At
) : PackageEvent;

// At the recipient.
public sealed record PackageReceived(
    Guid PackageId,
    string Authority,
    string Reference,
    string From,
    string TheirReference,
    Guid? Request,
    string Title,
    SharedItem[] Items,
    Conditions Conditions,
    BindingObligation[] Obligations,
    Basis Basis,
    RetrievalPass Pass,
    DateTimeOffset RetrieveBy,
    string[] Groups,
    Guid LetterId,
    string By,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
) : PackageEvent;

/// <summary>An item arrived as it was released; with everything that binds it, so that a holding can be opened from this alone.</summary>
public sealed record ItemRetrieved(
    Guid PackageId,
    int Number,
    SharedItem Item,
    string From,
    Guid? Request,
    Conditions Conditions,
    BindingObligation[] Obligations,
    Basis Basis,
    DateTimeOffset At
) : PackageEvent;

public sealed record ItemCorrupt(
    int Number,
    long Size,
    string Sha256,
    long FoundSize,
    string FoundSha256,
    DateTimeOffset At
) : PackageEvent;

public sealed record ItemFailed(int Number, string Reason, DateTimeOffset At) : PackageEvent;

public sealed record PackageRetrieved(int Report, ItemOutcome[] Outcomes, Guid LetterId, string By, DateTimeOffset At)
    : PackageEvent;

public sealed record RetrievalFailed(int Report, ItemOutcome[] Outcomes, Guid LetterId, string By, DateTimeOffset At)
    : PackageEvent;

public sealed record RetrievalRetried(string By, DateTimeOffset At) : PackageEvent;

// Letters and clocks.
public sealed record PackageLetterWritten(
    Guid PackageId,
    Guid LetterId,
    string To,
    string Kind,
    string Content,
    Occasion? Occasion,
    Guid? ReliesOn,
    bool Closing,
    string[] VisibleTo,
    string By,
    DateTimeOffset At
) : PackageEvent;

public sealed record PackageLetterTaken(
    Guid LetterId,
    string From,
    string Kind,
    string[] VisibleTo,
    DateTimeOffset SubmittedAt,
    DateTimeOffset At
) : PackageEvent;

public sealed record PackageLetterSetAside(Guid LetterId, string From, string Reason, DateTimeOffset At) : PackageEvent;

public sealed record PackageLetterMoved(
    Guid LetterId,
    string To,
    string Kind,
    string State,
    string? Reason,
    string? Explanation,
    Basis? Basis,
    DateTimeOffset At
) : PackageEvent;

public sealed record PackageClockWarned(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : PackageEvent;

public sealed record PackageClockFailed(string Key, string On, DateTimeOffset DueAt, DateTimeOffset At) : PackageEvent;
