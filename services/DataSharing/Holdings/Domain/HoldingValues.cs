namespace CaseCoordination.DataSharing.Holdings.Domain;

/// <summary>One item of a package as its manifest describes it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
/// <param name="Chain">The authorities it came through before its sender, the originator first.</param>
public sealed record Item(
    int Number,
    string Name,
    string MediaType,
    long Size,
    string Sha256,
    string Category,
    string Tlp,
    string Handling,
    bool PersonalData,
    string Originator,
    string Source,
    string[] Chain,
    string[] Withheld
)
{
    public static Item None { get; } = new(0, "", "", 0, "", "", "", "", false, "", "", [], []);
}

/// <summary>What the sender adds to the obligations of the instrument.</summary>
public sealed record Conditions(string[] Purposes, string[] Onward, DateOnly? KeepUntil, string? Note)
{
    public static Conditions None { get; } = new([], [], null, null);
}

/// <summary>An obligation of the instrument under which the item came, as it was on that day.</summary>
public sealed record Binding(
    string Term,
    string About,
    string Op,
    string Effect,
    string[] Purposes,
    string[] Recipients,
    string? Keep,
    bool Survives,
    string[] Cites
);

/// <summary>By when something has to be done, and when its clock warns.</summary>
public sealed record Limit(DateTimeOffset WarnAt, DateTimeOffset At);

/// <summary>What somebody wants to do with an item: a kind of act, a purpose, and who would receive it.</summary>
/// <param name="Kind">use, export or disclosure.</param>
/// <param name="Recipient">A class of recipients; requester is the holder itself.</param>
/// <param name="To">The recipient by name or authority code; absent where it stays with the holder.</param>
public sealed record Act(string Kind, string Purpose, string Recipient, string? To)
{
    public bool LeavesTheHolder => Kind == ActKinds.Disclosure;

    /// <summary>The law knows uses and disclosures; what leaves the system for the holder's own use is a use.</summary>
    public bool IsForTheSame(Act other) =>
        LeavesTheHolder == other.LeavesTheHolder
        && Purpose == other.Purpose
        && Recipient == other.Recipient
        && To == other.To;
}

/// <summary>Kinds of acts.</summary>
public static class ActKinds
{
    public const string Use = "use";
    public const string Export = "export";
    public const string Disclosure = "disclosure";

    public static IReadOnlyList<string> All { get; } = [Use, Export, Disclosure];
}

/// <summary>What was ruled on an act, frozen: why, by which provisions, and what would let it pass.</summary>
/// <param name="Code">permitted, or a stable code of what stands against it.</param>
/// <param name="Outcome">Outcome code of the legal decision; none where the law was not asked.</param>
/// <param name="Awaited">Authorities that have to consent, or to be told.</param>
/// <param name="Facts">Facts that have to be known first.</param>
/// <param name="Explanation">One sentence that says what would pass.</param>
/// <param name="Decision">The whole decision in its canonical text; empty where the law was not asked.</param>
public sealed record Ruling(
    string Code,
    string Outcome,
    string Instrument,
    string? Version,
    string[] Citations,
    string[] Duties,
    string[] Awaited,
    string[] Facts,
    DateTimeOffset? ObjectBy,
    string Explanation,
    string Decision
)
{
    public const string Pass = "permitted";

    public bool Permits => Code == Pass;
}

/// <summary>What an originator says of an act that it was asked or told about.</summary>
/// <param name="Answer">granted, denied, no-objection or objected.</param>
/// <param name="Until">Last day on which it holds; absent without end.</param>
/// <param name="LetterId">The letter that told it on this side.</param>
public sealed record Say(
    string Authority,
    string Answer,
    string Reason,
    string? Terms,
    DateOnly? Until,
    Guid LetterId,
    string By,
    DateTimeOffset At
)
{
    public bool LetsPass => Answer is Answers.Granted or Answers.NoObjection;
}

/// <summary>What originators may say.</summary>
public static class Answers
{
    public const string Granted = "granted";
    public const string Denied = "denied";
    public const string NoObjection = "no-objection";
    public const string Objected = "objected";
}

/// <summary>How originators are approached.</summary>
public static class Modes
{
    /// <summary>Their consent is asked; silence is none.</summary>
    public const string Consent = "consent";

    /// <summary>They may object until a day.</summary>
    public const string Objection = "objection";

    /// <summary>They are told; nothing is waited for.</summary>
    public const string Notice = "notice";
}

/// <summary>Where an item is, as far as it is known: who was told what, who confirmed it, who has deleted it.</summary>
/// <param name="Via">The authority that passed it on to this one.</param>
/// <param name="Told">Notices that were written to it.</param>
/// <param name="Delivered">Those that reached it.</param>
/// <param name="Confirmed">Those that it confirmed.</param>
/// <param name="DeletedSha256">Hash of what it certified to have deleted; absent while it holds the item.</param>
public sealed record Whereabouts(
    string Authority,
    string Via,
    Guid[] Told,
    Guid[] Delivered,
    Guid[] Confirmed,
    string? DeletedSha256,
    DateTimeOffset? DeletedAt
)
{
    public bool Holds => DeletedAt is null;

    public bool HasSettled(Guid notice) => !Holds || Confirmed.Contains(notice);

    /// <summary>Only what concerns these notices.</summary>
    public Whereabouts About(IReadOnlyCollection<Guid> notices) =>
        this with
        {
            Told = [.. Told.Where(notices.Contains)],
            Delivered = [.. Delivered.Where(notices.Contains)],
            Confirmed = [.. Confirmed.Where(notices.Contains)],
        };

    /// <summary>Equal in every value; the lists inside make records alone compare by reference.</summary>
    public static bool AreSame(IReadOnlyCollection<Whereabouts> some, IReadOnlyCollection<Whereabouts> others) =>
        System.Text.Json.JsonSerializer.Serialize(some) == System.Text.Json.JsonSerializer.Serialize(others);
}
