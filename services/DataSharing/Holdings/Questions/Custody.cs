using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings.Questions;

/// <summary>Events of a holding as lines of its chain of custody.</summary>
public static class Custody
{
    public static TimelineEntry EntryOf(HoldingEvent @event, long version, string name, string? actor)
    {
        var line = LineOf(@event);
        return new TimelineEntry(
            version,
            line.At,
            name,
            line.Who ?? actor,
            line.About,
            line.Detail,
            line.Note,
            line.LetterId
        );
    }

    private static Line LineOf(HoldingEvent @event) =>
        @event switch
        {
            HoldingOpened e => new(e.At, e.From, e.From, e.Basis.Instrument, e.Item.Name, e.LetterId),
            HoldingRead e => new(e.At, e.By, Detail: e.What),
            HoldingUsed e => new(e.At, e.By, null, e.Act.Purpose, e.Note),
            HoldingExported e => new(e.At, e.By, null, e.Act.Purpose, e.Note),
            HoldingDisclosed e => new(e.At, e.By, e.Act.To, e.Act.Purpose, e.Note),
            HoldingActRefused e => new(e.At, e.By, e.Act.To, e.Ruling.Code, $"{e.Act.Kind}, {e.Act.Purpose}: {e.Note}"),
            HoldingPassedOn e => new(e.At, e.By, e.To),
            HoldingPermissionSought e => new(e.At, e.By, string.Join(", ", e.Of), e.Mode, e.Act.Purpose),
            HoldingPermissionHeard e => new(
                e.At,
                e.Say.Authority,
                e.Say.Authority,
                e.Say.Answer,
                e.Say.Reason,
                e.Say.LetterId
            ),
            HoldingPermissionDropped e => new(e.At, null, null, e.Reason),
            HoldingRecalled e => new(e.At, e.Originator, e.Originator, null, e.Reason, e.LetterId),
            HoldingCorrected e => new(e.At, e.Originator, e.Originator, null, e.Text, e.LetterId),
            HoldingFollowed e => new(e.At, null, string.Join(", ", e.Onward.Select(w => w.Authority))),
            HoldingRetentionEnded e => new(e.At, null),
            HoldingDeleted e => new(e.At, e.By, null, e.Cause, e.Reason, e.LetterId),
            HoldingLetterWritten e => new(e.Letter.At, e.Letter.By, e.Letter.To, e.Letter.Kind, null, e.Letter.Id),
            HoldingLetterTaken e => new(
                e.Letter.At,
                e.Letter.From,
                e.Letter.From,
                e.Letter.SetAside ?? e.Letter.Kind,
                null,
                e.Letter.Id
            ),
            HoldingLetterMoved e => new(
                e.News.At,
                null,
                e.News.To,
                e.News.State,
                e.News.Explanation ?? e.News.Reason,
                e.News.Id
            ),
            HoldingClockWarned e => new(e.At, null, null, e.Key),
            HoldingClockFailed e => new(e.At, null, null, e.Key),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} has no line."),
        };

    private sealed record Line(
        DateTimeOffset At,
        string? Who,
        string? About = null,
        string? Detail = null,
        string? Note = null,
        Guid? LetterId = null
    );
}
