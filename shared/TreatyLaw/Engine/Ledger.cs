using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Collects what a decision will say, each thing once, in the order in which it was found.</summary>
internal sealed class Ledger
{
    private readonly Unique<string, Citation> citations = new(citation => citation.Text);
    private readonly Sorted<InstrumentVersion> versions = new(version => version.Instrument);
    private readonly Unique<string, string> decided = new(word => word);
    private readonly Unique<string, string> tested = new(word => word);
    private readonly Unique<string, string> unknown = new(word => word);
    private readonly Sorted<RejectedBasis> rejected = new(basis => basis.Instrument);
    private readonly Unique<string, string> given = new(word => word);
    private readonly Unique<string, string> notGiven = new(word => word);
    private readonly Unique<string, string> consentFrom = new(word => word);
    private readonly Unique<Deadline, Deadline> deadlines = new(deadline => deadline);
    private readonly Unique<ObjectionWindow, ObjectionWindow> windows = new(window => window);
    private readonly Unique<string, string> duties = new(word => word);
    private readonly Unique<string, string> ask = new(word => word);

    public bool HasCitations => citations.Count > 0;

    public bool HasGiven => given.Count > 0;

    /// <summary>So many instruments are tried.</summary>
    public void Expect(int instruments)
    {
        versions.Expect(instruments);
        rejected.Expect(instruments);
    }

    public void Use(InstrumentVersion version) => versions.Add(version);

    /// <summary>The term took part in the decision: it is named and cited.</summary>
    public void Decide(Instrument instrument, Term term)
    {
        decided.Add(term.Id);
        Cite(instrument, term);
    }

    public void Decide<T>(Instrument instrument, IEnumerable<T> terms)
        where T : Term
    {
        foreach (var term in terms)
        {
            Decide(instrument, term);
        }
    }

    public void Decide<T>(Instrument instrument, ImmutableArray<T> terms)
        where T : Term
    {
        foreach (var term in terms)
        {
            Decide(instrument, term);
        }
    }

    public void Cite(Instrument instrument, Term term)
    {
        Use(instrument.Version);
        foreach (var text in term.Cites)
        {
            Cite(new Citation(text, instrument.Id, term.Id, term.Mark));
        }
    }

    public void Cite(Citation citation) => citations.Add(citation);

    public void Test(Term term) => tested.Add(term.Id);

    /// <summary>The term stays open because a fact is unknown; it is cited as such.</summary>
    public void Open(Instrument instrument, Term term)
    {
        unknown.Add(term.Id);
        Cite(instrument, term);
    }

    public void Reject(RejectedBasis basis) => rejected.Add(basis);

    public void Give(string kind) => given.Add(kind);

    public void Withhold(string kind) => notGiven.Add(kind);

    public void ConsentOf(string authority) => consentFrom.Add(authority);

    public void Due(Deadline deadline) => deadlines.Add(deadline);

    public void Window(ObjectionWindow window) => windows.Add(window);

    public void Duty(string duty) => duties.Add(duty);

    public void Duty(ImmutableArray<string> all)
    {
        foreach (var duty in all)
        {
            duties.Add(duty);
        }
    }

    public void Ask(string question) => ask.Add(question);

    /// <summary>Takes over what a part found.</summary>
    public void Take(Decision part)
    {
        Each(part.Versions, Use);
        Each(part.Citations, Cite);
        Each(part.DecidedBy, id => decided.Add(id));
        Each(part.Tested, id => tested.Add(id));
        Each(part.Unknown, id => unknown.Add(id));
        Each(part.Given, Give);
        Each(part.NotGiven, Withhold);
        Each(part.ConsentFrom, ConsentOf);
        Each(part.Deadlines, Due);
        Each(part.Windows, Window);
        Each(part.Duties, Duty);
        Each(part.Ask, Ask);
    }

    public Decision Close(Outcome outcome, string basis, ImmutableArray<DecisionPart> parts = default) =>
        new()
        {
            Outcome = outcome,
            Basis = basis,
            Versions = versions.ToImmutable(),
            Citations = citations.ToImmutable(),
            DecidedBy = decided.ToImmutable(),
            Tested = tested.ToImmutable(),
            Unknown = unknown.ToImmutable(),
            Rejected = rejected.ToImmutable(),
            Given = given.ToImmutable(),
            NotGiven = notGiven.ToImmutable(),
            ConsentFrom = [.. consentFrom.Values.Order(StringComparer.Ordinal)],
            Deadlines = deadlines.ToImmutable(),
            Windows = windows.ToImmutable(),
            Duties = duties.ToImmutable(),
            Ask = [.. ask.Values.Order(StringComparer.Ordinal)],
            Parts = parts.IsDefault ? [] : parts,
        };

    private static void Each<T>(ImmutableArray<T> values, Action<T> take)
    {
        foreach (var value in values)
        {
            take(value);
        }
    }
}
