using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What the readers of questions have in common.</summary>
internal static class QuestionFields
{
    public static ImmutableArray<T> All<T>(LawFields fields, string name, Func<LawFields, T> read)
    {
        if (fields.Node(name) is not LawList list)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        foreach (var map in list.Items.OfType<LawMap>())
        {
            var inner = new LawFields(map, fields.Term, fields.Problems);
            all.Add(read(inner));
            inner.Done();
        }

        return all.ToImmutable();
    }

    public static ImmutableArray<T> NotEmpty<T>(LawFields fields, string name, ImmutableArray<T> values)
    {
        if (values.IsEmpty)
        {
            fields.Report(fields.PlaceOf(name), $"'{name}' is missing or empty", "list at least one");
        }

        return values;
    }

    public static DateOnly Day(LawFields fields, string name)
    {
        if (!fields.Has(name))
        {
            fields.Report(fields.Map.Place, $"'{name}' is missing", "write a calendar day as \"2026-03-02\"");
        }

        return fields.Date(name) ?? default;
    }

    public static string? NotNone(string? text) => text is null or "none" ? null : text;
}
