using System.Globalization;
using System.Runtime.CompilerServices;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>
/// Requests for assistance. Every command takes an optional key: the same key again has no second effect, however long after.
/// </summary>
public sealed class RequestsClient
{
    private const string Root = "api/requests";
    private readonly Api _api;

    internal RequestsClient(Api api) => _api = api;

    public Task<CommandAnswer> DraftAsync(
        NewRequest draft,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync(Root, draft, key, cancellation);

    /// <summary>Replaces the content of a draft that was read at a version.</summary>
    public Task<CommandAnswer> ReviseAsync(
        Guid id,
        RequestContent content,
        long version,
        CancellationToken cancellation = default
    ) => _api.PutAsync($"{Root}/{id}", new { content }, version, cancellation);

    /// <summary>Null when there is no such request, as far as the caller may know.</summary>
    public Task<RequestFile?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<RequestFile>($"{Root}/{id}", cancellation);

    /// <summary>Requests that the caller may know, newest first; pages are fetched as they are needed.</summary>
    public async IAsyncEnumerable<RequestLine> ListAsync(
        RequestQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        query ??= new RequestQuery();
        string? cursor = null;
        do
        {
            var page = await _api.GetAsync<Page<RequestLine>>(PathOf(query, cursor), cancellation);
            foreach (var line in page.Items)
            {
                yield return line;
            }

            cursor = page.Next;
        } while (cursor is not null);
    }

    /// <summary>Submits a draft; with split, what rests on several legal bases goes as one request for each.</summary>
    public Task<CommandAnswer> SubmitAsync(
        Guid id,
        bool split = false,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/submission", new { split }, key, cancellation);

    /// <summary>Asks the other side to look at a draft, off the clock.</summary>
    public Task<CommandAnswer> ConsultAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        _api.DoAsync($"{Root}/{id}/consultation", null, key, cancellation);

    /// <summary>Says what the asked authority thinks of a draft.</summary>
    public Task<CommandAnswer> ReplyToConsultationAsync(
        Guid id,
        string advice,
        string comment,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/consultation/reply", new { advice, comment }, key, cancellation);

    /// <summary>Confirms in writing what was asked by word of mouth.</summary>
    public Task<CommandAnswer> ConfirmAsync(
        Guid id,
        string statement,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/confirmation", new { statement }, key, cancellation);

    /// <summary>Says that a person has the request.</summary>
    public Task<CommandAnswer> AcknowledgeAsync(
        Guid id,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/acknowledgement", null, key, cancellation);

    /// <summary>Asks about the request; its clock stands still.</summary>
    public Task<CommandAnswer> AskClarificationAsync(
        Guid id,
        string question,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/clarifications", new { question }, key, cancellation);

    /// <summary>Accepts the request.</summary>
    public Task<CommandAnswer> AcceptAsync(
        Guid id,
        string? note = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/acceptance", new { note }, key, cancellation);

    /// <summary>Answers a part of it.</summary>
    public Task<CommandAnswer> AnswerInPartAsync(
        Guid id,
        string text,
        IReadOnlyList<Guid>? packages = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/part-answers", new { text, packages }, key, cancellation);

    /// <summary>Answers the request in full.</summary>
    public Task<CommandAnswer> AnswerAsync(
        Guid id,
        string text,
        IReadOnlyList<Guid>? packages = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/answer", new { text, packages }, key, cancellation);

    /// <summary>Records a duty that has to be done before refusing.</summary>
    public Task<CommandAnswer> FulfilDutyAsync(
        Guid id,
        string duty,
        string note,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/duties", new { duty, note }, key, cancellation);

    /// <summary>Refuses on a ground that the legal basis offers.</summary>
    public Task<CommandAnswer> RefuseAsync(
        Guid id,
        string ground,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/refusal", new { ground, reason }, key, cancellation);

    /// <summary>Sets a later day (YYYY-MM-DD) for the answer.</summary>
    public Task<CommandAnswer> ExtendAsync(
        Guid id,
        string until,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/extension", new { until, reason }, key, cancellation);

    /// <summary>Takes a request back.</summary>
    public Task<CommandAnswer> WithdrawAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/withdrawal", new { reason }, key, cancellation);

    /// <summary>Takes a disagreement to a higher level.</summary>
    public Task<CommandAnswer> EscalateAsync(
        Guid id,
        string level,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/escalation", new { level, reason }, key, cancellation);

    /// <summary>Says what came of an escalation: granted, maintained or referred.</summary>
    public Task<CommandAnswer> DecideEscalationAsync(
        Guid id,
        string result,
        string statement,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync($"{Root}/{id}/escalation/result", new { result, statement }, key, cancellation);

    /// <summary>Closes a request, with ratings from 1 to 5 after an answer or a refusal.</summary>
    public Task<CommandAnswer> CloseAsync(
        Guid id,
        int? timeliness = null,
        int? usefulness = null,
        string? comment = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        _api.DoAsync(
            $"{Root}/{id}/closure",
            new
            {
                timeliness,
                usefulness,
                comment,
            },
            key,
            cancellation
        );

    /// <summary>Answers a question about the request; its clock goes on.</summary>
    public Task<CommandAnswer> ClarifyAsync(
        Guid id,
        int number,
        string reply,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        _api.DoAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Root}/{id}/clarifications/{number}/reply"),
            new { reply },
            key,
            cancellation
        );

    private static string PathOf(RequestQuery query, string? cursor) =>
        Api.Path(
            Root,
            ("state", query.State),
            ("side", query.Side),
            ("partner", query.Partner),
            ("instrument", query.Instrument),
            ("waitsOn", query.WaitsOn),
            ("dueBefore", query.DueBefore),
            ("ask", query.Ask?.ToString()),
            ("q", query.Q),
            ("size", query.Size?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", cursor)
        );
}
