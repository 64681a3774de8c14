using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Why an instrument was not taken, the terms at which it failed, and how a decision says so.</summary>
internal sealed class Failure(Instrument instrument, string reason, ImmutableArray<Term> terms)
{
    public string Reason => reason;

    public ImmutableArray<Term> Terms => terms;

    public RejectedBasis Rejected { get; } = new(instrument.Id, reason, [.. terms.Select(term => term.Id)]);

    /// <summary>Where there are no terms to name, those that say who is party stand for them.</summary>
    public static Failure At(Instrument instrument, string stage, ImmutableArray<Term> terms) =>
        new(instrument, stage, terms.IsEmpty ? [.. PartyStage.Members(instrument)] : terms);
}

/// <summary>The failures that are the same whoever asks: made once, because thousands may fail at one question.</summary>
internal sealed class Failures(Instrument instrument)
{
    public Failure NotBound { get; } = new(instrument, "not-bound", [.. PartyStage.Members(instrument)]);

    public Failure Lapsed { get; } =
        Failure.At(instrument, "lapsed", ImmutableArray<Term>.CastUp(instrument.Lifecycle));

    public Failure Matter { get; } = Failure.At(instrument, "matter", ImmutableArray<Term>.CastUp(instrument.Matters));

    /// <summary>It carries the request, and another one better.</summary>
    public RejectedBasis Weaker { get; } = new(instrument.Id, "weaker", []);

    public RejectedBasis WeakerOrUnknown { get; } = new(instrument.Id, "weaker-or-unknown", []);
}
