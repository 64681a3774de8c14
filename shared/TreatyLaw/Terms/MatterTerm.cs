using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Which conduct, over which things, in which procedure, and on which dates.</summary>
public sealed class MatterTerm : Term
{
    internal MatterTerm(LawFields fields)
        : base("matter", fields)
    {
        Codes = fields.Texts("codes", Vocabulary.MattersOrAny);
        Excludes = fields.Texts("excludes", Vocabulary.MattersOrAny);
        Over = fields.Texts("over", Vocabulary.OverOrAny);
        FinancialInstrument = fields.Text("financialInstrument", Words.Of("yes no")) is { } stated
            ? TriLogic.Parse(stated)
            : null;
        Procedures = fields.Texts("procedure", Vocabulary.Procedures);
        var time = fields.Fields("time");
        TiedToConduct = time?.Text("basis", Words.Of("request conduct")) == "conduct";
        CoversCeasedConduct = time?.Truth("ceasedConduct") ?? true;
        time?.Done();
        if (Codes.IsEmpty)
        {
            fields.Report(fields.Map.Place, "'codes' is missing", "list the matters it covers, or [any]");
        }

        if (Over.IsEmpty)
        {
            fields.Report(fields.Map.Place, "'over' is missing", "list the things it covers, or [any]");
        }
    }

    public ImmutableArray<string> Codes { get; }

    public ImmutableArray<string> Excludes { get; }

    public ImmutableArray<string> Over { get; }

    /// <summary>Whether the thing must, or must not, be a financial instrument.</summary>
    public Tri? FinancialInstrument { get; }

    /// <summary>The requester's procedures served; empty means all.</summary>
    public ImmutableArray<string> Procedures { get; }

    /// <summary>Both must have been bound when the conduct took place.</summary>
    public bool TiedToConduct { get; }

    public bool CoversCeasedConduct { get; }
}
