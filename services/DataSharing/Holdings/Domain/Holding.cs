using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Domain;

/// <summary>One received item at its recipient, with the conditions that bind it and everything that was done with it.</summary>
public sealed record Holding : IEvolve<Holding>, IRestricted
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";

    /// <summary>The authority that gave it; others may stand before it in the item's chain.</summary>
    public string From { get; init; } = "";
    public Guid Package { get; init; }
    public string Reference { get; init; } = "";
    public string Title { get; init; } = "";
    public Guid? Request { get; init; }
    public Item Item { get; init; } = Item.None;
    public Conditions Conditions { get; init; } = Conditions.None;
    public Basis Basis { get; init; } = new("", "", null, []);
    public ImmutableArray<Binding> Bindings { get; init; } = [];
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];
    public Limit? Keep { get; init; }

    /// <summary>By when the steward has to have deleted it, once it may not be kept any longer.</summary>
    public Limit? Delete { get; init; }
    public Guid LetterId { get; init; }
    public DateOnly ReceivedOn { get; init; }
    public ImmutableArray<PassedOn> PassedOn { get; init; } = [];
    public ImmutableArray<Permission> Permissions { get; init; } = [];
    public ImmutableArray<ItemNotice> Notices { get; init; } = [];
    public DateTimeOffset? RetentionEndedAt { get; init; }
    public Deletion? Deletion { get; init; }
    public Mail Mail { get; init; } = Mail.None;
    public ImmutableHashSet<string> Warned { get; init; } = [];
    public ImmutableHashSet<string> Failed { get; init; } = [];
    public DateTimeOffset OpenedAt { get; init; }

    public bool IsKnown => Authority.Length > 0;
    public ItemNotice? Recall => Notices.FirstOrDefault(n => n.Kind == NoticeKinds.Recall);

    /// <summary>Whoever may have a say: all it came through and its sender, the originator first.</summary>
    public IReadOnlyList<string> Originators =>
        [.. Item.Chain.Append(From).Where(a => a != Authority).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<Whereabouts> Onward => [.. PassedOn.SelectMany(p => p.Onward)];

    public HoldingStage Stage =>
        !IsKnown ? HoldingStage.Unknown
        : Deletion is not null ? HoldingStage.Deleted
        : Recall is not null ? HoldingStage.Recalled
        : RetentionEndedAt is not null ? HoldingStage.Expired
        : HoldingStage.Held;

    public Holding Evolve(object @event) =>
        @event switch
        {
            HoldingOpened e => Open(e),
            HoldingRead or HoldingUsed or HoldingExported or HoldingDisclosed or HoldingActRefused => this,
            HoldingPassedOn e => this with
            {
                PassedOn = PassedOn.Add(
                    new(e.Trail, e.Package, e.Number, e.To, e.At)
                    {
                        Onward = [new(e.To, Authority, [], [], [], null, null)],
                    }
                ),
            },
            HoldingPermissionSought e => Seek(e.Consent, e.Mode, e.Act, e.Of),
            HoldingPermissionHeard e => Seek(e.Consent, e.Mode, e.Act, e.Of).Hear(e.Consent, e.Say),
            HoldingPermissionDropped e => this with
            {
                Permissions = Permissions.RemoveAll(p => p.Consent == e.Consent),
            },
            HoldingRecalled e => this with
            {
                Notices = Notices.Add(
                    new(e.Notice, NoticeKinds.Recall, e.Originator, e.Reason, null, e.LetterId, e.At)
                ),
                Delete = Recall is null && RetentionEndedAt is null ? e.Delete : Delete,
            },
            HoldingCorrected e => this with
            {
                Notices = Notices.Add(
                    new(e.Notice, NoticeKinds.Correction, e.Originator, e.Text, e.ReplacedBy, e.LetterId, e.At)
                ),
            },
            HoldingFollowed e => this with
            {
                PassedOn = [.. PassedOn.Select(p => p.Trail == e.Trail ? p with { Onward = [.. e.Onward] } : p)],
            },
            HoldingRetentionEnded e => this with { RetentionEndedAt = e.At },
            HoldingDeleted e => this with { Deletion = new(e.Cause, e.Reason, e.Sha256, e.LetterId, e.By, e.At) },
            HoldingLetterWritten e => this with { Mail = Mail.Write(e.Letter) },
            HoldingLetterTaken e => this with { Mail = Mail.Take(e.Letter) },
            HoldingLetterMoved e => this with { Mail = Mail.Move(e.News) },
            HoldingClockWarned e => this with { Warned = Warned.Add(e.Key) },
            HoldingClockFailed e => this with { Failed = Failed.Add(e.Key) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a holding."),
        };

    private Holding Open(HoldingOpened e) =>
        this with
        {
            Id = e.HoldingId,
            Authority = e.Authority,
            From = e.From,
            Package = e.Package,
            Reference = e.Reference,
            Title = e.Title,
            Request = e.Request,
            Item = e.Item,
            Conditions = e.Conditions,
            Basis = e.Basis,
            Bindings = [.. e.Bindings],
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            Keep = e.Keep,
            Delete = e.Delete,
            LetterId = e.LetterId,
            ReceivedOn = e.ReceivedOn,
            OpenedAt = e.At,
        };

    // An answer may be recorded before the question is: both name what was asked.
    private Holding Seek(Guid consent, string mode, Act act, string[] of) =>
        Permissions.Any(p => p.Consent == consent)
            ? this
            : this with
            {
                Permissions = Permissions.Add(new(consent, mode, act, of)),
            };

    private Holding Hear(Guid consent, Say say) =>
        this with
        {
            Permissions = [.. Permissions.Select(p => p.Consent == consent ? p with { Says = p.Says.Add(say) } : p)],
        };
}

/// <summary>Where a holding stands.</summary>
public enum HoldingStage
{
    Unknown,
    Held,

    /// <summary>It may not be kept any longer and waits for its deletion.</summary>
    Expired,

    /// <summary>An originator has called it back; it waits for its deletion.</summary>
    Recalled,
    Deleted,
}

/// <summary>An item that went on to another authority, and where it is since then.</summary>
public sealed record PassedOn(Guid Trail, Guid Package, int Number, string To, DateTimeOffset At)
{
    public ImmutableArray<Whereabouts> Onward { get; init; } = [];
}

/// <summary>A consent or notice for exactly one act, and what each originator said.</summary>
public sealed record Permission(Guid Consent, string Mode, Act Act, string[] Of)
{
    public ImmutableArray<Say> Says { get; init; } = [];
}

/// <summary>A recall or a correction; its id is the same along the whole chain.</summary>
public sealed record ItemNotice(
    Guid Id,
    string Kind,
    string Originator,
    string Text,
    Guid? ReplacedBy,
    Guid LetterId,
    DateTimeOffset At
);

/// <summary>Kinds of notices about an item.</summary>
public static class NoticeKinds
{
    public const string Recall = "recall";
    public const string Correction = "correction";
}

/// <summary>That the content is gone, and what the certificate says of it.</summary>
/// <param name="Cause">recall, retention-end or own-decision.</param>
public sealed record Deletion(string Cause, string Reason, string Sha256, Guid LetterId, string By, DateTimeOffset At);
