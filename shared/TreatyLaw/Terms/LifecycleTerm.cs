using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Start, end, survival and precedence of an instrument.</summary>
public sealed class LifecycleTerm : Term
{
    internal LifecycleTerm(LawFields fields)
        : base("lifecycle", fields)
    {
        Begins = fields.Text("begins") is null or "signing" ? null : fields.Date("begins");
        if (fields.Fields("terminate") is { } terminate)
        {
            Notice = DeadlineTerm.ReadPeriod(terminate, "notice");
            terminate.Done();
        }

        Pending = fields.Text("pending", Words.Of("continue unstated lapse"));
        Survives = fields.Texts("survives");
        fields.Texts("coexistsWith");
        if (fields.Fields("prefer") is { } prefer)
        {
            PreferOver = prefer.Required("over");
            prefer.Text("when", Words.Of("both-bound"));
            prefer.Done();
        }
    }

    public DateOnly? Begins { get; }

    /// <summary>How long after a notice the participation ends, by plain count.</summary>
    public Period? Notice { get; }

    /// <summary>What becomes of requests still open at the end: continue, unstated or lapse.</summary>
    public string? Pending { get; }

    /// <summary>The terms that outlive the participation.</summary>
    public ImmutableArray<string> Survives { get; }

    /// <summary>The instrument that stands back where both apply equally.</summary>
    public string? PreferOver { get; }
}
