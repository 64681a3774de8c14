namespace CaseCoordination.Platform.Messaging;

/// <summary>An event that may be told to others, with its place in its stream.</summary>
public sealed record AnnouncedEvent(object Event, string Authority, Guid Stream, long Version);
