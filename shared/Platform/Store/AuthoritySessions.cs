using System.Diagnostics;
using CaseCoordination.Platform.Messaging;
using Marten;

namespace CaseCoordination.Platform.Store;

/// <summary>The only place where sessions are opened, and never without an authority.</summary>
public sealed class AuthoritySessions
{
    private readonly IDocumentStore _store;
    private readonly Aggregates _aggregates;
    private readonly CommitSignal _signal;
    private readonly TimeProvider _clock;

    internal AuthoritySessions(IDocumentStore store, Aggregates aggregates, CommitSignal signal, TimeProvider clock) =>
        (_store, _aggregates, _signal, _clock) = (store, aggregates, signal, clock);

    /// <summary>Tells of commits that were made quietly.</summary>
    public void Tell() => _signal.Raise();

    /// <summary>Opens a session in which only this authority's streams and documents exist.</summary>
    /// <param name="authority">Code of the authority; empty is an error.</param>
    /// <param name="actor">Subject id of who acts, stored beside every event.</param>
    /// <param name="correlationId">Ties everything that one cause led to.</param>
    /// <param name="causationId">The message or request that led to this.</param>
    public AuthoritySession Open(
        string authority,
        string actor,
        string? correlationId = null,
        string? causationId = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(authority);
        var documents = _store.LightweightSession(authority);
        documents.CorrelationId = correlationId ?? Activity.Current?.TraceId.ToString();
        documents.CausationId = causationId;
        documents.LastModifiedBy = actor;
        if (Activity.Current is { } activity)
        {
            documents.SetHeader("traceparent", activity.Id!);
        }

        return new AuthoritySession(authority, documents, _aggregates, _signal, _clock);
    }
}
