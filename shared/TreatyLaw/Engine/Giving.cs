using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>What an instrument gives on one trigger, sorted by kind of assistance beforehand.</summary>
internal sealed class Giving
{
    private readonly Instrument instrument;
    private readonly ImmutableArray<AssistanceTerm>[] byKind;

    public Giving(Instrument instrument, string trigger)
    {
        this.instrument = instrument;
        Trigger = trigger;
        Terms = [.. instrument.Assistance.Where(term => term.Trigger == trigger)];
        Failure = Failure.At(
            instrument,
            "assistance",
            ImmutableArray<Term>.CastUp(Terms.IsEmpty ? instrument.Assistance : Terms)
        );
        byKind = [.. Vocabulary.Assistance.Select(Covering)];
    }

    public string Trigger { get; }

    public ImmutableArray<AssistanceTerm> Terms { get; }

    /// <summary>It gives nothing of what was asked for.</summary>
    public Failure Failure { get; }

    public ImmutableArray<AssistanceTerm> Of(AskedKind kind) =>
        kind.Number is { } number ? byKind[number] : Covering(kind.Word);

    private ImmutableArray<AssistanceTerm> Covering(string kind) =>
        [.. Terms.Where(term => instrument.Covers(term.Give, kind))];
}

/// <summary>A kind of assistance with its place in tables of them; none for a word that is not among them.</summary>
internal readonly record struct AskedKind(string Word, int? Number)
{
    public static AskedKind Of(string word) =>
        new(word, Vocabulary.AssistanceNumbers.TryGetValue(word, out var number) ? number : null);
}
