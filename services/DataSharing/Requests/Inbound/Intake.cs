using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>What taking a letter in needs from outside.</summary>
/// <param name="Now">When the letter is taken in.</param>
/// <param name="Reference">A number for a file that begins with it.</param>
/// <param name="Book">The law of that day.</param>
public sealed record Intake(
    DateTimeOffset Now,
    string Reference,
    LawBook Book,
    Calendars Calendars,
    RequestSettings Settings
);
