using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings.Consents.Domain;

/// <summary>What is asked of originators: for which item, for exactly which act, why, of whom, until when.</summary>
/// <param name="Package">The package in which the item came to the authority that writes.</param>
/// <param name="Holder">The authority that wants to act.</param>
/// <param name="AnswerBy">When the answer is due, or the time to object is over.</param>
public sealed record Asked(
    string Mode,
    Guid Package,
    int Number,
    string Name,
    string Sha256,
    string Holder,
    Act Act,
    string Reason,
    string[] Of,
    Limit AnswerBy
)
{
    public static Asked None { get; } =
        new("", Guid.Empty, 0, "", "", "", new Act("", "", "", null), "", [], new Limit(default, default));
}

/// <summary>
/// One authority's file of a consent, a notice or a notice with time to object; every authority along the item's chain keeps one
/// under the same id. What each originator says is one fact with one writer; where the matter stands follows from that.
/// </summary>
public sealed record Consent : IEvolve<Consent>, IRestricted
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";

    /// <summary>The holding it is for, at the authority that wants to act.</summary>
    public Guid? Holding { get; init; }

    /// <summary>The trail of the item it is about, at an authority that is asked.</summary>
    public Guid? Trail { get; init; }

    /// <summary>The authority that asks this one; absent in the file of the one that wants to act.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The authority that this one asks in turn; absent where nobody stands behind it.</summary>
    public string? Provider { get; init; }
    public Asked Asked { get; init; } = Asked.None;
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>The letter by which this authority was asked.</summary>
    public Guid? AskLetter { get; init; }

    /// <summary>The letter by which this authority asks.</summary>
    public Guid? OwnLetter { get; init; }
    public ImmutableArray<Say> Says { get; init; } = [];
    public Mail Mail { get; init; } = Mail.None;
    public ImmutableHashSet<string> Warned { get; init; } = [];
    public ImmutableHashSet<string> Failed { get; init; } = [];
    public DateTimeOffset OpenedAt { get; init; }

    public bool IsKnown => Authority.Length > 0;

    public IReadOnlyList<string> Silent =>
        [.. Asked.Of.Where(a => Says.All(s => s.Authority != a)).Order(StringComparer.Ordinal)];

    /// <summary>This authority itself has to say something.</summary>
    public bool WaitsForUs =>
        AskedBy is not null && Asked.Mode != Modes.Notice && Silent.Contains(Authority, StringComparer.Ordinal);

    public ConsentStage Stage =>
        !IsKnown ? ConsentStage.Unknown
        : AskedBy is null && OwnLetter is { } own && Mail.IsStopped(own) ? ConsentStage.Stopped
        : Says.Any(s => !s.LetsPass) ? ConsentStage.Denied
        : Asked.Mode == Modes.Notice ? ConsentStage.Told
        : Silent.Count == 0 ? ConsentStage.Granted
        : ConsentStage.Open;

    public Consent Evolve(object @event) =>
        @event switch
        {
            ConsentSought e => this with
            {
                Id = e.ConsentId,
                Authority = e.Authority,
                Holding = e.Holding,
                Asked = e.Asked,
                Groups = [.. e.Groups],
                Members = [.. e.Members],
                Provider = e.Provider,
                OwnLetter = e.LetterId,
                OpenedAt = e.At,
            },
            ConsentReceived e => this with
            {
                Id = e.ConsentId,
                Authority = e.Authority,
                AskedBy = e.From,
                Trail = e.Trail,
                Asked = e.Asked,
                Groups = [.. e.Groups],
                Members = [.. e.Members],
                AskLetter = e.LetterId,
                OpenedAt = e.At,
            },
            ConsentForwarded e => this with { Provider = e.Provider, OwnLetter = e.LetterId },
            ConsentSaid e => this with
            {
                Says = [.. Says.Add(e.Say).OrderBy(s => s.Authority, StringComparer.Ordinal)],
            },
            ConsentLetterWritten e => this with { Mail = Mail.Write(e.Letter) },
            ConsentLetterTaken e => this with { Mail = Mail.Take(e.Letter) },
            ConsentLetterMoved e => Move(e.News),
            ConsentClockWarned e => this with { Warned = Warned.Add(e.Key) },
            ConsentClockFailed e => this with { Failed = Failed.Add(e.Key) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a consent."),
        };

    // What a stopped letter would have told was not said: its writer may say it again.
    private Consent Move(LetterNews news) =>
        this with
        {
            Mail = Mail.Move(news),
            Says = LetterSteps.IsStopped(news.State)
                ? Says.RemoveAll(s => s.LetterId == news.Id && s.Authority == Authority)
                : Says,
        };
}

/// <summary>Where a consent stands; all authorities along the chain that were asked come to the same.</summary>
public enum ConsentStage
{
    Unknown,
    Open,

    /// <summary>A notice for which nothing is waited for.</summary>
    Told,
    Granted,
    Denied,

    /// <summary>A border stopped the letter that asks.</summary>
    Stopped,
}

/// <summary>The clock of a consent: the answer, or the time to object.</summary>
public static class ConsentClocks
{
    public const string Consent = "consent";
    public const string Objection = "objection";

    public static IEnumerable<Clock> Of(Consent file)
    {
        if (file.Stage != ConsentStage.Open)
        {
            yield break;
        }

        var key = file.Asked.Mode == Modes.Objection ? Objection : Consent;
        yield return new Clock(
            key,
            file.WaitsForUs ? file.Authority : file.Silent[0],
            key,
            file.OpenedAt,
            file.Asked.AnswerBy.WarnAt,
            file.Asked.AnswerBy.At
        )
        {
            HasWarned = file.Warned.Contains(key),
            HasFailed = file.Failed.Contains(key),
        };
    }
}
