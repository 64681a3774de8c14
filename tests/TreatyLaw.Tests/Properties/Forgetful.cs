namespace CaseCoordination.TreatyLaw.Tests.Properties;

/// <summary>The same request, with one known fact unknown.</summary>
internal static class Forgetful
{
    public static IEnumerable<AssistanceRequest> Versions(AssistanceRequest request)
    {
        var facts = request.Facts;
        foreach (var known in facts.Predicates.Where(fact => fact.Value != Tri.Unknown))
        {
            yield return request with
            {
                Facts = facts.With(known.Key, Tri.Unknown),
            };
        }

        yield return request with
        {
            Facts = facts with { Proceedings = null },
        };
        for (var i = 0; i < request.Subjects.Length; i++)
        {
            var forgot = request.Subjects[i] with { FinancialInstrument = Tri.Unknown };
            yield return request with
            {
                Subjects = request.Subjects.SetItem(i, forgot),
            };
        }
    }
}
