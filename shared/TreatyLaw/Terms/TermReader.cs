namespace CaseCoordination.TreatyLaw;

/// <summary>Reads one term of any of the eleven kinds.</summary>
internal static class TermReader
{
    public static Term? Read(LawMap map, IList<LawProblem> problems)
    {
        var name = map.Find("id") is LawScalar id ? id.Text : null;
        var fields = new LawFields(map, name, problems);
        Term? term = fields.Required("kind", Vocabulary.Kinds) switch
        {
            "party" => new PartyTerm(fields),
            "matter" => new MatterTerm(fields),
            "assistance" => new AssistanceTerm(fields),
            "content" => new ContentTerm(fields),
            "deadline" => new DeadlineTerm(fields),
            "ground" => new GroundTerm(fields),
            "handling" => new HandlingTerm(fields),
            "coordination" => new CoordinationTerm(fields),
            "escalation" => new EscalationTerm(fields),
            "lifecycle" => new LifecycleTerm(fields),
            "duty" => new DutyTerm(fields),
            _ => null,
        };
        if (term is not null)
        {
            fields.Done();
        }

        return term;
    }
}
