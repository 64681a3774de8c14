using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>One rule of an instrument, with the articles it rests on and how sure their reading is.</summary>
public abstract class Term
{
    private protected Term(string kind, LawFields fields)
    {
        Kind = kind;
        Source = fields.Map;
        fields.Text("kind");
        Id = fields.Required("id");
        Cites = fields.Texts("cites");
        Mark = fields.Required("conf", Vocabulary.Marks);
        Note = fields.Text("note");
        if (fields.Fields("effective") is { } effective)
        {
            From = effective.Date("from");
            To = effective.Date("to");
            effective.Done();
        }

        if (Cites.IsEmpty)
        {
            fields.Report(fields.Map.Place, "a term without a citation decides nothing", "add cites: [\"Act Art. 1\"]");
        }

        if (From >= To)
        {
            fields.Report(fields.PlaceOf("effective"), "the term ends before it begins", "'to' is the first day out");
        }
    }

    public string Kind { get; }

    public string Id { get; }

    public ImmutableArray<string> Cites { get; }

    /// <summary>H-src, H, M or L.</summary>
    public string Mark { get; }

    public string? Note { get; }

    /// <summary>The first day on which the term applies, if it is younger than its instrument.</summary>
    public DateOnly? From { get; }

    /// <summary>The first day on which it applies no more.</summary>
    public DateOnly? To { get; }

    /// <summary>The term exactly as it was written.</summary>
    public LawMap Source { get; }

    public bool AppliesOn(DateOnly day) => (From is null || day >= From) && (To is null || day < To);
}
