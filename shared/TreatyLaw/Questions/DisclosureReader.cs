namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a question about a use or a disclosure.</summary>
internal static class DisclosureReader
{
    public static Disclosure Read(LawFields fields, Facts facts) =>
        new()
        {
            Holder = fields.Required("holder"),
            At = QuestionFields.Day(fields, "at"),
            Op = fields.Required("op", Words.Of("use disclose")),
            Purpose = fields.Required("purpose", Vocabulary.Purposes),
            Recipient = fields.Required("recipient", Vocabulary.Recipients),
            To = QuestionFields.NotNone(fields.Text("to")),
            CombinedAs = QuestionFields.NotNone(fields.Text("combinedAs")),
            Items = QuestionFields.NotEmpty(fields, "items", QuestionFields.All(fields, "items", ItemFrom)),
            Facts = facts,
        };

    private static DisclosureItem ItemFrom(LawFields fields) =>
        new()
        {
            Item = fields.Required("item"),
            Provenance = QuestionFields.NotEmpty(
                fields,
                "provenance",
                QuestionFields.All(fields, "provenance", ProvenanceFrom)
            ),
            PersonalData = FactsReader.Tri(fields, "personalData") == Tri.Yes,
            Markings = fields.Texts("markings", Vocabulary.Markings),
            Conditions = QuestionFields.All(fields, "conditions", ConditionFrom),
        };

    private static ProvenanceStep ProvenanceFrom(LawFields fields) =>
        new(fields.Required("from"), fields.Required("to"), fields.Required("under"), QuestionFields.Day(fields, "at"));

    private static SenderCondition ConditionFrom(LawFields fields) =>
        new(
            fields.Required("id"),
            fields.Required("setBy"),
            fields.Required("effect", HandlingTerm.EffectWords),
            fields.Texts("purposes", Vocabulary.Purposes),
            fields.Texts("recipients", Vocabulary.Recipients)
        );
}
