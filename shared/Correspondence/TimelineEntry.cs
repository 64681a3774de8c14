namespace CaseCoordination.Correspondence;

/// <summary>One thing that happened to a file.</summary>
/// <param name="What">The event's stored name.</param>
/// <param name="Who">Subject id of a person or system of this authority, or the code of another authority.</param>
/// <param name="About">The other authority concerned, if any.</param>
/// <param name="Detail">A code that tells it apart: the kind of a letter, a state, a ground, an outcome.</param>
/// <param name="Note">What was said, for those who may know it.</param>
public sealed record TimelineEntry(
    long Version,
    DateTimeOffset At,
    string What,
    string? Who,
    string? About,
    string? Detail,
    string? Note,
    Guid? LetterId
);
