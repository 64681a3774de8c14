using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A residual obligation that decides nothing by itself.</summary>
public sealed class DutyTerm : Term
{
    internal DutyTerm(LawFields fields)
        : base("duty", fields)
    {
        Do = fields.Texts("do");
        When = fields.Texts("when");
        fields.Text("to");
        fields.Text("except");
        if (Do.IsEmpty)
        {
            fields.Report(fields.Map.Place, "'do' is missing", "say what must be done");
        }
    }

    public ImmutableArray<string> Do { get; }

    /// <summary>The situations in which it arises, such as denial or decline.</summary>
    public ImmutableArray<string> When { get; }
}

/// <summary>Who settles a disagreement, and with what result.</summary>
public sealed class EscalationTerm : Term
{
    internal EscalationTerm(LawFields fields)
        : base("escalation", fields)
    {
        When = fields.Required("when");
        To = fields.Required("to");
        Result = fields.Text("result");
    }

    public string When { get; }

    public new string To { get; }

    public string? Result { get; }
}
