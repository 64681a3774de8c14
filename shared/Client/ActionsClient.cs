using System.Globalization;
using CaseCoordination.Client.Http;

namespace CaseCoordination.Client;

/// <summary>Actions that several authorities take at one instant.</summary>
public sealed class ActionsClient
{
    private const string Root = "api/actions";
    private readonly Api _api;

    internal ActionsClient(Api api) => _api = api;

    /// <summary>Actions that the caller may know, newest first; pages are fetched as they are needed.</summary>
    public IAsyncEnumerable<ActionLine> ListAsync(
        ActionQuery? query = null,
        CancellationToken cancellation = default
    ) => _api.ListAsync<ActionLine>(cursor => PathOf(query ?? new ActionQuery(), cursor), cancellation);

    /// <summary>Null when there is no such action, as far as the caller may know.</summary>
    public Task<ActionFile?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<ActionFile>($"{Root}/{id}", cancellation);

    /// <summary>Null when there is no such action, as far as the caller may know.</summary>
    public Task<ActionBoard?> BoardAsync(Guid id, CancellationToken cancellation = default) =>
        _api.FindAsync<ActionBoard>($"{Root}/{id}/board", cancellation);

    public Task<CommandAnswer> DraftAsync(
        NewAction action,
        string? key = null,
        CancellationToken cancellation = default
    ) => _api.DoAsync(Root, action, key, cancellation);

    /// <summary>Changes the plan that was read at a version; votes that the change touches are open again.</summary>
    public Task<CommandAnswer> ReviseAsync(
        Guid id,
        ActionPlan plan,
        long version,
        CancellationToken cancellation = default
    ) => _api.PutAsync($"{Root}/{id}/plan", new { plan }, version, cancellation);

    /// <summary>What would become of the proposal, for each participant; sends nothing.</summary>
    public Task<IReadOnlyList<ActionTrial>> TryAsync(Guid id, CancellationToken cancellation = default) =>
        _api.PostAsync<IReadOnlyList<ActionTrial>>($"{Root}/{id}/proposal/dry-run", null, null, cancellation);

    /// <summary>Sends the plan to everybody who takes part; whoever prepared it cannot.</summary>
    public Task<CommandAnswer> ProposeAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        DoAsync(id, "proposal", null, key, cancellation);

    public Task<CommandAnswer> RecordTitleAsync(
        Guid id,
        MeasureTitle title,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "titles", title, key, cancellation);

    /// <summary>Declares the caller's authority ready for the present plan; this lifts a hold of its own as well.</summary>
    public Task<CommandAnswer> DeclareReadyAsync(
        Guid id,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "ready", null, key, cancellation);

    /// <summary>Declines on a ground that the law permits.</summary>
    /// <param name="id">The action.</param>
    /// <param name="ground">Coded ground.</param>
    /// <param name="reason">In words.</param>
    /// <param name="facts">Answers to the law's questions.</param>
    /// <param name="key">The same key again has no second effect.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    public Task<CommandAnswer> DeclineAsync(
        Guid id,
        string ground,
        string reason,
        object? facts = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        DoAsync(
            id,
            "decline",
            new
            {
                ground,
                reason,
                facts,
            },
            key,
            cancellation
        );

    /// <summary>Before the cut-off: nothing goes out anywhere until the hold is lifted.</summary>
    public Task<CommandAnswer> HoldAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "hold", new { reason }, key, cancellation);

    /// <summary>The lead calls the action off; who confirmed it stands in the file.</summary>
    public Task<CommandAnswer> AbortAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "abort", new { reason }, key, cancellation);

    /// <summary>After the cut-off: stops the measures of the caller's authority alone.</summary>
    public Task<CommandAnswer> WithholdAsync(
        Guid id,
        string reason,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "withhold", new { reason }, key, cancellation);

    /// <summary>After T-0: lets measures go out that did not go out by themselves.</summary>
    public Task<CommandAnswer> ReleaseAsync(Guid id, string? key = null, CancellationToken cancellation = default) =>
        DoAsync(id, "release", null, key, cancellation);

    public Task<CommandAnswer> ConcludeAsync(
        Guid id,
        string summary,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "conclusion", new { summary }, key, cancellation);

    /// <summary>Agrees to the joint statement as it is in the plan, or objects with a reason.</summary>
    public Task<CommandAnswer> AgreeOnStatementAsync(
        Guid id,
        bool agree,
        string? reason = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "statement/agreement", new { agree, reason }, key, cancellation);

    /// <summary>Decides that the statement goes out at its embargo, or that it does not.</summary>
    public Task<CommandAnswer> DecidePublicationAsync(
        Guid id,
        bool publish,
        string? reason = null,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "statement/publication", new { publish, reason }, key, cancellation);

    /// <summary>Takes a disagreement to the body that the instrument names.</summary>
    /// <param name="id">The action.</param>
    /// <param name="about">plan, ground, hold or measure.</param>
    /// <param name="reason">In words.</param>
    /// <param name="concerning">The authority or measure that it is about, where there is one.</param>
    /// <param name="key">The same key again has no second effect.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    public Task<CommandAnswer> RaiseDisputeAsync(
        Guid id,
        string about,
        string reason,
        string? concerning = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        DoAsync(
            id,
            "disputes",
            new
            {
                about,
                reason,
                concerning,
            },
            key,
            cancellation
        );

    /// <summary>Records what the body decided: upheld, dismissed, settled or opinion.</summary>
    public Task<CommandAnswer> RecordDisputeResultAsync(
        Guid id,
        int number,
        string result,
        string statement,
        string? reference = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        DoAsync(
            id,
            FormattableString.Invariant($"disputes/{number}/result"),
            new
            {
                result,
                statement,
                reference,
            },
            key,
            cancellation
        );

    /// <summary>Says whether the caller's authority follows the result.</summary>
    public Task<CommandAnswer> FollowDisputeResultAsync(
        Guid id,
        int number,
        bool follows,
        string? reason = null,
        string? key = null,
        CancellationToken cancellation = default
    ) =>
        DoAsync(
            id,
            FormattableString.Invariant($"disputes/{number}/following"),
            new { follows, reason },
            key,
            cancellation
        );

    /// <summary>Asks authorities outside the plan whether they meet its targets: hit or no hit, and whom to speak to.</summary>
    public Task<CommandAnswer> DeconflictAsync(
        Guid id,
        IReadOnlyList<string> authorities,
        string? key = null,
        CancellationToken cancellation = default
    ) => DoAsync(id, "deconfliction", new { authorities }, key, cancellation);

    private Task<CommandAnswer> DoAsync(
        Guid id,
        string act,
        object? body,
        string? key,
        CancellationToken cancellation
    ) => _api.DoAsync($"{Root}/{id}/{act}", body, key, cancellation);

    private static string PathOf(ActionQuery query, string? cursor) =>
        Api.Path(
            Root,
            ("state", query.State),
            ("lead", query.Lead),
            ("case", query.Case?.ToString()),
            ("q", query.Q),
            ("size", query.Size?.ToString(CultureInfo.InvariantCulture)),
            ("cursor", cursor)
        );
}
