using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Records;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;
using CaseCoordination.TreatyText;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Requests;

/// <summary>What the shipped law of consumer protection lets a request for enforcement measures be refused for.</summary>
public sealed class ConsumerGroundsTests
{
    private static readonly Instrument Cpc = LawFolder
        .LoadInstruments(Path.Combine(Shipped.Root, "deploy", "instruments"))
        .Single(i => i.Id == "cpc");

    private static readonly LawBook Book = LawBook.Build(
        [Cpc],
        new[] { Asker, Asked }.Select(code => new Participation
        {
            Authority = code,
            Instrument = Cpc.Id,
            Status = "full",
            From = new DateOnly(2020, 1, 17),
        }),
        new[] { Asker, Asked }.Select(code => new AuthorityProfile
        {
            Code = code,
            Jurisdiction = code.Split('-')[0],
            Kind = "consumer-authority",
            Holidays = [],
        })
    );

    [Theory]
    [InlineData("enforcement", "CPC Art. 14(2)(b)")]
    [InlineData("commitments", "CPC Art. 14(2)(e)")]
    public void Measures_are_refused_where_they_were_taken_or_promised_and_the_asker_was_consulted(
        string ground,
        string article
    )
    {
        var offered = RefusalGrounds.Ask(Book, File("enforce.measures"), ground, Noon);
        Assert.True(offered.IsOffered, offered.Explanation);
        Assert.Contains(article, offered.Citations);
        Assert.Equal(["consult", "notify-commission"], offered.Duties.Order(StringComparer.Ordinal));
        Assert.Equal("duties-open", CodeOf(Refuse(File("enforce.measures"), ground, offered)));
        var done = offered.Duties.Select(duty => new DutyFulfilled(duty, "Done.", Officer, Noon)).ToArray();
        var refused = Assert.IsType<Events<RequestEvent>>(Refuse(File("enforce.measures", done), ground, offered));
        Assert.Equal(ground, refused.Happened.OfType<RequestRefused>().Single().Ground);
        Assert.Equal(LetterKinds.Refusal, refused.Happened.OfType<LetterWritten>().Single().Kind);
    }

    [Theory]
    [InlineData("enforcement")]
    [InlineData("commitments")]
    public void Information_is_not_refused_for_what_was_done_against_the_trader(string ground) =>
        Assert.False(RefusalGrounds.Ask(Book, File("info.files"), ground, Noon).IsOffered);

    [Theory]
    [InlineData("enforcement")]
    [InlineData("commitments")]
    public void An_instrument_without_the_ground_does_not_offer_it(string ground)
    {
        Assert.Contains(ground, RefusalGrounds.All);
        Assert.False(RefusalGrounds.Ask(SmallLaw.Book, State(AskedFile), ground, Noon).IsOffered);
    }

    private static Request File(string assistance, params RequestEvent[] further) =>
        State([
            Received with
            {
                Content = TheContent with
                {
                    Matters = [new("annex-consumer-acts", "consumer-contracts", "no", "2025-01-01", "2025-06-30")],
                    Assistance = [assistance],
                    Fields =
                    [
                        .. Cpc
                            .Contents.SelectMany(c => c.Fields)
                            .Select(f => new ContentField(f, "It is in the annex.")),
                    ],
                },
                Basis = TheBasis with { Instrument = Cpc.Id },
            },
            .. further,
        ]);

    private static Decision<RequestEvent> Refuse(Request file, string ground, RefusalPermission permission) =>
        RefuseRequest.Decide(file, new(ground, "Decided here."), permission, TheTurn, TheCalendars, Settings);

    private static string CodeOf(Decision<RequestEvent> decision) =>
        Assert.IsType<Refused<RequestEvent>>(decision).Refusal.Code;
}
