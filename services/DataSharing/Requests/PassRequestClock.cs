using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>
/// Clocks of a request: what happens when one passes. Most only say that somebody is late; a question or an oral request that its
/// asker leaves open ends the request, which the asked authority says.
/// </summary>
public static class PassRequestClock
{
    public const string By = "clock";

    public static IEnumerable<OpenDeadline> Running(Request current) =>
        RequestClocks
            .Of(current)
            .Where(c => !c.HasFailed)
            .Select(c => new OpenDeadline(c.Key, c.HasWarned ? null : c.WarnAt, c.FailAt));

    public static Decision<RequestEvent> Decide(Request current, PassedDeadline passed, DateTimeOffset now)
    {
        if (RequestClocks.Of(current).FirstOrDefault(c => c.Key == passed.Key && !c.HasFailed) is not { } clock)
        {
            return new NoChange();
        }

        return passed.Stage switch
        {
            DeadlineStage.Warn when !clock.HasWarned && now >= clock.WarnAt => new ClockWarned(
                clock.Key,
                clock.On,
                clock.WarnAt,
                now
            ),
            DeadlineStage.Fail when now >= clock.FailAt => Fail(current, clock, now),
            _ => new NoChange(),
        };
    }

    private static RequestEvent[] Fail(Request current, Clock clock, DateTimeOffset now)
    {
        var failed = new ClockFailed(clock.Key, clock.On, clock.FailAt, now);
        if (current.Side != Side.Asked || clock.Key is not (ClockKeys.Clarification or ClockKeys.Confirmation))
        {
            return [failed];
        }

        // A request lapses once; its id is cause enough.
        var turn = new Turn(By, current.Id, now);
        return
        [
            failed,
            new RequestLapsed(clock.Key, Outbound.IdOf(current, LetterKinds.Lapse, turn), By, now),
            Outbound.Reply(current, LetterKinds.Lapse, new LapseLetter { Cause = clock.Key }, turn),
        ];
    }
}
