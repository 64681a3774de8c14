using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Trails.Domain;

/// <summary>
/// One released item at the authority that gave it: to whom it went and went on, who was told of a recall or a correction, and
/// who has confirmed or deleted it. The recipient's holding has the same id.
/// </summary>
public sealed record Trail : IEvolve<Trail>, IRestricted
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public string To { get; init; } = "";
    public Guid Package { get; init; }
    public string Reference { get; init; } = "";
    public string Title { get; init; } = "";
    public Item Item { get; init; } = Item.None;

    /// <summary>The holding that was passed on; absent for what this authority made.</summary>
    public Guid? SourceHolding { get; init; }
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];
    public Guid LetterId { get; init; }
    public ImmutableArray<TrailNotice> Notices { get; init; } = [];
    public Report Report { get; init; } = new(0, [], []);
    public Certificate? Certificate { get; init; }
    public Mail Mail { get; init; } = Mail.None;
    public ImmutableDictionary<string, DateTimeOffset> Warned { get; init; } = ByClock;
    public ImmutableDictionary<string, DateTimeOffset> Failed { get; init; } = ByClock;
    public DateTimeOffset OpenedAt { get; init; }

    public bool IsKnown => Authority.Length > 0;

    /// <summary>Where the item is, its recipient first.</summary>
    public IReadOnlyList<Whereabouts> Whereabouts =>
        [
            new Whereabouts(
                To,
                Authority,
                [.. Notices.Where(n => !Mail.IsStopped(n.LetterId)).Select(n => n.Id)],
                [.. Notices.Where(n => Mail.IsThere(n.LetterId)).Select(n => n.Id)],
                Report.Confirmed,
                Certificate?.Sha256,
                Certificate?.At
            ),
            .. Report.Onward,
        ];

    private static ImmutableDictionary<string, DateTimeOffset> ByClock { get; } =
        ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public Trail Evolve(object @event) =>
        @event switch
        {
            TrailOpened e => this with
            {
                Id = e.TrailId,
                Authority = e.Authority,
                To = e.To,
                Package = e.Package,
                Reference = e.Reference,
                Title = e.Title,
                Item = e.Item,
                SourceHolding = e.SourceHolding,
                Groups = [.. e.Groups],
                Members = [.. e.Members],
                LetterId = e.LetterId,
                OpenedAt = e.At,
            },
            TrailRecalled e => Tell(
                new(e.Notice, NoticeKinds.Recall, e.Originator, e.Reason, null, e.Confirm, e.LetterId, e.At)
            ),
            TrailCorrected e => Tell(
                new(e.Notice, NoticeKinds.Correction, e.Originator, e.Text, e.ReplacedBy, e.Confirm, e.LetterId, e.At)
            ),
            TrailConfirmed e => e.Number > Report.Number
                ? this with
                {
                    Report = new(e.Number, e.Confirmed, [.. e.Onward]),
                }
                : this,
            TrailCertified e => this with { Certificate = new(e.Sha256, e.Cause, e.LetterId, e.At) },
            TrailLetterWritten e => this with { Mail = Mail.Write(e.Letter) },
            TrailLetterTaken e => this with { Mail = Mail.Take(e.Letter) },
            TrailLetterMoved e => this with { Mail = Mail.Move(e.News) },
            TrailClockWarned e => this with { Warned = Warned.SetItem(e.Key, e.DueAt) },
            TrailClockFailed e => this with { Failed = Failed.SetItem(e.Key, e.DueAt) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a trail."),
        };

    // A notice whose letter a border stopped may be given again: the later letter counts.
    private Trail Tell(TrailNotice notice) =>
        this with
        {
            Notices = Notices.RemoveAll(n => n.Id == notice.Id).Add(notice),
        };
}

/// <summary>A recall or a correction as told to the recipient, and by when it should be confirmed everywhere.</summary>
public sealed record TrailNotice(
    Guid Id,
    string Kind,
    string Originator,
    string Text,
    Guid? ReplacedBy,
    Limit Confirm,
    Guid LetterId,
    DateTimeOffset At
);

/// <summary>The recipient's latest account of what it confirms and where the item went on; a higher number replaces a lower.</summary>
public sealed record Report(int Number, Guid[] Confirmed, ImmutableArray<Whereabouts> Onward);

/// <summary>The recipient's certificate that the item is deleted.</summary>
public sealed record Certificate(string Sha256, string Cause, Guid LetterId, DateTimeOffset At);

/// <summary>One clock for each notice that is not settled everywhere.</summary>
public static class TrailClocks
{
    public const string Receipt = "receipt";

    public static string KeyOf(Guid notice) => $"{Receipt}-{notice:N}";

    public static IEnumerable<Clock> Of(Trail file) =>
        from notice in file.Notices
        let open = file.Whereabouts.Where(w => !w.HasSettled(notice.Id)).ToList()
        where open.Count > 0
        let key = KeyOf(notice.Id)
        select new Clock(key, open[0].Authority, Receipt, notice.At, notice.Confirm.WarnAt, notice.Confirm.At)
        {
            HasWarned = file.Warned.TryGetValue(key, out var warned) && warned == notice.Confirm.WarnAt,
            HasFailed = HasFailed(file, notice),
        };

    /// <summary>The time to confirm a notice is over; who has not confirmed it is a gap.</summary>
    public static bool HasFailed(Trail file, TrailNotice notice) =>
        file.Failed.TryGetValue(KeyOf(notice.Id), out var failed) && failed == notice.Confirm.At;
}
