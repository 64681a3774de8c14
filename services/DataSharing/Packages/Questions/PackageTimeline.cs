using System.Globalization;
using CaseCoordination.DataSharing.Packages.Domain;

namespace CaseCoordination.DataSharing.Packages.Questions;

/// <summary>Events as lines of a timeline.</summary>
public static class PackageTimeline
{
    public static TimelineEntry EntryOf(PackageEvent @event, long version, string name, string? actor)
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

    private static Line LineOf(PackageEvent @event) =>
        @event switch
        {
            PackagePrepared e => new(e.At, e.By, e.To, Note: e.Title),
            PackageRevised e => new(e.At, e.By, Note: e.Title),
            ItemAdded e => new(e.At, e.By, Detail: Item(e.Number), Note: e.Name),
            ItemStored e => new(e.At, e.By, Detail: Item(e.Number)),
            ItemFiltered e => new(e.At, e.By, Detail: Item(e.Number), Note: string.Join(", ", e.Withheld)),
            ItemRemoved e => new(e.At, e.By, Detail: Item(e.Number)),
            PackageApproved e => new(e.At, e.By, Note: e.Note),
            PackageReleased e => new(e.At, e.By, LetterId: e.LetterId),
            PackageReceived e => new(e.At, e.From, e.From, e.Basis.Outcome, e.Title, e.LetterId),
            ItemRetrieved e => new(e.At, null, e.From, Item(e.Number), e.Item.Name),
            ItemCorrupt e => new(
                e.At,
                null,
                Detail: Item(e.Number),
                Note: $"{Bytes(e.FoundSize)}, SHA-256 {e.FoundSha256}; announced {Bytes(e.Size)}, SHA-256 {e.Sha256}"
            ),
            ItemFailed e => new(e.At, null, Detail: Item(e.Number), Note: e.Reason),
            PackageRetrieved e => new(e.At, e.By, LetterId: e.LetterId),
            RetrievalFailed e => new(e.At, e.By, LetterId: e.LetterId),
            RetrievalRetried e => new(e.At, e.By),
            PackageLetterWritten e => new(e.At, e.By, e.To, e.Kind, LetterId: e.LetterId),
            PackageLetterTaken e => new(e.At, e.From, e.From, e.Kind, LetterId: e.LetterId),
            PackageLetterSetAside e => new(e.At, null, e.From, e.Reason, LetterId: e.LetterId),
            PackageLetterMoved e => new(e.At, null, e.To, e.State, e.Explanation ?? e.Reason, e.LetterId),
            PackageClockWarned e => new(e.At, null, e.On, e.Key),
            PackageClockFailed e => new(e.At, null, e.On, e.Key),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} has no line."),
        };

    private static string Item(int number) => string.Create(CultureInfo.InvariantCulture, $"item {number}");

    private static string Bytes(long size) => string.Create(CultureInfo.InvariantCulture, $"{size} bytes");

    private sealed record Line(
        DateTimeOffset At,
        string? Who,
        string? About = null,
        string? Detail = null,
        string? Note = null,
        Guid? LetterId = null
    );
}
