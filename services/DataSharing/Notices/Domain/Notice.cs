using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Notices.Domain;

/// <summary>
/// One authority's file of a notice: of the one that makes something known unasked, with all it was offered to, or of one that
/// received it, with what was found on the subjects there.
/// </summary>
public sealed record Notice : IEvolve<Notice>
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public string Reference { get; init; } = "";

    /// <summary>Who made it known; the authority itself in its own file.</summary>
    public string From { get; init; } = "";
    public string? TheirReference { get; init; }
    public NoticeContent Content { get; init; } = NoticeContent.None;
    public Basis? Basis { get; init; }
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];
    public ImmutableSortedDictionary<string, Recipient> Recipients { get; init; } = NoRecipients;
    public ImmutableArray<Check> Checks { get; init; } = [];
    public Guid? LetterId { get; init; }
    public bool HasTold { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public string? Withdrawn { get; init; }
    public ImmutableArray<SentLetter> Letters { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];
    public DateTimeOffset OpenedAt { get; init; }

    public bool IsOwn => From == Authority;

    public NoticeStage Stage =>
        Authority.Length == 0 ? NoticeStage.Unknown
        : Withdrawn is not null ? NoticeStage.Withdrawn
        : !IsOwn ? NoticeStage.Received
        : Recipients.IsEmpty ? NoticeStage.Draft
        : NoticeStage.Offered;

    private static ImmutableSortedDictionary<string, Recipient> NoRecipients { get; } =
        ImmutableSortedDictionary.Create<string, Recipient>(StringComparer.Ordinal);

    public Notice Evolve(object @event) =>
        @event switch
        {
            NoticeDrafted e => this with
            {
                Id = e.NoticeId,
                Authority = e.Authority,
                From = e.Authority,
                Reference = e.Reference,
                Content = e.Content,
                Groups = [.. e.Groups],
                Members = [.. e.Members],
                OpenedAt = e.At,
            },
            NoticeRevised e => this with { Content = e.Content },
            NoticeOffered e => this with
            {
                Recipients = Recipients.SetItems(
                    e.Offers.Select(o =>
                        KeyValuePair.Create(
                            o.To,
                            new Recipient(o.To, o.LetterId, o.Instrument, LetterSteps.Written, e.At)
                        )
                    )
                ),
            },
            NoticeWithdrawn e => this with { Withdrawn = e.Reason },
            NoticeReceived e => this with
            {
                Id = e.NoticeId,
                Authority = e.Authority,
                From = e.From,
                Reference = e.Reference,
                TheirReference = e.TheirReference,
                Content = e.Content,
                Basis = e.Basis,
                Groups = [.. e.Groups],
                LetterId = e.LetterId,
                OpenedAt = e.At,
            },
            NoticeChecked e => this with { Checks = Checks.Add(new(e.Where, e.Contacts, e.At)) },
            NoticeOutcome e => IsOwn
                ? Update(e.Partner, r => r with { IsHit = e.IsHit, Contact = e.Contact })
                : this with
                {
                    HasTold = true,
                },
            NoticeAcknowledged e => IsOwn
                ? Update(e.Partner, r => r with { AcknowledgedAt = e.At, Comment = e.Comment })
                : this with
                {
                    AcknowledgedAt = e.At,
                },
            NoticeLetterWritten e => this with
            {
                Letters = Letters.Add(new(e.LetterId, e.To, e.Kind, LetterSteps.Written, null, e.At)),
            },
            NoticeLetterTaken e => this with { Taken = Taken.Add(e.LetterId) },
            NoticeLetterMoved e => Move(e),
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a notice."),
        };

    private Notice Move(NoticeLetterMoved e) =>
        this with
        {
            Letters =
            [
                .. Letters.Select(l =>
                    l.Id == e.LetterId ? l with { State = e.State, Reason = e.Reason, At = e.At } : l
                ),
            ],
            Recipients =
                Recipients.TryGetValue(e.To, out var r) && r.LetterId == e.LetterId
                    ? Recipients.SetItem(
                        e.To,
                        r with
                        {
                            State = e.State,
                            Reason = e.Reason,
                            Explanation = e.Explanation,
                            At = e.At,
                        }
                    )
                    : Recipients,
        };

    private Notice Update(string partner, Func<Recipient, Recipient> change) =>
        Recipients.TryGetValue(partner, out var recipient)
            ? this with
            {
                Recipients = Recipients.SetItem(partner, change(recipient)),
            }
            : this;
}

/// <summary>Where a notice stands in one authority's file.</summary>
public enum NoticeStage
{
    Unknown,
    Draft,
    Offered,
    Received,
    Withdrawn,
}
