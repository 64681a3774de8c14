using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.AccessPoint.Letters.Domain;

/// <summary>A letter as its recipient's border knows it.</summary>
public sealed record InboundLetter : IEvolve<InboundLetter>
{
    public Guid Id { get; init; }
    public LetterTakenIn? TakenIn { get; init; }
    public LetterTurnedAway? TurnedAway { get; init; }
    public DateTimeOffset? RetrievedAt { get; init; }
    public string[] VisibleTo { get; init; } = [];
    public bool IsWarned { get; init; }
    public bool IsFailed { get; init; }
    public ImmutableList<Evidence> Evidence { get; init; } = [];

    /// <summary>Sender and content hash of every other letter that came under this id.</summary>
    public ImmutableHashSet<(string Sender, string ContentHash)> Impostors { get; init; } = [];

    public bool IsKnown => TakenIn is not null || TurnedAway is not null;

    public string? ContentHash => TakenIn?.ContentHash ?? TurnedAway?.ContentHash;

    public string? Sender => TakenIn?.Sender ?? TurnedAway?.Sender;

    public string State =>
        this switch
        {
            { TurnedAway: not null } => "refused",
            { RetrievedAt: not null } => "retrieved",
            { IsFailed: true } => "retrieval-failed",
            _ => "delivered",
        };

    public InboundLetter Evolve(object @event) =>
        @event switch
        {
            LetterTakenIn e => With("delivered", e.DeliveredAt, e.Instrument) with { Id = e.LetterId, TakenIn = e },
            LetterTurnedAway e => With("refused", e.At, e.Reason) with { Id = e.LetterId, TurnedAway = e },
            LetterHandedOver e => With("retrieved", e.At) with { RetrievedAt = e.At, VisibleTo = e.VisibleTo },
            LetterIdReused e => With("id-reused", e.At, e.ContentHash) with
            {
                Impostors = Impostors.Add((e.Sender, e.ContentHash)),
            },
            RetrievalWarned e => With("retrieval-late", e.At) with { IsWarned = true },
            RetrievalFailed e => With("retrieval-failed", e.At) with { IsFailed = true },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of an inbound letter."),
        };

    private InboundLetter With(string what, DateTimeOffset at, string? detail = null) =>
        this with
        {
            Evidence = Evidence.Add(new Evidence(what, at, detail)),
        };
}
