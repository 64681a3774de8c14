using System.Globalization;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>One holding in a list.</summary>
public sealed record HoldingLine(
    Guid Id,
    Guid Package,
    int Number,
    string Reference,
    string? Name,
    string State,
    string From,
    string Originator,
    string Tlp,
    Guid? Request,
    DateTimeOffset? KeepUntil,
    long Version
);

/// <summary>What a list of holdings is narrowed to.</summary>
public sealed record HoldingQuery
{
    public Guid? Package { get; init; }
    public Guid? Request { get; init; }
    public string? Originator { get; init; }

    /// <summary>held, expired, recalled or deleted.</summary>
    public string? State { get; init; }

    /// <summary>True for those with something to do.</summary>
    public bool? Waiting { get; init; }
    public int? Size { get; init; }
}

/// <summary>A holding as its readers see it.</summary>
public sealed record HoldingFile
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }

    /// <summary>The authority that gave it.</summary>
    public required string From { get; init; }
    public required Guid Package { get; init; }
    public required string Reference { get; init; }
    public required string State { get; init; }
    public required HeldItem Item { get; init; }

    /// <summary>What binds it, in words.</summary>
    public IReadOnlyList<string> InWords { get; init; } = [];
    public DateTimeOffset? KeepUntil { get; init; }
    public DateTimeOffset? DeleteBy { get; init; }
}

/// <summary>The item that is held; size in bytes, SHA-256 in lower-case hexadecimal.</summary>
public sealed record HeldItem(
    int Number,
    string Name,
    string MediaType,
    long Size,
    string Sha256,
    string Category,
    string Tlp,
    string Originator
);

/// <summary>Items that came from others, with what binds them.</summary>
public sealed class HoldingsClient
{
    private const string Root = "api/holdings";
    private readonly Api _api;

    internal HoldingsClient(Api api) => _api = api;

    /// <summary>Holdings that the caller may know, newest first; pages are fetched as they are needed.</summary>
    public IAsyncEnumerable<HoldingLine> ListAsync(
        HoldingQuery? query = null,
        CancellationToken cancellation = default
    ) => _api.ListAsync<HoldingLine>(cursor => PathOf(query ?? new HoldingQuery(), cursor), cancellation);

    /// <summary>Null when there is no such holding, as far as the caller may know.</summary>
    public Task<HoldingFile?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<HoldingFile>($"{Root}/{id}", cancellation);

    /// <summary>Records a use before it takes place; what is not permitted is refused, and that is recorded as well.</summary>
    /// <param name="id">The holding.</param>
    /// <param name="purpose">A purpose of the treaty vocabulary, such as request-purpose.</param>
    /// <param name="note">What it is used for.</param>
    /// <param name="facts">Answers to the law's questions: yes or no.</param>
    /// <param name="key">The same key again has no second effect.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    public Task<CommandAnswer> UseAsync(
        Guid id,
        string purpose,
        string note,
        IReadOnlyDictionary<string, string>? facts = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        _api.DoAsync(
            $"{Root}/{id}/uses",
            new
            {
                purpose,
                note,
                facts,
            },
            key,
            cancellation
        );

    private static string PathOf(HoldingQuery query, string? cursor) =>
        Api.Path(
            Root,
            ("package", query.Package?.ToString()),
            ("request", query.Request?.ToString()),
            ("originator", query.Originator),
            ("state", query.State),
            ("waiting", query.Waiting is { } waits ? (waits ? "true" : "false") : null),
            ("size", query.Size?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", cursor)
        );
}
