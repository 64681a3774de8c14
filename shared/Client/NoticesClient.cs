using System.Globalization;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>What is made known to partners; <c>Effective</c> is a day as YYYY-MM-DD.</summary>
public sealed record NoticeContent
{
    /// <summary>Such as licence-refused, sanction or warning.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required RequestMatter Matter { get; init; }
    public IReadOnlyList<RequestSubject>? Subjects { get; init; }
    public string? Effective { get; init; }
    public string? TheirTitle { get; init; }
    public string? Tlp { get; init; }
}

/// <summary>One notice in a list.</summary>
public sealed record NoticeLine(
    Guid Id,
    string Reference,
    string? Kind,
    string? Title,
    string State,
    string From,
    bool IsHit,
    long Version
);

/// <summary>What a list of notices is narrowed to.</summary>
public sealed record NoticeQuery
{
    /// <summary>draft, offered, received or withdrawn.</summary>
    public string? State { get; init; }
    public string? Kind { get; init; }

    /// <summary>An authority code.</summary>
    public string? From { get; init; }

    /// <summary>True for those whose subjects are known here or at a partner.</summary>
    public bool? Hit { get; init; }
    public string? Q { get; init; }
    public int? Size { get; init; }
}

/// <summary>A notice as its readers see it.</summary>
public sealed record NoticeFile
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string From { get; init; }
    public required string Reference { get; init; }
    public required string State { get; init; }
    public required bool IsHit { get; init; }
    public NoticeContent? Content { get; init; }
    public IReadOnlyList<NoticeRecipient> Recipients { get; init; } = [];
    public string? Withdrawn { get; init; }
}

/// <summary>A partner that a notice was offered to; a hit names whom to speak to.</summary>
public sealed record NoticeRecipient(
    string Authority,
    string State,
    bool? IsHit,
    string? Contact,
    DateTimeOffset? AcknowledgedAt,
    string? Comment
);

/// <summary>Notices to and from partners.</summary>
public sealed class NoticesClient
{
    private const string Root = "api/notices";
    private readonly Api _api;

    internal NoticesClient(Api api) => _api = api;

    /// <summary>Notices that the caller may know, newest first; pages are fetched as they are needed.</summary>
    public IAsyncEnumerable<NoticeLine> ListAsync(
        NoticeQuery? query = null,
        CancellationToken cancellation = default
    ) => _api.ListAsync<NoticeLine>(cursor => PathOf(query ?? new NoticeQuery(), cursor), cancellation);

    /// <summary>Null when there is no such notice, as far as the caller may know.</summary>
    public Task<NoticeFile?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<NoticeFile>($"{Root}/{id}", cancellation);

    public Task<CommandAnswer> DraftAsync(
        NoticeContent content,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync(Root, new { content }, key, cancellation);

    /// <summary>Sends it to these authorities, or to all that an instrument entitles.</summary>
    public Task<CommandAnswer> OfferAsync(
        Guid id,
        IReadOnlyList<string>? to = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/offer", new { to }, key, cancellation);

    public Task<CommandAnswer> AcknowledgeAsync(
        Guid id,
        string? comment = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/acknowledgement", new { comment }, key, cancellation);

    public Task<CommandAnswer> WithdrawAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/withdrawal", new { reason }, key, cancellation);

    private static string PathOf(NoticeQuery query, string? cursor) =>
        Api.Path(
            Root,
            ("state", query.State),
            ("kind", query.Kind),
            ("from", query.From),
            ("hit", query.Hit is { } hit ? (hit ? "true" : "false") : null),
            ("q", query.Q),
            ("size", query.Size?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", cursor)
        );
}
