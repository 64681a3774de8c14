using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Notices.Domain;

/// <summary>What is made known: what was decided or found, about whom, since when.</summary>
/// <param name="Kind">One of <see cref="NoticeKinds"/>.</param>
/// <param name="Effective">First day on which it holds, as an ISO date; absent for plain information.</param>
/// <param name="TheirTitle">The sender's own decision or order, by its number.</param>
public sealed record NoticeContent(
    string Kind,
    string Title,
    string Text,
    Matter Matter,
    Subject[] Subjects,
    string? Effective,
    string? TheirTitle,
    string Tlp
)
{
    public static NoticeContent None { get; } = new("", "", "", Matter.None, [], null, null, "");

    /// <summary>Equal in every word; the lists inside make records alone compare by reference.</summary>
    public bool IsSame(NoticeContent other) =>
        System.Text.Json.JsonSerializer.Serialize(this) == System.Text.Json.JsonSerializer.Serialize(other);
}

/// <summary>What a notice can be.</summary>
public static class NoticeKinds
{
    public const string LicenceChanged = "licence-changed";
    public const string LicenceRefused = "licence-refused";
    public const string LicenceWithdrawn = "licence-withdrawn";

    public static IReadOnlyList<string> All { get; } =
    [
        "information",
        "licence-granted",
        LicenceChanged,
        LicenceRefused,
        LicenceWithdrawn,
        "sanction",
        "measure",
        "warning",
    ];
}

/// <summary>The places where a recipient looks the subjects up.</summary>
public static class Places
{
    public const string Cases = "cases";
    public const string Registers = "registers";
    public const string Requests = "requests";

    public static IReadOnlyList<string> All { get; } = [Registers, Requests, Cases];
}

/// <summary>What the law is asked about an offer: who gives unasked is its provider.</summary>
/// <param name="Trigger">spontaneous or alert.</param>
public sealed record NoticeAsk(string Trigger, string Instrument, Matter Matter, string[] Kinds);

/// <summary>One partner that a notice was offered to, and the basis that entitles it.</summary>
public sealed record Offer(string To, Guid LetterId, string Trigger, string Instrument);

/// <summary>A partner as far as a notice to it has come.</summary>
public sealed record Recipient(string Authority, Guid LetterId, string Instrument, string State, DateTimeOffset At)
{
    public string? Reason { get; init; }
    public string? Explanation { get; init; }

    /// <summary>Whether its registers know a subject; null until it told.</summary>
    public bool? IsHit { get; init; }
    public string? Contact { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public string? Comment { get; init; }
}

/// <summary>What looking the subjects up in one place gave.</summary>
public sealed record Check(string Where, string[] Contacts, DateTimeOffset At)
{
    public bool IsHit => Contacts.Length > 0;
}
