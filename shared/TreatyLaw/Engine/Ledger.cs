using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Collects what a decision will say, each thing once, in the order in which it was found.</summary>
internal sealed class Ledger
{
    private readonly List<Citation> citations = [];
    private readonly List<InstrumentVersion> versions = [];
    private readonly List<string> decided = [];
    private readonly List<string> tested = [];
    private readonly List<string> unknown = [];
    private readonly List<RejectedBasis> rejected = [];
    private readonly List<string> given = [];
    private readonly List<string> notGiven = [];
    private readonly List<string> consentFrom = [];
    private readonly List<Deadline> deadlines = [];
    private readonly List<ObjectionWindow> windows = [];
    private readonly List<string> duties = [];
    private readonly List<string> ask = [];

    public bool HasCitations => citations.Count > 0;

    public bool HasGiven => given.Count > 0;

    public void Use(InstrumentVersion version) => Once(versions, version);

    /// <summary>The term took part in the decision: it is named and cited.</summary>
    public void Decide(Instrument instrument, Term term)
    {
        Once(decided, term.Id);
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

    public void Cite(Instrument instrument, Term term)
    {
        Use(instrument.Version);
        foreach (var text in term.Cites)
        {
            Cite(new Citation(text, instrument.Id, term.Id, term.Mark));
        }
    }

    public void Cite(Citation citation)
    {
        foreach (var other in citations)
        {
            if (string.Equals(other.Text, citation.Text, StringComparison.Ordinal))
            {
                return;
            }
        }

        citations.Add(citation);
    }

    public void Test(Term term) => Once(tested, term.Id);

    /// <summary>The term stays open because a fact is unknown; it is cited as such.</summary>
    public void Open(Instrument instrument, Term term)
    {
        Once(unknown, term.Id);
        Cite(instrument, term);
    }

    public void Reject(RejectedBasis basis)
    {
        if (!rejected.Exists(other => other.Instrument == basis.Instrument))
        {
            rejected.Add(basis);
        }
    }

    public void Give(string kind) => Once(given, kind);

    public void Withhold(string kind) => Once(notGiven, kind);

    public void ConsentOf(string authority) => Once(consentFrom, authority);

    public void Due(Deadline deadline) => Once(deadlines, deadline);

    public void Window(ObjectionWindow window) => Once(windows, window);

    public void Duty(string duty) => Once(duties, duty);

    public void Duty(ImmutableArray<string> all)
    {
        foreach (var duty in all)
        {
            Once(duties, duty);
        }
    }

    public void Ask(string question) => Once(ask, question);

    /// <summary>Takes over what a part found.</summary>
    public void Take(Decision part)
    {
        Each(part.Versions, Use);
        Each(part.Citations, Cite);
        Each(part.DecidedBy, id => Once(decided, id));
        Each(part.Tested, id => Once(tested, id));
        Each(part.Unknown, id => Once(unknown, id));
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
            Versions = [.. versions.OrderBy(version => version.Instrument, StringComparer.Ordinal)],
            Citations = [.. citations],
            DecidedBy = [.. decided],
            Tested = [.. tested],
            Unknown = [.. unknown],
            Rejected = [.. rejected.OrderBy(basis => basis.Instrument, StringComparer.Ordinal)],
            Given = [.. given],
            NotGiven = [.. notGiven],
            ConsentFrom = [.. consentFrom.Order(StringComparer.Ordinal)],
            Deadlines = [.. deadlines],
            Windows = [.. windows],
            Duties = [.. duties],
            Ask = [.. ask.Order(StringComparer.Ordinal)],
            Parts = parts.IsDefault ? [] : parts,
        };

    private static void Each<T>(ImmutableArray<T> values, Action<T> take)
    {
        foreach (var value in values)
        {
            take(value);
        }
    }

    private static void Once<T>(List<T> list, T value)
    {
        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
