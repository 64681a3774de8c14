using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.DataSharing.Holdings.Consents;

/// <summary>
/// Clocks of a consent. An originator's silence lets an act pass only where the instrument says so, and only by its own clock: that
/// proves that it was told, which the holder's clock could not.
/// </summary>
public static class PassConsentClock
{
    private const string By = "clock";

    public static IEnumerable<OpenDeadline> Running(Consent current) => Clocks.Running(ConsentClocks.Of(current));

    public static Decision<ConsentEvent> Decide(Consent current, PassedDeadline passed, DateTimeOffset now) =>
        Clocks.Pass(ConsentClocks.Of(current), passed, now) switch
        {
            (DeadlineStage.Warn, { } clock) => new ConsentClockWarned(clock.Key, clock.WarnAt, now),
            (DeadlineStage.Fail, { } clock) => Fail(current, clock, now),
            _ => new NoChange(),
        };

    private static ConsentEvent[] Fail(Consent current, Clock clock, DateTimeOffset now)
    {
        var failed = new ConsentClockFailed(clock.Key, clock.FailAt, now);
        if (!current.WaitsForUs || current.Asked.Mode != Modes.Objection)
        {
            return [failed];
        }

        // A window ends once; the consent's id is cause enough.
        var turn = new Turn(By, current.Id, now);
        var say = new Say(
            current.Authority,
            Answers.NoObjection,
            "The time to object is over.",
            null,
            null,
            Outbound.IdOf(current.AskedBy!, Outbound.AnswerKindOf(current.Asked.Mode), turn),
            By,
            now
        );
        return [failed, .. AnswerConsent.Say(current, say, turn)];
    }
}
