namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>What is asked, as the asker wrote it.</summary>
public sealed record Content(
    string Title,
    Matter[] Matters,
    string[] Assistance,
    string? Instrument,
    bool Pinned,
    bool Urgent,
    bool Oral,
    string Language,
    ContentField[] Fields,
    Subject[] Subjects,
    IReadOnlyDictionary<string, string> Facts,
    string? ReplyBy,
    string Tlp,
    RecordsAsk[]? Records = null
)
{
    public static Content None { get; } =
        new(
            "",
            [],
            [],
            null,
            false,
            false,
            false,
            "",
            [],
            [],
            new Dictionary<string, string>(StringComparer.Ordinal),
            null,
            ""
        );

    /// <summary>Equal in every word; the lists inside make records alone compare by reference.</summary>
    public bool IsSame(Content other) =>
        System.Text.Json.JsonSerializer.Serialize(this) == System.Text.Json.JsonSerializer.Serialize(other);
}

/// <summary>Supervisory records that are asked for in a form that a machine can answer; days are inclusive, in UTC.</summary>
/// <param name="Category">A category of records, such as trades.</param>
/// <param name="Venue">A venue's MIC or name; absent for every venue.</param>
/// <param name="Identifiers">Records of one of these; empty for all.</param>
public sealed record RecordsAsk(
    string Category,
    string? Venue,
    string? From,
    string? To,
    SubjectIdentifier[] Identifiers
);

/// <summary>One field of an instrument's form, filled in.</summary>
public sealed record ContentField(string Field, string Text);

/// <summary>Whom or what a request is about.</summary>
public sealed record Subject(string Kind, string Name, SubjectIdentifier[] Identifiers);

/// <summary>What the law is asked when a letter stands on its own.</summary>
public sealed record Ask(
    string? Instrument,
    bool Pinned,
    bool Urgent,
    bool Oral,
    Matter[] Matters,
    string[] Assistance,
    string[] Missing,
    IReadOnlyDictionary<string, string> Facts
);

/// <summary>By when something has to be done, and when to say that the time is nearly over.</summary>
public sealed record TimeLimit(DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>When the answer is due; of two the one with the higher number holds, and of equals the later.</summary>
public sealed record Due(int Number, DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>A due date and the letter that carried it; a letter that a border stopped takes it away again.</summary>
public sealed record DueFact(Due Due, Guid? LetterId);

/// <summary>A draft that the other side was asked to look at, and what it said.</summary>
public sealed record Consultation(int Number, Guid LetterId, DateTimeOffset At)
{
    public string? Advice { get; init; }
    public string? Comment { get; init; }
    public Guid? ReplyLetterId { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
}

/// <summary>The request as it went to the other side.</summary>
public sealed record Submission(int Number, Guid LetterId, TimeLimit Acknowledge, TimeLimit? Confirm, DateTimeOffset At)
{
    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>A step that was taken, by the letter that told it.</summary>
public sealed record Step(Guid? LetterId, string Note, DateTimeOffset At);

/// <summary>A question about a request; while it is open the clock stands still.</summary>
public sealed record Clarification(
    int Number,
    string Question,
    TimeLimit Answer,
    Due Paused,
    Guid LetterId,
    DateTimeOffset At
)
{
    public string? Reply { get; init; }
    public Guid? ReplyLetterId { get; init; }
    public DateTimeOffset? RepliedAt { get; init; }
    public bool IsOpen => RepliedAt is null;
}

/// <summary>What was answered: a text, and the packages released with it, if any.</summary>
public sealed record Answer(int Number, string Text, Guid[] Packages, Guid LetterId, DateTimeOffset At)
{
    public TimeLimit? CloseBy { get; init; }
}

/// <summary>A refusal by a named person, and what it rests on.</summary>
public sealed record Refused(
    int Round,
    string Ground,
    string Reason,
    string[] Citations,
    string[] Duties,
    TimeLimit CloseBy,
    Guid LetterId,
    DateTimeOffset At
);

/// <summary>A duty that had to be done before refusing, and how it was done.</summary>
public sealed record FulfilledDuty(string Duty, string Note, string By, DateTimeOffset At);

/// <summary>A disagreement taken to a higher level, with its own clock and result.</summary>
public sealed record Escalation(
    int Number,
    int Round,
    string Level,
    string Reason,
    TimeLimit Answer,
    Guid LetterId,
    DateTimeOffset At
)
{
    public string? Result { get; init; }
    public string? Statement { get; init; }
    public Guid? ResultLetterId { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public bool IsGranted => Result == EscalationResults.Granted;
}

/// <summary>What can come of an escalation.</summary>
public static class EscalationResults
{
    /// <summary>The request goes on, also when it had been refused.</summary>
    public const string Granted = "granted";

    /// <summary>The asked authority stays with what it said.</summary>
    public const string Maintained = "maintained";

    /// <summary>Another body decides.</summary>
    public const string Referred = "referred";

    public static IReadOnlyList<string> All { get; } = [Granted, Maintained, Referred];
}

/// <summary>How a request ended for its asker, rated from 1 to 5 where there was an answer or a refusal.</summary>
public sealed record Closing(int? Timeliness, int? Usefulness, string? Comment, Guid? LetterId, DateTimeOffset At);

/// <summary>What rules said as the request arrived, and the decision that they rested on.</summary>
public sealed record Weighing(
    WeighedRule[] Rules,
    Guid? AnsweredBy,
    long? Records,
    string? Decision,
    DateTimeOffset At
);

/// <summary>What one rule said: coded reasons why a person has to answer, or none.</summary>
public sealed record WeighedRule(Guid Rule, string Name, string[] Reasons);

/// <summary>Why a border stopped the request itself.</summary>
public sealed record Stop(string? Reason, string? Explanation, DateTimeOffset At);

/// <summary>One of several parts into which the legal bases split what was asked.</summary>
public sealed record Part(int Number, int Of, string Instrument);
