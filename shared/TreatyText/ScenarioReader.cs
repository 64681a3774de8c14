using System.Collections.Immutable;

namespace CaseCoordination.TreatyText;

/// <summary>Reads one scenario, with its changes to cast, terms and holidays.</summary>
internal sealed class ScenarioReader(
    LawMap scenario,
    LawMap cast,
    IReadOnlyList<Instrument> instruments,
    List<LawProblem> problems
)
{
    public Scenario? Read()
    {
        var before = problems.Count;
        var id = (scenario.Find("id") as LawScalar)?.Text;
        var fields = new LawFields(scenario, id, problems);
        fields.Required("id");
        fields.Text("title");
        fields.Text("twinOf");
        fields.Text("why");
        fields.Text("conf", Vocabulary.Marks);
        var expect = fields.Node("expect") as LawMap;
        var overrides = fields.Fields("overrides");
        var members = CastReader.Read(CastFor(overrides), problems);
        var law = InstrumentsFor(overrides);
        overrides?.Done();
        var question = QuestionReader.Read(fields);
        fields.Done();
        if (problems.Count > before || question is null)
        {
            return null;
        }

        CheckNames(question, members, fields);
        return problems.Count > before ? null : Join(id!, members, law, question, expect);
    }

    private Scenario? Join(string id, Cast members, List<Instrument> law, object question, LawMap? expect)
    {
        try
        {
            return new Scenario(id, LawBook.Build(law, members.Participations, members.Authorities), question, expect);
        }
        catch (LawTextException failure)
        {
            problems.AddRange(failure.Problems.Select(p => p with { Place = scenario.Place, Term = $"{id}/{p.Term}" }));
            return null;
        }
    }

    private static bool Knows(Cast members, string authority) => members.Authorities.Any(a => a.Code == authority);

    /// <summary>Every authority and instrument that the question names has to be there.</summary>
    private void CheckNames(object question, Cast members, LawFields fields)
    {
        foreach (var authority in QuestionNames.Authorities(question))
        {
            if (!Knows(members, authority))
            {
                fields.Report(
                    scenario.Place,
                    $"the authority '{authority}' is not in the cast",
                    "add it to cast.authorities"
                );
            }
        }

        foreach (var instrument in QuestionNames.Instruments(question))
        {
            if (!instruments.Any(known => known.Id == instrument))
            {
                fields.Report(scenario.Place, $"no text defines the instrument '{instrument}'", "check its id");
            }
        }
    }

    private LawMap CastFor(LawFields? overrides)
    {
        var changed = cast;
        if (overrides?.Fields("authorities") is { } authorities && cast.Find("authorities") is LawMap known)
        {
            foreach (var change in authorities.Map.Entries)
            {
                if (known.Find(change.Key) is LawMap authority && change.Value is LawMap records)
                {
                    var participations = authority.Find("participations") as LawMap ?? new LawMap([], records.Place);
                    known = known.With(
                        One(change.Key, authority.With(One("participations", participations.With(records))))
                    );
                }
                else
                {
                    authorities.Report(
                        change.Value.Place,
                        $"'{change.Key}' is not in the cast",
                        "override one that is"
                    );
                }
            }

            changed = changed.With(One("authorities", known));
        }

        if (overrides?.Node("holidays") is LawMap holidays)
        {
            var days = cast.Find("holidays") as LawMap ?? new LawMap([], holidays.Place);
            changed = changed.With(One("holidays", days.With(holidays)));
        }

        return changed;
    }

    private List<Instrument> InstrumentsFor(LawFields? overrides)
    {
        List<Instrument> law = [.. instruments];
        if (overrides?.Fields("terms") is not { } terms)
        {
            return law;
        }

        foreach (var change in terms.Map.Entries)
        {
            var index = law.FindIndex(instrument => instrument.Find(change.Key) is not null);
            if (index < 0 || change.Value is not LawMap replaced)
            {
                terms.Report(
                    change.Value.Place,
                    $"no instrument has a term '{change.Key}'",
                    "check the id of the term"
                );
                continue;
            }

            if (InstrumentReader.Read(Changed(law[index], change.Key, replaced), problems) is { } read)
            {
                law[index] = read;
            }
        }

        return law;
    }

    private static LawMap Changed(Instrument instrument, string termId, LawMap replaced)
    {
        ImmutableArray<LawNode> terms =
        [
            .. instrument.Terms.Select(term => term.Id == termId ? term.Source.With(replaced) : (LawNode)term.Source),
        ];
        return instrument.Source.With(One("terms", new LawList(terms, instrument.Source.Place)));
    }

    private static LawMap One(string key, LawNode value) => new([KeyValuePair.Create(key, value)], value.Place);
}
