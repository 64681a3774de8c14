using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A statement about the facts that is yes, no or unknown.</summary>
public abstract record Condition
{
    /// <summary>The fact codes that the condition looks at.</summary>
    public abstract IEnumerable<string> Facts { get; }

    internal static Condition Read(LawFields fields, string name) =>
        fields.Node(name) switch
        {
            null => Missing(fields, name),
            var node => Read(fields, node),
        };

    private static Fact Missing(LawFields fields, string name)
    {
        fields.Report(fields.Map.Place, $"'{name}' is missing", "name the predicate on which it turns");
        return new Fact("");
    }

    private static Condition Read(LawFields fields, LawNode node)
    {
        switch (node)
        {
            case LawScalar scalar:
                if (!Vocabulary.Predicates.Contains(scalar.Text))
                {
                    var near = Spelling.Nearest(scalar.Text, Vocabulary.Predicates);
                    fields.Report(
                        scalar.Place,
                        $"'{scalar.Text}' is not a known predicate",
                        near is null ? "see the list of predicates" : $"did you mean '{near}'?"
                    );
                }

                return new Fact(scalar.Text);
            case LawMap map:
                return Read(new LawFields(map, fields.Term, fields.Problems));
            default:
                fields.Report(node.Place, "a condition is one predicate or {any: [...]}", "write one of these");
                return new Fact("");
        }
    }

    private static Condition Read(LawFields fields)
    {
        Condition? found = null;
        foreach (var operation in new[] { "any", "all" })
        {
            if (fields.Node(operation) is LawList list)
            {
                ImmutableArray<Condition> parts = [.. list.Items.Select(item => Read(fields, item))];
                found = operation == "any" ? new AnyOf(parts) : new AllOf(parts);
            }
        }

        if (fields.Fields("proceedings") is { } proceedings)
        {
            found = Proceeding.From(proceedings);
        }

        if (fields.Fields("sanction") is { } sanction)
        {
            found = Sanction.From(sanction);
        }

        if (fields.Fields("enforcement") is { } enforcement)
        {
            found = Enforcement.From(enforcement);
        }

        if (fields.Text("commitments", Words.Of("accepted-and-not-due implemented failed")) is { } state)
        {
            found = new Commitments(state);
        }

        fields.Done();
        if (found is null)
        {
            fields.Report(
                fields.Map.Place,
                "the condition is empty",
                "use any, all, proceedings, sanction, enforcement"
            );
        }

        return found ?? new Fact("");
    }

    /// <summary>One predicate.</summary>
    public sealed record Fact(string Predicate) : Condition
    {
        public string Predicate { get; } = Predicate;

        /// <summary>Its place in tables of facts; none for a word that is no predicate.</summary>
        internal int? Number { get; } = Vocabulary.PredicateNumbers.TryGetValue(Predicate, out var at) ? at : null;

        public override IEnumerable<string> Facts => [Predicate];
    }

    /// <summary>At least one holds.</summary>
    public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition
    {
        public override IEnumerable<string> Facts => Parts.SelectMany(part => part.Facts);
    }

    /// <summary>All hold.</summary>
    public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition
    {
        public override IEnumerable<string> Facts => Parts.SelectMany(part => part.Facts);
    }

    /// <summary>A proceeding of such a kind and status runs in one of the states named.</summary>
    public sealed record Proceeding(
        ImmutableArray<string> States,
        ImmutableArray<string> Kinds,
        ImmutableArray<string> Statuses,
        bool SameFacts,
        bool SamePersons
    ) : Condition
    {
        public override IEnumerable<string> Facts => ["proceedings"];

        internal static Proceeding From(LawFields fields)
        {
            var read = new Proceeding(
                fields.Texts("state", StateWords),
                fields.Texts("kind", Words.Of("criminal judicial administrative")),
                fields.Texts("status", Words.Of("initiated judgment settlement final")),
                fields.Truth("sameFacts") ?? false,
                fields.Truth("samePersons") ?? false
            );
            fields.Done();
            return read;
        }
    }

    /// <summary>A sanction was imposed in one of the states named.</summary>
    public sealed record Sanction(
        ImmutableArray<string> States,
        ImmutableArray<string> Statuses,
        bool SameCharges,
        bool SamePersons
    ) : Condition
    {
        public override IEnumerable<string> Facts => ["sanctions"];

        internal static Sanction From(LawFields fields)
        {
            var read = new Sanction(
                fields.Texts("state", StateWords),
                fields.Texts("status", Words.Of("final")),
                fields.Truth("sameCharges") ?? false,
                fields.Truth("samePersons") ?? false
            );
            fields.Done();
            return read;
        }
    }

    /// <summary>Enforcement against the same trader for the same infringement has begun or ended.</summary>
    public sealed record Enforcement(ImmutableArray<string> States, ImmutableArray<string> Statuses) : Condition
    {
        public override IEnumerable<string> Facts => ["enforcement"];

        internal static Enforcement From(LawFields fields)
        {
            var read = new Enforcement(
                fields.Texts("state", StateWords),
                fields.Texts("status", Words.Of("initiated decided initiated-before-alert"))
            );
            fields.Done();
            return read;
        }
    }

    /// <summary>The trader's commitments are in such a state.</summary>
    public sealed record Commitments(string State) : Condition
    {
        public override IEnumerable<string> Facts => ["commitments"];
    }

    private static Words StateWords => Words.Of("requested requesting own");
}
