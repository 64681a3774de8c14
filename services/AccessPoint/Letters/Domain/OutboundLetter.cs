using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.AccessPoint.Letters.Domain;

/// <summary>A letter as its sender's border knows it.</summary>
public sealed record OutboundLetter : IEvolve<OutboundLetter>
{
    public Guid Id { get; init; }
    public LetterAccepted? Accepted { get; init; }
    public LetterRejected? Rejected { get; init; }
    public DateTimeOffset? RelayedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public DateTimeOffset? RefusedAt { get; init; }
    public DateTimeOffset? RetrievedAt { get; init; }
    public string? RefusalReason { get; init; }
    public bool HasDiverged { get; init; }
    public ImmutableHashSet<string> Warned { get; init; } = [];
    public ImmutableHashSet<string> Failed { get; init; } = [];
    public ImmutableList<Evidence> Evidence { get; init; } = [];

    public bool IsKnown => Accepted is not null || Rejected is not null;

    /// <summary>The furthest state reached; a failing step counts only while nothing later happened.</summary>
    public string State =>
        this switch
        {
            { Rejected: not null } => "rejected",
            { RefusedAt: not null } => "refused",
            { RetrievedAt: not null } => "retrieved",
            { DeliveredAt: not null } => Failed.Contains(Steps.Retrieval) ? "retrieval-failed" : "delivered",
            _ when Failed.Contains(Steps.Delivery) => "delivery-failed",
            { RelayedAt: not null } => "relayed",
            _ when Failed.Contains(Steps.Relay) => "relay-failed",
            _ => "accepted",
        };

    /// <summary>True when the step has been taken or can no longer be.</summary>
    public bool IsOver(string step) =>
        Rejected is not null
        || RefusedAt is not null
        || RetrievedAt is not null
        || step switch
        {
            Steps.Relay => RelayedAt is not null || DeliveredAt is not null,
            Steps.Delivery => DeliveredAt is not null,
            _ => false,
        };

    public OutboundLetter Evolve(object @event) =>
        @event switch
        {
            LetterAccepted e => With("accepted", e.AcceptedAt, e.Instrument) with { Id = e.LetterId, Accepted = e },
            LetterRejected e => With("rejected", e.RejectedAt, e.Reason) with { Id = e.LetterId, Rejected = e },
            LetterRelayed e => With("relayed", e.At) with { RelayedAt = e.At },
            LetterDelivered e => With("delivered", e.At) with { DeliveredAt = e.At },
            LetterRefused e => With("refused", e.At, e.Reason) with { RefusedAt = e.At, RefusalReason = e.Reason },
            LetterRetrieved e => With("retrieved", e.At) with { RetrievedAt = e.At },
            LetterDiverged e => With("diverged", e.At, e.HashThere) with { HasDiverged = true },
            LetterStepWarned e => With($"{e.Step}-late", e.At) with { Warned = Warned.Add(e.Step) },
            LetterStepFailed e => With($"{e.Step}-failed", e.At) with { Failed = Failed.Add(e.Step) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of an outbound letter."),
        };

    private OutboundLetter With(string what, DateTimeOffset at, string? detail = null) =>
        this with
        {
            Evidence = Evidence.Add(new Evidence(what, at, detail)),
        };
}
