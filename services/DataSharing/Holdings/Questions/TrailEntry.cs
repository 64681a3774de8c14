using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>The stored view of the trail of one released item.</summary>
public sealed record TrailEntry
{
    public required Guid Id { get; init; }
    public required Guid Package { get; init; }
    public required int Number { get; init; }
    public required string To { get; init; }
    public required string Sha256 { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required TrailItem Sheet { get; init; }

    public static TrailEntry Of(Trail file, StreamFacts facts) =>
        new()
        {
            Id = file.Id,
            Package = file.Package,
            Number = file.Item.Number,
            To = file.To,
            Sha256 = file.Item.Sha256,
            Reference = file.Reference,
            Title = file.Title,
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            OpenedAt = file.OpenedAt,
            Sheet = new TrailItem(
                file.Id,
                facts.Version,
                file.Item.Number,
                file.Item.Name,
                file.Item.Sha256,
                file.Item.Originator,
                file.To,
                file.SourceHolding,
                [.. file.Whereabouts.Where(w => w.Holds).Select(w => w.Authority).Distinct(StringComparer.Ordinal)],
                [
                    .. file
                        .Whereabouts.Where(w => !w.Holds)
                        .Select(w => new TrailDeletion(w.Authority, w.DeletedSha256!, w.DeletedAt!.Value)),
                ],
                [.. file.Notices.Select(n => NoticeOf(file, n))],
                Clocks.Waits(TrailClocks.Of(file)),
                [.. file.Mail.Sent]
            ),
        };

    private static TrailNoticeSheet NoticeOf(Trail file, TrailNotice notice) =>
        new(
            notice.Id,
            notice.Kind,
            notice.Originator,
            notice.Text,
            notice.ReplacedBy,
            notice.At,
            notice.Confirm.At,
            [.. file.Whereabouts.Select(w => new TrailRecipient(w.Authority, w.Via, StateOf(file, notice, w)))]
        );

    /// <summary>What nobody has confirmed in time, and what could not be told, is a gap; it is never made to look better.</summary>
    private static string StateOf(Trail file, TrailNotice notice, Whereabouts at) =>
        at.Confirmed.Contains(notice.Id) ? "confirmed"
        : !at.Holds ? "deleted"
        : TrailClocks.HasFailed(file, notice) || (at.Authority == file.To && file.Mail.IsStopped(notice.LetterId))
            ? "gap"
        : at.Delivered.Contains(notice.Id) ? "delivered"
        : at.Told.Contains(notice.Id) ? "told"
        : "not-told-yet";
}

/// <summary>The trail of a package: each item with everybody it went to.</summary>
public sealed record TrailSheet(
    Guid Package,
    string? Reference,
    string? Title,
    bool IsOutline,
    IReadOnlyList<TrailItem> Items,
    IReadOnlyList<ConsentLine> Consents
);

/// <summary>Where one released item is.</summary>
/// <param name="SourceHolding">The holding that was passed on, if it was one.</param>
/// <param name="StillHeldBy">Authorities that have not certified its deletion.</param>
/// <param name="Deletions">Certificates, by the hash of what was deleted.</param>
/// <param name="Notices">Recalls and corrections, with the state for each recipient and onward recipient.</param>
public sealed record TrailItem(
    Guid Id,
    long Version,
    int Number,
    string Name,
    string Sha256,
    string Originator,
    string To,
    Guid? SourceHolding,
    IReadOnlyList<string> StillHeldBy,
    IReadOnlyList<TrailDeletion> Deletions,
    IReadOnlyList<TrailNoticeSheet> Notices,
    IReadOnlyList<WaitLine> Waits,
    IReadOnlyList<SentLetter> Letters
);

/// <summary>A certified deletion.</summary>
public sealed record TrailDeletion(string Authority, string Sha256, DateTimeOffset At);

/// <summary>A recall or a correction and what is known of it at each recipient.</summary>
public sealed record TrailNoticeSheet(
    Guid Id,
    string Kind,
    string Originator,
    string Text,
    Guid? ReplacedBy,
    DateTimeOffset At,
    DateTimeOffset ConfirmBy,
    IReadOnlyList<TrailRecipient> Recipients
);

/// <summary>One recipient of a notice: not-told-yet, told, delivered, confirmed, deleted or gap.</summary>
public sealed record TrailRecipient(string Authority, string Via, string State);
