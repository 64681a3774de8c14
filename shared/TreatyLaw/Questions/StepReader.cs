namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a step in a coordinated action.</summary>
internal static class StepReader
{
    public static CoordinationStep Read(LawFields fields, Facts facts)
    {
        var happened = fields.Fields("event");
        var step = new CoordinationStep
        {
            Instrument = fields.Required("instrument"),
            Kind = fields.Required("kind", Words.Of("widespread union-dimension")),
            Trader = fields.Text("trader") ?? "",
            Law = fields.Text("law") ?? "",
            Concerned = fields.Texts("concerned"),
            Coordinator = QuestionFields.NotNone(fields.Text("coordinator")),
            AlertAt = QuestionFields.Day(fields, "alertAt"),
            Authority = happened?.Required("authority") ?? "",
            At = happened is null ? default : QuestionFields.Day(happened, "at"),
            Does =
                happened?.Required("does", Words.Of("decline designate-coordinator becomes-concerned ask-measure"))
                ?? "",
            Measure = happened?.Text("measure", Vocabulary.Measures),
            Facts = facts,
        };
        if (happened is null)
        {
            fields.Report(fields.Map.Place, "'event' is missing", "say who does what, and when");
        }

        happened?.Done();
        return step;
    }
}
