using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;

/// <summary>The inquiries of one authority on one day: one stream, so that how many were answered is exact.</summary>
public sealed record DeconflictionCheck : IEvolve<DeconflictionCheck>
{
    public ImmutableHashSet<Guid> Taken { get; init; } = [];

    /// <summary>What was asked and found, oldest first.</summary>
    public ImmutableArray<InquiryTaken> Inquiries { get; init; } = [];

    /// <summary>How many were answered with hit or no-hit.</summary>
    public int Answered { get; init; }

    /// <summary>State of each answer's letter.</summary>
    public ImmutableDictionary<Guid, string> Answers { get; init; } = ImmutableDictionary<Guid, string>.Empty;

    public DeconflictionCheck Evolve(object @event) =>
        @event switch
        {
            InquiryTaken e => this with
            {
                Taken = Taken.Add(e.LetterId),
                Inquiries = Inquiries.Add(e),
                Answered = e.Declined is null ? Answered + 1 : Answered,
            },
            InquirySetAside e => this with { Taken = Taken.Add(e.LetterId) },
            InquiryAnswered e => this with { Answers = Answers.Add(e.LetterId, LetterSteps.Written) },
            InquiryAnswerMoved e => this with { Answers = Answers.SetItem(e.LetterId, e.State) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a check."),
        };
}
