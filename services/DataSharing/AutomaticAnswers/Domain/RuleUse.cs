using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.AutomaticAnswers.Domain;

/// <summary>What a rule gave one requester on one day: a stream of its own, so that limits hold however many requests race.</summary>
public sealed record RuleUse : IEvolve<RuleUse>
{
    public ImmutableHashSet<Guid> Requests { get; init; } = [];

    public RuleUse Evolve(object @event) =>
        @event switch
        {
            RuleUsed e => this with { Requests = Requests.Add(e.RequestId) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a rule's use."),
        };

    /// <summary>Takes one answer of the day's allowance for a request; the same request takes it once.</summary>
    public static Decision<RuleUseEvent> Take(RuleUse current, RuleUsed use, int mostPerDay) =>
        current.Requests.Contains(use.RequestId) ? new NoChange()
        : current.Requests.Count >= mostPerDay
            ? new Refusal("daily-limit", "The day's answers to this requester are used up.")
        : use;
}

/// <summary>Everything that can happen to a rule's use on one day.</summary>
public abstract record RuleUseEvent;

/// <summary>A rule answered a request.</summary>
public sealed record RuleUsed(Guid RuleId, string Requester, Guid RequestId, DateTimeOffset At) : RuleUseEvent;
