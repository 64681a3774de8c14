namespace CaseCoordination.DataSharing.Notifications;

/// <summary>Something happened to a thing that the reader may know: ids and states only; details are fetched by the API.</summary>
/// <param name="Cursor">Its place in the feed; reading goes on after it.</param>
/// <param name="Id">The same for every reader and for every repeat.</param>
/// <param name="Type">What happened, such as <c>request.answered</c>.</param>
/// <param name="Subject">Id of the thing.</param>
/// <param name="Reference">This authority's reference of it.</param>
/// <param name="State">Where it stands when the entry is read, which may be further than when it was written.</param>
/// <param name="Side">Of a request: asker or asked.</param>
/// <param name="Partner">The other authority.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Clock">Of due-soon and overdue: the clock concerned.</param>
public sealed record FeedEntry(
    string Cursor,
    Guid Id,
    string Type,
    Guid Subject,
    string Reference,
    string State,
    string Side,
    string Partner,
    DateTimeOffset At,
    string? Clock = null
);

/// <summary>Entries of the feed, oldest first. <c>Next</c> is where to go on, also when there is nothing more yet.</summary>
public sealed record EventsPage(IReadOnlyList<FeedEntry> Items, string Next);

/// <summary>What an event tells: its type, and the clock concerned if any.</summary>
public sealed record Notice(string Type, string? Clock = null);

/// <summary>What the feed says of a thing beside what happened.</summary>
public sealed record FeedSubject(Guid Id, string Reference, string State, string Side, string Partner);
