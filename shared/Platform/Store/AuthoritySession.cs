using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Messaging;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;

namespace CaseCoordination.Platform.Store;

/// <summary>One authority's streams and documents, and the only writer of events.</summary>
public sealed class AuthoritySession : IAsyncDisposable
{
    // A command loses a race to another writer of the same stream at most a few times before the stream is clearly hot.
    private const int Attempts = 6;

    private readonly Aggregates _aggregates;
    private readonly CommitSignal _signal;
    private readonly TimeProvider _clock;

    internal AuthoritySession(
        string authority,
        IDocumentSession documents,
        Aggregates aggregates,
        CommitSignal signal,
        TimeProvider clock
    )
    {
        Authority = authority;
        Documents = documents;
        (_aggregates, _signal, _clock) = (aggregates, signal, clock);
    }

    public string Authority { get; }

    /// <summary>Marten's session of this authority; for reading, and for documents stored along with a decision.</summary>
    public IDocumentSession Documents { get; }

    /// <summary>The version that an editing caller saw, from If-Match.</summary>
    public long? SeenVersion { get; set; }

    /// <summary>The Idempotency-Key under way; stored with the first effect.</summary>
    public PendingIdempotency? Idempotency { get; set; }

    /// <summary>
    /// Wakes nobody when it commits, for one who makes many commits in a row and tells of them together. What is forgotten is found
    /// by whoever looks for events by the clock.
    /// </summary>
    public bool IsQuiet { get; set; }

    /// <summary>Loads, decides, and appends under the version that was read, with views, deadlines and keys in the same commit.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="decide">Pure rule; may run again when another writer was faster.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <param name="once">An inbox entry that must not be there yet; a message with the same entry has no second effect.</param>
    /// <param name="along">Changes rows of the service's own tables in the same commit; runs again when the decision does.</param>
    /// <param name="read">
    /// The stream as it was read before, so that nothing has to be read now. Only a change is decided on it, which is kept under that
    /// version alone; in every other case the stream is read again.
    /// </param>
    public async Task<Outcome<TState>> DecideAsync<TState, TEvent>(
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellation,
        InboxEntry? once = null,
        Func<CancellationToken, Task>? along = null,
        (TState State, long Version)? read = null
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDecideAsync(id, decide, once, along, attempt == 1 ? read : null, cancellation);
            }
            catch (Exception e)
                when (e is ConcurrencyException or Marten.Exceptions.ExistingStreamIdCollisionException
                    && attempt < Attempts
                )
            {
                Documents.EjectAllPendingChanges();
            }
            catch (DocumentAlreadyExistsException e) when (e.DocType == typeof(InboxEntry))
            {
                // The same message, handled meanwhile by another consumer: its effect is there, ours must not be.
                Documents.EjectAllPendingChanges();
                var (state, version) = await LoadAsync<TState>(id, cancellation);
                return new Outcome<TState>(id, version, state);
            }
            catch (DocumentAlreadyExistsException e) when (e.DocType == typeof(IdempotencyRecord))
            {
                Documents.EjectAllPendingChanges();
                return await FirstAnswerAsync<TState>(cancellation);
            }
        }
    }

    /// <summary>Stores documents that belong to no stream's decision, such as replicas.</summary>
    public async Task SaveAsync(CancellationToken cancellation) => await Documents.SaveChangesAsync(cancellation);

    /// <summary>The state of a stream and its version; version 0 when there is no such stream.</summary>
    public async Task<(TState State, long Version)> LoadAsync<TState>(Guid id, CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var events = await Documents.Events.FetchStreamAsync(id, token: cancellation);

        // A stream of another kind is not there for whoever asks for this kind: not even that its id is taken is told.
        return events.Count > 0 && _aggregates.OfState(typeof(TState)).Event.IsInstanceOfType(events[0].Data)
            ? (Fold.Of<TState>(events.Select(e => e.Data)), events[^1].Version)
            : (new TState(), 0);
    }

    public ValueTask DisposeAsync() => Documents.DisposeAsync();

    // Two requests with one key at once: the one that was slower answers what the faster one did.
    private async Task<Outcome<TState>> FirstAnswerAsync<TState>(CancellationToken cancellation)
        where TState : class, IEvolve<TState>, new()
    {
        var key = Idempotency!;
        var record = await Documents.LoadAsync<IdempotencyRecord>(key.Id, cancellation);
        var answer = new Outcome<TState>(record!.StreamId, record.Version, new TState());
        return string.Equals(record.Fingerprint, key.Fingerprint, StringComparison.Ordinal)
            ? answer
            : answer with
            {
                Refusal = new Refusal(Problems.KeyReused, "This Idempotency-Key was used for another request."),
            };
    }

    private async Task<Outcome<TState>> TryDecideAsync<TState, TEvent>(
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        InboxEntry? once,
        Func<CancellationToken, Task>? along,
        (TState State, long Version)? read,
        CancellationToken cancellation
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        var (state, version) = read ?? await LoadAsync<TState>(id, cancellation);
        var decision = decide(state);
        if (read is not null && decision is not Events<TEvent>)
        {
            (state, version) = await LoadAsync<TState>(id, cancellation);
            decision = decide(state);
        }

        var isHidden = decision is Refused<TEvent> { Refusal.Kind: RefusalKind.Unknown };

        // Whether an edit comes too late is for those alone who may know that there is something to edit.
        if (SeenVersion is { } seen && seen != version && version > 0 && !isHidden)
        {
            return new Outcome<TState>(id, version, state) { IsStale = true };
        }

        // Only where an effect may be there already: the insert would find it too, but a transaction that is rolled back has
        // drawn a sequence number, and the daemon waits seconds for it.
        if (
            once is not null
            && version > 0
            && decision is not Unchanged<TEvent>
            && await Documents.LoadAsync<InboxEntry>(once.Id, cancellation) is not null
        )
        {
            return new Outcome<TState>(id, version, state);
        }

        switch (decision)
        {
            case Refused<TEvent> refused:
                return new Outcome<TState>(id, version, state) { Refusal = refused.Refusal };
            case Events<TEvent> { Happened: var happened }:
                return await AppendAsync(id, state, version, happened, once, along, cancellation);
            default:
                return new Outcome<TState>(id, version, state);
        }
    }

    private async Task<Outcome<TState>> AppendAsync<TState, TEvent>(
        Guid id,
        TState before,
        long version,
        IReadOnlyList<TEvent> happened,
        InboxEntry? once,
        Func<CancellationToken, Task>? along,
        CancellationToken cancellation
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        var now = _clock.GetUtcNow();
        var after = Fold.Onto(before, happened);
        var newVersion = version + happened.Count;
        if (version == 0)
        {
            Documents.Events.StartStream<TState>(id, happened);
        }
        else
        {
            Documents.Events.Append(id, newVersion, happened);
        }

        var aggregate = _aggregates.OfState(typeof(TState));
        Documents.StoreObjects(aggregate.Views(after, new StreamFacts(id, Authority, newVersion, now)));
        DeadlineBook.Update(Documents, Authority, aggregate, id, before, after);
        if (once is not null)
        {
            Documents.Insert(once);
        }

        if (Idempotency is { } key)
        {
            Documents.Insert(
                new IdempotencyRecord
                {
                    Id = key.Id,
                    Fingerprint = key.Fingerprint,
                    StreamId = key.Answer ?? id,
                    Version = newVersion,
                    At = now,
                }
            );
        }

        if (along is not null)
        {
            await Documents.BeginTransactionAsync(cancellation);
            await along(cancellation);
        }

        await Documents.SaveChangesAsync(cancellation);
        Idempotency = null;
        if (!IsQuiet)
        {
            _signal.Raise();
        }

        return new Outcome<TState>(id, newVersion, after) { Changed = true };
    }
}
