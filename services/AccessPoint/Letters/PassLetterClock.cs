using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>Each step of a letter warns, then fails, on its own clock.</summary>
public static class PassLetterClock
{
    public static IEnumerable<OpenDeadline> Open(OutboundLetter letter)
    {
        if (letter.Accepted is not { } accepted)
        {
            yield break;
        }

        foreach (
            var (step, warn, fail) in ((string Step, DateTimeOffset Warn, DateTimeOffset Fail)[])
                [
                    (Steps.Relay, accepted.RelayWarnAt, accepted.RelayFailAt),
                    (Steps.Delivery, accepted.DeliveryWarnAt, accepted.DeliveryFailAt),
                    (Steps.Retrieval, accepted.RetrievalWarnAt, accepted.RetrievalFailAt),
                ]
        )
        {
            if (!letter.IsOver(step) && !letter.Failed.Contains(step))
            {
                yield return new OpenDeadline(step, letter.Warned.Contains(step) ? null : warn, fail);
            }
        }
    }

    public static Decision<OutboundEvent> Decide(OutboundLetter letter, PassedDeadline passed, DateTimeOffset now) =>
        letter.IsOver(passed.Key) || letter.Failed.Contains(passed.Key) ? new NoChange()
        : passed.Stage == DeadlineStage.Fail ? Failed(letter.Accepted!, passed.Key, now)
        : letter.Warned.Contains(passed.Key) ? new NoChange()
        : new LetterStepWarned(letter.Id, passed.Key, now);

    private static LetterStepFailed Failed(LetterAccepted accepted, string step, DateTimeOffset now) =>
        new(accepted.LetterId, accepted.Sender, accepted.Recipient, accepted.Kind, accepted.ConversationId, step, now);

    public static IEnumerable<OpenDeadline> Open(InboundLetter letter) =>
        letter is { TakenIn: { } taken, RetrievedAt: null, IsFailed: false }
            ? [new OpenDeadline(Steps.Retrieval, letter.IsWarned ? null : taken.RetrievalWarnAt, taken.RetrievalFailAt)]
            : [];

    public static Decision<InboundEvent> Decide(InboundLetter letter, PassedDeadline passed, DateTimeOffset now) =>
        letter switch
        {
            { TakenIn: null } or { RetrievedAt: not null } or { IsFailed: true } => new NoChange(),
            _ when passed.Stage == DeadlineStage.Fail => new RetrievalFailed(letter.Id, now),
            { IsWarned: true } => new NoChange(),
            _ => new RetrievalWarned(letter.Id, now),
        };
}
