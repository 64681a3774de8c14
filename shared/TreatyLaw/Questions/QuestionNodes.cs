using static CaseCoordination.TreatyLaw.LawNodes;

namespace CaseCoordination.TreatyLaw;

/// <summary>Questions and facts as law texts.</summary>
internal static class QuestionNodes
{
    public static LawMap Of(AssistanceRequest request) =>
        Map(
            ("trigger", Text(request.Trigger)),
            ("from", Text(request.From)),
            ("to", Text(request.To)),
            ("at", Date(request.At)),
            ("asOf", Date(request.AsOf)),
            ("invoked", Text(request.Invoked ?? "none")),
            ("pinned", Truth(request.Pinned)),
            ("urgent", Truth(request.Urgent)),
            ("oral", Truth(request.Oral)),
            ("procedure", Text(request.Procedure)),
            ("kinds", Texts(request.Kinds)),
            ("subjects", List(request.Subjects.Select(Of))),
            ("missing", Texts(request.Missing))
        );

    public static LawMap Of(Disclosure disclosure) =>
        Map(
            ("holder", Text(disclosure.Holder)),
            ("at", Date(disclosure.At)),
            ("op", Text(disclosure.Op)),
            ("purpose", Text(disclosure.Purpose)),
            ("recipient", Text(disclosure.Recipient)),
            ("to", Text(disclosure.To ?? "none")),
            ("combinedAs", Text(disclosure.CombinedAs ?? "none")),
            ("items", List(disclosure.Items.Select(Of)))
        );

    public static LawMap Of(CoordinationStep step) =>
        Map(
            ("instrument", Text(step.Instrument)),
            ("kind", Text(step.Kind)),
            ("trader", Text(step.Trader)),
            ("law", Text(step.Law)),
            ("concerned", Texts(step.Concerned)),
            ("coordinator", Text(step.Coordinator ?? "none")),
            ("alertAt", Date(step.AlertAt)),
            (
                "event",
                Map(
                    ("authority", Text(step.Authority)),
                    ("at", Date(step.At)),
                    ("does", Text(step.Does)),
                    ("measure", step.Measure is { } measure ? Text(measure) : null)
                )
            )
        );

    public static LawMap Of(ClockQuestion question) =>
        Map(
            ("instrument", Text(question.Instrument)),
            ("acting", Text(question.Acting)),
            (
                "events",
                List(
                    question.Events.Select(e =>
                        Map(("event", Text(e.Event)), ("at", Text(DueFormat.Write(e.At, byTheHour: true))))
                    )
                )
            ),
            ("compute", Texts(question.Compute))
        );

    public static LawMap Of(Facts facts)
    {
        var predicates = facts.Predicates.Select(fact => (fact.Key, (LawNode?)Tri(fact.Value)));
        var consents = facts.Consents.Select(consent => (consent.Key, (LawNode?)Tri(consent.Value)));
        return Map([
            .. predicates,
            ("proceedings", Entries(facts.Proceedings, Of)),
            ("sanctions", Entries(facts.Sanctions, Of)),
            ("enforcement", Entries(facts.Enforcement, Of)),
            ("commitments", Text(facts.Commitments ?? "unknown")),
            ("consents", facts.Consents.IsEmpty ? null : Map(consents)),
        ]);
    }

    private static LawMap Of(RequestSubject subject) =>
        Map(
            ("subject", Number(subject.Subject)),
            ("matter", Text(subject.Matter)),
            ("over", Text(subject.Over)),
            ("financialInstrument", Tri(subject.FinancialInstrument)),
            ("conduct", Map(("from", Date(subject.ConductFrom)), ("to", Date(subject.ConductTo))))
        );

    private static LawMap Of(DisclosureItem item) =>
        Map(
            ("item", Text(item.Item)),
            ("provenance", List(item.Provenance.Select(Of))),
            ("personalData", Tri(item.PersonalData.ToTri())),
            ("markings", Texts(item.Markings)),
            ("conditions", item.Conditions.IsEmpty ? null : List(item.Conditions.Select(Of)))
        );

    private static LawMap Of(ProvenanceStep step) =>
        Map(("from", Text(step.From)), ("to", Text(step.To)), ("under", Text(step.Under)), ("at", Date(step.At)));

    private static LawMap Of(SenderCondition condition) =>
        Map(
            ("id", Text(condition.Id)),
            ("setBy", Text(condition.SetBy)),
            ("effect", Text(condition.Effect)),
            ("purposes", Texts(condition.Purposes)),
            ("recipients", Texts(condition.Recipients))
        );

    private static LawMap Of(Proceeding entry) =>
        Map(
            ("state", Text(entry.State)),
            ("kind", Text(entry.Kind)),
            ("status", Text(entry.Status)),
            ("sameFacts", Tri(entry.SameFacts)),
            ("samePersons", Tri(entry.SamePersons))
        );

    private static LawMap Of(Sanction entry) =>
        Map(
            ("state", Text(entry.State)),
            ("status", Text(entry.Status)),
            ("sameCharges", Tri(entry.SameCharges)),
            ("samePersons", Tri(entry.SamePersons))
        );

    private static LawMap Of(EnforcementStep entry) =>
        Map(
            ("state", Text(entry.State)),
            ("status", Text(entry.Status)),
            ("at", Date(entry.At)),
            ("sameTrader", Tri(entry.SameTrader)),
            ("sameInfringement", Tri(entry.SameInfringement))
        );

    private static LawNode Entries<T>(IReadOnlyList<T>? entries, Func<T, LawMap> of) =>
        entries switch
        {
            null => Text("unknown"),
            { Count: 0 } => Text("none"),
            _ => List(entries.Select(of)),
        };

    private static LawNode Tri(Tri value) => Text(value.Code());
}
