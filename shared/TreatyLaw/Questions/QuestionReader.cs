using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a question of any of the four sorts from a text with request, disclosure, action or clock, and facts.</summary>
public static class QuestionReader
{
    /// <summary>
    /// An <see cref="AssistanceRequest"/>, <see cref="Disclosure"/>, <see cref="CoordinationStep"/> or
    /// <see cref="ClockQuestion"/>, or null where none is stated.
    /// </summary>
    public static object? Read(LawFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var facts = FactsReader.Read(fields.Fields("facts"));
        object? found = null;
        foreach (var (name, read) in Sorts)
        {
            if (fields.Fields(name) is not { } question)
            {
                continue;
            }

            if (found is not null)
            {
                fields.Report(question.Map.Place, $"'{name}' is a second question", "ask one thing at a time");
            }

            found = read(question, facts);
            question.Done();
        }

        if (found is null)
        {
            fields.Report(fields.Map.Place, "nothing is asked", "add one of request, disclosure, action, clock");
        }

        return found;
    }

    private static readonly (string Name, Func<LawFields, Facts, object> Read)[] Sorts =
    [
        ("request", RequestFrom),
        ("disclosure", DisclosureFrom),
        ("action", StepFrom),
        ("clock", ClockFrom),
    ];

    private static AssistanceRequest RequestFrom(LawFields fields, Facts facts)
    {
        fields.Text("assets");
        var at = Day(fields, "at");
        var request = new AssistanceRequest
        {
            Trigger = fields.Required("trigger", Words.Of("request spontaneous alert")),
            From = fields.Required("from"),
            To = fields.Required("to"),
            At = at,
            AsOf = fields.Has("asOf") ? Day(fields, "asOf") : at,
            Invoked = NotNone(fields.Text("invoked")),
            Pinned = fields.Truth("pinned") ?? false,
            Urgent = fields.Truth("urgent") ?? false,
            Oral = fields.Truth("oral") ?? false,
            Procedure = fields.Required("procedure", Vocabulary.Procedures),
            Kinds = NotEmpty(fields, "kinds", fields.Texts("kinds", Vocabulary.Assistance)),
            Subjects = NotEmpty(fields, "subjects", All(fields, "subjects", SubjectFrom)),
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
            conduct is null ? default : Day(conduct, "from"),
            conduct is null ? DateOnly.MaxValue : Day(conduct, "to")
        );
        conduct?.Done();
        return subject;
    }

    private static Disclosure DisclosureFrom(LawFields fields, Facts facts) =>
        new()
        {
            Holder = fields.Required("holder"),
            At = Day(fields, "at"),
            Op = fields.Required("op", Words.Of("use disclose")),
            Purpose = fields.Required("purpose", Vocabulary.Purposes),
            Recipient = fields.Required("recipient", Vocabulary.Recipients),
            To = NotNone(fields.Text("to")),
            CombinedAs = NotNone(fields.Text("combinedAs")),
            Items = NotEmpty(fields, "items", All(fields, "items", ItemFrom)),
            Facts = facts,
        };

    private static DisclosureItem ItemFrom(LawFields fields) =>
        new()
        {
            Item = fields.Required("item"),
            Provenance = NotEmpty(fields, "provenance", All(fields, "provenance", ProvenanceFrom)),
            PersonalData = FactsReader.Tri(fields, "personalData") == Tri.Yes,
            Markings = fields.Texts("markings", Vocabulary.Markings),
            Conditions = All(fields, "conditions", ConditionFrom),
        };

    private static ProvenanceStep ProvenanceFrom(LawFields fields) =>
        new(fields.Required("from"), fields.Required("to"), fields.Required("under"), Day(fields, "at"));

    private static SenderCondition ConditionFrom(LawFields fields) =>
        new(
            fields.Required("id"),
            fields.Required("setBy"),
            fields.Required("effect", HandlingTerm.EffectWords),
            fields.Texts("purposes", Vocabulary.Purposes),
            fields.Texts("recipients", Vocabulary.Recipients)
        );

    private static CoordinationStep StepFrom(LawFields fields, Facts facts)
    {
        var happened = fields.Fields("event");
        var step = new CoordinationStep
        {
            Instrument = fields.Required("instrument"),
            Kind = fields.Required("kind", Words.Of("widespread union-dimension")),
            Trader = fields.Text("trader") ?? "",
            Law = fields.Text("law") ?? "",
            Concerned = fields.Texts("concerned"),
            Coordinator = NotNone(fields.Text("coordinator")),
            AlertAt = Day(fields, "alertAt"),
            Authority = happened?.Required("authority") ?? "",
            At = happened is null ? default : Day(happened, "at"),
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

    private static ClockQuestion ClockFrom(LawFields fields, Facts facts) =>
        new()
        {
            Instrument = fields.Required("instrument"),
            Acting = fields.Required("acting"),
            Events = NotEmpty(fields, "events", All(fields, "events", EventFrom)),
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

    private static ImmutableArray<T> All<T>(LawFields fields, string name, Func<LawFields, T> read)
    {
        if (fields.Node(name) is not LawList list)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        foreach (var map in list.Items.OfType<LawMap>())
        {
            var inner = new LawFields(map, fields.Term, fields.Problems);
            all.Add(read(inner));
            inner.Done();
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<T> NotEmpty<T>(LawFields fields, string name, ImmutableArray<T> values)
    {
        if (values.IsEmpty)
        {
            fields.Report(fields.PlaceOf(name), $"'{name}' is missing or empty", "list at least one");
        }

        return values;
    }

    private static DateOnly Day(LawFields fields, string name)
    {
        if (!fields.Has(name))
        {
            fields.Report(fields.Map.Place, $"'{name}' is missing", "write a calendar day as \"2026-03-02\"");
        }

        return fields.Date(name) ?? default;
    }

    private static string? NotNone(string? text) => text is null or "none" ? null : text;
}
