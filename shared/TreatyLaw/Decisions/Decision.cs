using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>The judgement on a question, with everything it rests on.</summary>
public sealed record Decision
{
    public required Outcome Outcome { get; init; }

    /// <summary>An instrument, "none", or "split" when the parts differ.</summary>
    public string Basis { get; init; } = "none";

    /// <summary>The exact version of every instrument that was consulted.</summary>
    public ImmutableArray<InstrumentVersion> Versions { get; init; } = [];

    public ImmutableArray<Citation> Citations { get; init; } = [];

    public ImmutableArray<string> DecidedBy { get; init; } = [];

    /// <summary>Terms that were tested and did not apply.</summary>
    public ImmutableArray<string> Tested { get; init; } = [];

    /// <summary>Terms that stay open because a fact is unknown.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    public ImmutableArray<RejectedBasis> Rejected { get; init; } = [];

    public ImmutableArray<string> Given { get; init; } = [];

    public ImmutableArray<string> NotGiven { get; init; } = [];

    public ImmutableArray<string> ConsentFrom { get; init; } = [];

    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    public ImmutableArray<ObjectionWindow> Windows { get; init; } = [];

    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>Fact codes, or missing content fields when the request is incomplete.</summary>
    public ImmutableArray<string> Ask { get; init; } = [];

    public ImmutableArray<DecisionPart> Parts { get; init; } = [];

    public bool Permits => Outcome.Permits();

    /// <summary>Everything asked for is given and no question is open: a rule may answer without a person.</summary>
    public bool IsCleanGrant => Outcome == Outcome.Grant && Unknown.IsEmpty && Ask.IsEmpty;
}

/// <summary>One instrument as it was when a decision used it.</summary>
public sealed record InstrumentVersion(string Instrument, string Hash, string Edition);

/// <summary>One article or paragraph with the term it comes from and how sure its reading is.</summary>
public sealed record Citation(string Text, string Instrument, string Term, string Mark)
{
    /// <summary>The article was checked in the primary text or is well established.</summary>
    public bool IsVerified => Mark is "H-src";
}

/// <summary>An instrument that does not carry the request, and why.</summary>
public sealed record RejectedBasis(string Instrument, string Reason, ImmutableArray<string> Terms);

/// <summary>Something that must be done by a day, or by the minute where the period runs in hours.</summary>
public sealed record Deadline(string Do, DateTime Due, bool ByTheHour, string Acting, string Term)
{
    public string DueText => DueFormat.Write(Due, ByTheHour);
}

/// <summary>The time within which a provider may object to a use that was notified.</summary>
public sealed record ObjectionWindow(string Do, string By, DateTime Until, string Item, string Term);

/// <summary>The decision on one subject of a request, or on one item of a disclosure.</summary>
public sealed record DecisionPart(int? Subject, string? Item, Decision Decision);
