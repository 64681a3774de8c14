using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Tests;

/// <summary>Two small instruments: a memorandum on requests, and a pact with rules on acting together.</summary>
internal static class SmallLaw
{
    public static readonly Instrument Memorandum = InstrumentJson.Read(
        """
        {"treaty":"test-mou","title":"A memorandum for tests","edition":{"made":"2020"},"binding":false,"calendar":{"rule":"working-days","holidays":"acting-authority"},"terms":[
          {"id":"t.party","kind":"party","cites":["T §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H"},
          {"id":"t.matter","kind":"matter","cites":["T §2"],"codes":["manipulation"],"over":["securities","derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
          {"id":"t.give","kind":"assistance","cites":["T §3"],"give":["info.files","info.transactions"],"modality":"shall","trigger":"request","conf":"H"},
          {"id":"t.tell","kind":"assistance","cites":["T §8"],"give":["info.any"],"modality":"may","trigger":"spontaneous","conf":"H"},
          {"id":"t.content","kind":"content","cites":["T §4"],"fields":["facts-and-purpose"],"channel":"contact-officer","onMissing":["list-missing"],"conf":"H"},
          {"id":"t.oral","kind":"content","cites":["T §4"],"urgentOral":{"confirm":"written"},"duties":["confirm-in-writing"],"conf":"H"},
          {"id":"t.ack","kind":"deadline","cites":["T §5"],"after":"request-received","do":"acknowledge","within":{"n":2,"unit":"workingDays"},"conf":"H"},
          {"id":"t.reply","kind":"deadline","cites":["T §5"],"after":"request-received","do":"reply","within":{"n":10,"unit":"workingDays"},"conf":"H"},
          {"id":"t.deny","kind":"ground","cites":["T §6"],"effect":"permits-refusal","when":"public-or-national-interest","procedure":["give-reasons","consult"],"conf":"H"},
          {"id":"t.law","kind":"ground","cites":["T §7"],"effect":"permits-refusal","when":"violates-domestic-law","procedure":["give-reasons"],"conf":"H"},
          {"id":"t.use","kind":"handling","cites":["T §8"],"object":"information","op":"use","purpose":["request-purpose"],"recipient":["requester"],"effect":"allow","conf":"H"},
          {"id":"t.within","kind":"handling","cites":["T §9"],"object":"information","op":"use","purpose":["other-within-act"],"recipient":["requester"],"effect":"objection-window","window":{"do":"object","by":"provider","n":10,"unit":"workingDays"},"duties":["notify-provider-before-use"],"conf":"H"},
          {"id":"t.other","kind":"handling","cites":["T §10"],"object":"information","op":"use","purpose":["other"],"effect":"consent","conf":"H"},
          {"id":"t.prosecutor","kind":"handling","cites":["T §11"],"object":"information","op":"disclose","purpose":["criminal-same-conduct"],"recipient":["own-prosecutor"],"effect":"allow","conf":"H"},
          {"id":"t.demand","kind":"handling","cites":["T §12"],"object":"information","op":"disclose","recipient":["court-on-demand"],"effect":"notify","before":true,"duties":["notify-provider-before-complying"],"conf":"H"},
          {"id":"t.secret","kind":"handling","cites":["T §13"],"object":"information","op":"disclose","recipient":["other"],"effect":"deny","conf":"H"},
          {"id":"t.keep","kind":"handling","cites":["T §14"],"object":"information","op":"retain","effect":"allow","max":{"n":5,"unit":"years","from":["entry"]},"conf":"H"}
        ]}
        """
    );

    public static readonly Instrument Pact = InstrumentJson.Read(
        """
        {"treaty":"test-pact","title":"A pact on acting together for tests","edition":{"made":"2021"},"binding":true,"calendar":"none","terms":[
          {"id":"p.party","kind":"party","cites":["P §1"],"status":"full","roles":["request","be-requested","spontaneous","coordinate"],"from":"date-of-signing","conf":"H"},
          {"id":"p.matter","kind":"matter","cites":["P §2"],"codes":["annex-consumer-acts","manipulation"],"over":["consumer-contracts","crypto-derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
          {"id":"p.give","kind":"assistance","cites":["P §3"],"give":["info.any"],"modality":"shall","trigger":"request","conf":"H"},
          {"id":"p.power","kind":"assistance","cites":["P §4"],"give":["interim.measures","cease.practice","interface.takedown","fines.impose","freeze.assets"],"modality":"may","trigger":"coordination","conf":"H"},
          {"id":"p.decide","kind":"coordination","cites":["P §5"],"decide":"consensus","conf":"H"},
          {"id":"p.join","kind":"coordination","cites":["P §6"],"join":"shall-when-concerned","duties":["shall-join"],"conf":"H"},
          {"id":"p.together","kind":"coordination","cites":["P §7"],"simultaneous":["enforcement"],"duties":["act-simultaneously","others-continue"],"conf":"H"},
          {"id":"p.publish","kind":"coordination","cites":["P §8"],"publish":"by-decision-only","duties":["publish-by-decision-only"],"conf":"H"},
          {"id":"p.decline.impact","kind":"ground","cites":["P §9"],"effect":"permits-refusal","for":["coordination.take-part"],"when":"negligible-impact","procedure":[],"conf":"H"},
          {"id":"p.decline.proceedings","kind":"ground","cites":["P §10"],"effect":"permits-refusal","for":["coordination.take-part"],"when":{"proceedings":{"state":"own","kind":["criminal","judicial"],"status":["initiated","judgment","settlement"],"sameFacts":true,"samePersons":true}},"procedure":[],"conf":"H"},
          {"id":"p.decline.inform","kind":"duty","cites":["P §11"],"when":"decline","do":["state-reasons-with-documents","notify-all-concerned"],"conf":"H"},
          {"id":"p.escalate","kind":"escalation","cites":["P §12"],"when":"disagreement","to":"joint-committee","result":"opinion","conf":"H"}
        ]}
        """
    );

    public static IReadOnlyList<Instrument> Instruments { get; } = [Memorandum, Pact];

    public static LawBook Book { get; } =
        LawBook.Build(
            [.. Instruments],
            from authority in TestNode.Authorities.Where(a => a != "MSB-KNA")
            from instrument in Instruments
            select new Participation
            {
                Authority = authority,
                Instrument = instrument.Id,
                Status = "full",
                From = new DateOnly(2020, 1, 1),
            },
            TestNode.Authorities.Select(code => new AuthorityProfile
            {
                Code = code,
                Jurisdiction = code.Split('-')[0],
                Kind = "securities-regulator",
                Holidays = [],
            })
        );
}
