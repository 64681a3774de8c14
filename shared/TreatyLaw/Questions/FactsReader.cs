using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Reads facts by their codes; a word that is no fact is a problem, not an unknown.</summary>
internal static class FactsReader
{
    private static readonly Words Tris = Words.Of("yes no unknown");

    public static Facts Read(LawFields? fields)
    {
        if (fields is null)
        {
            return Facts.None;
        }

        var predicates = Facts.None.Predicates.ToBuilder();
        foreach (var entry in fields.Map.Entries)
        {
            if (Vocabulary.Predicates.Contains(entry.Key))
            {
                predicates[entry.Key] = Tri(fields, entry.Key);
            }
        }

        var facts = new Facts
        {
            Predicates = predicates.ToImmutable(),
            Proceedings = Entries(fields, "proceedings", Proceeding),
            Sanctions = Entries(fields, "sanctions", Sanction),
            Enforcement = Entries(fields, "enforcement", Enforcement),
            Commitments = fields.Text("commitments", Words.Of("none accepted-and-not-due implemented failed unknown"))
                is { } state
                    and not "unknown"
                ? state
                : null,
            Consents = Consents(fields),
        };
        fields.Done();
        return facts;
    }

    public static Tri Tri(LawFields fields, string name) =>
        TriLogic.Parse(fields.Text(name, Tris)) ?? CaseCoordination.TreatyLaw.Tri.Unknown;

    private static ImmutableSortedDictionary<string, Tri> Consents(LawFields fields)
    {
        var consents = Facts.None.Consents.ToBuilder();
        if (fields.Fields("consents") is { } all)
        {
            foreach (var entry in all.Map.Entries)
            {
                consents[entry.Key] = Tri(all, entry.Key);
            }
        }

        return consents.ToImmutable();
    }

    /// <summary>"none" is an empty list; "unknown" or nothing said is no list at all.</summary>
    private static List<T>? Entries<T>(LawFields fields, string name, Func<LawFields, T> read)
    {
        switch (fields.Node(name))
        {
            case null or LawScalar { Text: "unknown" }:
                return null;
            case LawScalar { Text: "none" }:
                return [];
            case LawList list:
                return
                [
                    .. list
                        .Items.OfType<LawMap>()
                        .Select(map => Entry(new LawFields(map, fields.Term, fields.Problems), read)),
                ];
            case var other:
                fields.Report(other.Place, $"'{name}' is none, unknown or a list", "write none if there are none");
                return null;
        }
    }

    private static T Entry<T>(LawFields fields, Func<LawFields, T> read)
    {
        var entry = read(fields);
        fields.Done();
        return entry;
    }

    private static Proceeding Proceeding(LawFields fields) =>
        new(
            fields.Required("state"),
            fields.Required("kind", Words.Of("criminal judicial administrative")),
            fields.Required("status", Words.Of("initiated judgment settlement final")),
            Tri(fields, "sameFacts"),
            Tri(fields, "samePersons")
        );

    private static Sanction Sanction(LawFields fields) =>
        new(
            fields.Required("state"),
            fields.Required("status", Words.Of("final")),
            Tri(fields, "sameCharges"),
            Tri(fields, "samePersons")
        );

    private static EnforcementStep Enforcement(LawFields fields) =>
        new(
            fields.Required("state"),
            fields.Required("status", Words.Of("initiated decided")),
            fields.Date("at") ?? default,
            Tri(fields, "sameTrader"),
            Tri(fields, "sameInfringement")
        );
}
