using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>Small memoranda to plan by, as the registry announces them.</summary>
internal static class PlanLaw
{
    /// <summary>The fact on which the memorandum's ground for refusing hangs.</summary>
    public const string Fact = "public-or-national-interest";

    public static string[] Fields { get; } = ["facts-and-purpose", "assistance-and-why"];

    /// <summary>Manipulation with crypto derivatives: transactions are given, content is asked for, conditions travel.</summary>
    public static InstrumentPublished Memorandum { get; } = Publish("plan-mou", "manipulation", from: "2020-01-01");

    /// <summary>A memorandum that is about manipulation until a day, and from then on about fraud alone.</summary>
    public static InstrumentPublished[] Narrowing(string id, string from) =>
        [Publish(id, "manipulation", from: "2020-01-01"), Publish(id, "fraud", from)];

    /// <summary>Another memorandum, on fraud alone.</summary>
    public static InstrumentPublished Other(string id) => Publish(id, "fraud", from: "2020-01-01");

    public static ParticipationRecorded Part(string authority, string instrument = "plan-mou") =>
        new()
        {
            Authority = authority,
            InstrumentId = instrument,
            Revision = 1,
            Status = "full",
            From = "2020-01-01",
        };

    private static InstrumentPublished Publish(string id, string matter, string from)
    {
        var instrument = InstrumentJson.Read(
            $$"""
            {"treaty":"{{id}}","title":"A memorandum","edition":{"made":"2020"},"binding":false,"calendar":"none","terms":[
              {"id":"{{id}}.party","kind":"party","cites":["P §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H-src"},
              {"id":"{{id}}.matter","kind":"matter","cites":["P §2"],"codes":["{{matter}}"],"over":["crypto-derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H-src"},
              {"id":"{{id}}.give","kind":"assistance","cites":["P §3"],"give":["info.transactions"],"modality":"shall","trigger":"request","conf":"H-src"},
              {"id":"{{id}}.content","kind":"content","cites":["P §4"],"fields":["{{string.Join(
                "\",\"",
                Fields
            )}}"],"onMissing":["list-missing"],"conf":"H-src"},
              {"id":"{{id}}.deny","kind":"ground","cites":["P §5"],"effect":"permits-refusal","when":"{{Fact}}","conf":"H-src"},
              {"id":"{{id}}.use","kind":"handling","cites":["P §6"],"object":"information","op":"use","purpose":["other"],"effect":"consent","conf":"H-src"},
              {"id":"{{id}}.keep","kind":"handling","cites":["P §7"],"object":"information","op":"retain","effect":"allow","max":{"n":5,"unit":"years"},"conf":"H-src"},
              {"id":"{{id}}.clock","kind":"deadline","cites":["P §8"],"after":"request-received","do":"acknowledge","within":{"n":10,"unit":"days"},"conf":"H-src"}]}
            """
        );
        return new InstrumentPublished
        {
            InstrumentId = id,
            Revision = 1,
            ContentHash = instrument.ContentHash,
            EffectiveFrom = from,
            Terms = instrument.CanonicalText,
        };
    }
}
