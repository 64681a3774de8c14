using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Tests;

/// <summary>Two small instruments: one over derivatives with a form, clocks, grounds and handling, one over spot assets with neither.</summary>
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

    public static readonly Instrument SpotRules = InstrumentJson.Read(
        """
        {"treaty":"test-spot","title":"Rules on spot assets for tests","edition":{"made":"2021"},"binding":true,"calendar":"none","terms":[
          {"id":"s.party","kind":"party","cites":["S §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H"},
          {"id":"s.matter","kind":"matter","cites":["S §2"],"codes":["manipulation"],"over":["spot-crypto-assets"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
          {"id":"s.give","kind":"assistance","cites":["S §3"],"give":["info.files"],"modality":"shall","trigger":"request","conf":"H"}
        ]}
        """
    );

    public static IReadOnlyList<Instrument> Instruments { get; } = [Memorandum, SpotRules];

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
