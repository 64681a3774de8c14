namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a question about time limits.</summary>
internal static class ClockReader
{
    public static ClockQuestion Read(LawFields fields, Facts facts) =>
        new()
        {
            Instrument = fields.Required("instrument"),
            Acting = fields.Required("acting"),
            Events = QuestionFields.NotEmpty(fields, "events", QuestionFields.All(fields, "events", EventFrom)),
            Compute = fields.Texts("compute", Vocabulary.Dos),
            Facts = facts,
        };

    private static ClockEvent EventFrom(LawFields fields)
    {
        var text = fields.Required("at");
        if (DueFormat.Read(text) is not { } at)
        {
            fields.Report(
                fields.PlaceOf("at"),
                $"'at': '{text}' is not a time that exists",
                "write \"2026-03-02T14:30\""
            );
            at = default;
        }

        return new ClockEvent(fields.Required("event", Vocabulary.Events), at.Due);
    }
}
