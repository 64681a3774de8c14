using System.Collections.Frozen;
using System.Collections.Immutable;
using CaseCoordination.TreatyLaw.Engine;

namespace CaseCoordination.TreatyLaw;

/// <summary>One version of a treaty, act or arrangement; its content hash is its identity.</summary>
public sealed class Instrument
{
    private static readonly string[] Triggers = ["request", "spontaneous", "alert"];

    private readonly FrozenDictionary<string, Term> byId;
    private readonly ImmutableArray<Giving> giving;

    internal Instrument(
        string id,
        string title,
        string edition,
        bool binding,
        CalendarRule calendar,
        ImmutableArray<string> infoAnyExcept,
        LawMap source,
        ImmutableArray<Term> terms
    )
    {
        Id = id;
        Title = title;
        Edition = edition;
        Binding = binding;
        Calendar = calendar;
        InfoAnyExcept = infoAnyExcept;
        Terms = terms;
        Source = source;
        CanonicalText = CanonicalJson.Write(source);
        ContentHash = CanonicalJson.Hash(CanonicalText);
        Version = new InstrumentVersion(id, ContentHash, edition);
        byId = terms.ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);
        Parties = [.. terms.OfType<PartyTerm>()];
        Matters = [.. terms.OfType<MatterTerm>()];
        Assistance = [.. terms.OfType<AssistanceTerm>()];
        Contents = [.. terms.OfType<ContentTerm>()];
        Deadlines = [.. terms.OfType<DeadlineTerm>()];
        Grounds = [.. terms.OfType<GroundTerm>()];
        Handling = [.. terms.OfType<HandlingTerm>()];
        Coordination = [.. terms.OfType<CoordinationTerm>()];
        Lifecycle = [.. terms.OfType<LifecycleTerm>()];
        Duties = [.. terms.OfType<DutyTerm>()];
        Escalations = [.. terms.OfType<EscalationTerm>()];
        Width = Handling
            .Where(term => term.Effect == HandlingEffect.Allow)
            .Sum(term => Math.Max(1, term.Purposes.Length) * Math.Max(1, term.Recipients.Length));
        PreferredOver = [.. Lifecycle.Select(term => term.PreferOver).OfType<string>()];
        Failures = new Failures(this);
        giving = [.. Triggers.Select(trigger => new Giving(this, trigger))];
    }

    public string Id { get; }

    public string Title { get; }

    /// <summary>The edition as the instrument names it, such as "consolidated 2026-06-05".</summary>
    public string Edition { get; }

    /// <summary>Law, as against a statement of intent.</summary>
    public bool Binding { get; }

    public CalendarRule Calendar { get; }

    /// <summary>The kinds of information that its "any information" does not mean.</summary>
    public ImmutableArray<string> InfoAnyExcept { get; }

    public ImmutableArray<Term> Terms { get; }

    /// <summary>SHA-256 over the canonical text, in lower-case hexadecimal digits.</summary>
    public string ContentHash { get; }

    public string CanonicalText { get; }

    public InstrumentVersion Version { get; }

    public LawMap Source { get; }

    public ImmutableArray<PartyTerm> Parties { get; }

    public ImmutableArray<MatterTerm> Matters { get; }

    public ImmutableArray<AssistanceTerm> Assistance { get; }

    public ImmutableArray<ContentTerm> Contents { get; }

    public ImmutableArray<DeadlineTerm> Deadlines { get; }

    public ImmutableArray<GroundTerm> Grounds { get; }

    public ImmutableArray<HandlingTerm> Handling { get; }

    public ImmutableArray<CoordinationTerm> Coordination { get; }

    public ImmutableArray<LifecycleTerm> Lifecycle { get; }

    public ImmutableArray<DutyTerm> Duties { get; }

    public ImmutableArray<EscalationTerm> Escalations { get; }

    /// <summary>How many uses its handling rules allow; fewer is narrower.</summary>
    internal int Width { get; }

    /// <summary>The instruments that stand back for it.</summary>
    internal ImmutableArray<string> PreferredOver { get; }

    internal Failures Failures { get; }

    internal Giving GivenOn(string trigger)
    {
        foreach (var known in giving)
        {
            if (string.Equals(known.Trigger, trigger, StringComparison.Ordinal))
            {
                return known;
            }
        }

        return new Giving(this, trigger);
    }

    public Term? Find(string termId) => byId.GetValueOrDefault(termId);

    /// <summary>An arrangement between exactly the authorities it names: the notice of one ends it for all.</summary>
    public bool IsBilateral
    {
        get
        {
            foreach (var party in Parties)
            {
                if (party.Authorities.Length == 2)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
