namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Facts with their predicates in a table, because a question may test thousands of conditions.</summary>
internal sealed class KnownFacts
{
    private readonly Tri[] byNumber = new Tri[Vocabulary.PredicateNumbers.Count];

    public KnownFacts(Facts facts)
    {
        All = facts;
        foreach (var (predicate, value) in facts.Predicates)
        {
            if (Vocabulary.PredicateNumbers.TryGetValue(predicate, out var number))
            {
                byNumber[number] = value;
            }
        }
    }

    public Facts All { get; }

    public Tri this[Condition.Fact fact] => fact.Number is { } number ? byNumber[number] : All[fact.Predicate];
}
