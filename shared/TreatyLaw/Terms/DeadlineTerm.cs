using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Who must do what by when, after which event.</summary>
public sealed class DeadlineTerm : Term
{
    internal DeadlineTerm(LawFields fields)
        : base("deadline", fields)
    {
        After = fields.Required("after", Vocabulary.Events);
        For = fields.Texts("for", Vocabulary.Scope);
        If = fields.Text("if", Vocabulary.Predicates);
        Do = fields.Required("do", Vocabulary.Dos);
        Replaces = fields.Text("replaces");
        Within = ReadPeriod(fields);
        fields.Text("calendar");
        fields.Text("extension");
        fields.Text("onMiss");
    }

    public string After { get; }

    /// <summary>The kinds of assistance it is about; empty means all.</summary>
    public ImmutableArray<string> For { get; }

    public string? If { get; }

    public string Do { get; }

    /// <summary>The deadline that this one takes the place of.</summary>
    public string? Replaces { get; }

    /// <summary>The period, or null where the text says only "without undue delay".</summary>
    public Period? Within { get; }

    internal static Period? ReadPeriod(LawFields fields, string name = "within")
    {
        if (fields.Fields(name) is not { } within)
        {
            return null;
        }

        var count = within.Number("n");
        var unit = within.Required("unit", Words.Of("hours days workingDays weeks months years"));
        if (count is null)
        {
            within.Report(within.Map.Place, "a period needs a number", "write {n: 10, unit: workingDays}");
        }

        foreach (var other in new[] { "form", "to", "from" })
        {
            within.Node(other);
        }

        within.Done();
        return count is { } n && Period.ParseUnit(unit) is { } known ? new Period(n, known) : null;
    }
}
