using System.Globalization;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>What comes after T-0: measures that are carried out, go on, are lifted and end.</summary>
public sealed class MeasuresClient
{
    private const string Actions = "api/actions";
    private readonly Api _api;

    internal MeasuresClient(Api api) => _api = api;

    /// <summary>Own measures that were released, what is due next first; pages are fetched as they are needed.</summary>
    public IAsyncEnumerable<ReleasedMeasure> ListAsync(
        string? state = null,
        CancellationToken cancellation = default
    ) =>
        _api.ListAsync<ReleasedMeasure>(
            cursor => Api.Path("api/measures", ("state", state), ("cursor", cursor)),
            cancellation
        );

    /// <summary>Measures of everybody over all actions that the caller may know, latest T-0 first.</summary>
    public IAsyncEnumerable<RegisteredMeasure> RegisterAsync(
        OutcomeQuery? query = null,
        CancellationToken cancellation = default
    ) => _api.ListAsync<RegisteredMeasure>(cursor => PathOf(query ?? new OutcomeQuery(), cursor), cancellation);

    /// <summary>Null when there is no such action, as far as the caller may know.</summary>
    public Task<ActionOutcomes?> OutcomesAsync(Guid action, CancellationToken cancellation = default) =>
        _api.FindAsync<ActionOutcomes>($"{Actions}/{action}/outcomes", cancellation);

    /// <summary>Says what became of an own measure, or corrects what was said before.</summary>
    public Task<CommandAnswer> RecordOutcomeAsync(
        Guid action,
        string measure,
        MeasureOutcome outcome,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(action, measure, "outcome", outcome, key, cancellation);

    public Task<CommandAnswer> ExtendAsync(
        Guid action,
        string measure,
        MeasureExtension extension,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(action, measure, "extension", extension, key, cancellation);

    public Task<CommandAnswer> LiftAsync(
        Guid action,
        string measure,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(action, measure, "lifting", new { reason }, key, cancellation);

    /// <summary>Something to do about a measure, by the end of a day (YYYY-MM-DD).</summary>
    public Task<CommandAnswer> SetFollowUpAsync(
        Guid action,
        string measure,
        string text,
        string due,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(action, measure, "follow-ups", new { text, due }, key, cancellation);

    private Task<CommandAnswer> DoAsync(
        Guid action,
        string measure,
        string act,
        object body,
        string? key,
        CancellationToken cancellation
    ) => _api.DoAsync($"{Actions}/{action}/measures/{measure}/{act}", body, key, cancellation);

    private static string PathOf(OutcomeQuery query, string? cursor) =>
        Api.Path(
            "api/outcomes",
            ("kind", query.Kind),
            ("authority", query.Authority),
            ("state", query.State),
            ("scheme", query.Target?.Scheme),
            ("value", query.Target?.Value),
            ("size", query.Size?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", cursor)
        );
}
