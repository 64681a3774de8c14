using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks;

/// <summary>Which stream an answer to an inquiry was written from, by the answer's letter.</summary>
public sealed record InquiryEntry
{
    public required Guid Id { get; init; }
    public required Guid CheckId { get; init; }
}

/// <summary>Keeps what the border tells of an answer to an inquiry; news that was overtaken changes nothing.</summary>
public static class RecordAnswerProgress
{
    public static Decision<CheckEvent> Decide(DeconflictionCheck current, InquiryAnswerMoved news) =>
        !current.Answers.TryGetValue(news.LetterId, out var state)
            ? new Refusal("letter-unknown", "No inquiry was answered by such a letter.")
        : LetterSteps.RankOf(news.State) > LetterSteps.RankOf(state) ? news
        : new NoChange();
}
