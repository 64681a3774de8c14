namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a request for assistance.</summary>
internal static class RequestReader
{
    public static AssistanceRequest Read(LawFields fields, Facts facts)
    {
        fields.Text("assets");
        var at = QuestionFields.Day(fields, "at");
        var request = new AssistanceRequest
        {
            Trigger = fields.Required("trigger", Words.Of("request spontaneous alert")),
            From = fields.Required("from"),
            To = fields.Required("to"),
            At = at,
            AsOf = fields.Has("asOf") ? QuestionFields.Day(fields, "asOf") : at,
            Invoked = QuestionFields.NotNone(fields.Text("invoked")),
            Pinned = fields.Truth("pinned") ?? false,
            Urgent = fields.Truth("urgent") ?? false,
            Oral = fields.Truth("oral") ?? false,
            Procedure = fields.Required("procedure", Vocabulary.Procedures),
            Kinds = QuestionFields.NotEmpty(fields, "kinds", fields.Texts("kinds", Vocabulary.Assistance)),
            Subjects = QuestionFields.NotEmpty(fields, "subjects", QuestionFields.All(fields, "subjects", SubjectFrom)),
            Missing = fields.Texts("missing", Vocabulary.Fields),
            Facts = facts,
        };
        if (request.Pinned && request.Invoked is null)
        {
            fields.Report(fields.PlaceOf("pinned"), "nothing is named that could be pinned", "name it in 'invoked'");
        }

        return request;
    }

    private static RequestSubject SubjectFrom(LawFields fields)
    {
        var conduct = fields.Fields("conduct");
        var subject = new RequestSubject(
            fields.Number("subject") ?? 1,
            fields.Required("matter", Vocabulary.Matters.And("covered-entity-supervision")),
            fields.Required("over", Vocabulary.Over),
            FactsReader.Tri(fields, "financialInstrument"),
            conduct is null ? default : QuestionFields.Day(conduct, "from"),
            conduct is null ? DateOnly.MaxValue : QuestionFields.Day(conduct, "to")
        );
        conduct?.Done();
        return subject;
    }
}
