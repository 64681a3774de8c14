using CaseCoordination.AccessPoint.Border;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Tests;

/// <summary>The border on a node of its own; the probe plays registry and services.</summary>
public sealed class AccessPointFixture() : ServiceFixture<BorderJudge>("access-point")
{
    private const string Terms = """
        {"treaty":"test-mou","title":"A memorandum for tests","edition":{"made":"2020"},"binding":false,"calendar":"none","terms":[
          {"id":"t.party","kind":"party","cites":["T §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H"},
          {"id":"t.matter","kind":"matter","cites":["T §2"],"codes":["manipulation"],"over":["securities","derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
          {"id":"t.give","kind":"assistance","cites":["T §3"],"give":["info.files"],"modality":"shall","trigger":"request","conf":"H"}
        ]}
        """;

    public static LegalQuestion Ask { get; } =
        new()
        {
            Matter = "manipulation",
            Over = "derivatives",
            Assistance = ["info.files"],
            FinancialInstrument = "yes",
            ConductFrom = "2026-01-01",
            ConductTo = "2026-02-01",
        };

    /// <summary>Tells the border who is party to what: three authorities of the test memorandum, one that is not.</summary>
    public async Task TeachAsync()
    {
        foreach (var code in TestNode.Authorities)
        {
            await Bus.SayAsync(
                new AuthorityRegistered
                {
                    Code = code,
                    Revision = 1,
                    Name = code,
                    Jurisdiction = code.Split('-')[0],
                    Kind = "securities-regulator",
                    TimeZone = "Etc/UTC",
                },
                Announcement.Everyone
            );
        }

        var instrument = InstrumentJson.Read(Terms);
        await Bus.SayAsync(
            new InstrumentPublished
            {
                InstrumentId = instrument.Id,
                Revision = 1,
                ContentHash = instrument.ContentHash,
                EffectiveFrom = "2020-01-01",
                Terms = instrument.CanonicalText,
            },
            Announcement.Everyone
        );
        foreach (var code in TestNode.Authorities.Where(a => a != "MSB-KNA"))
        {
            await Bus.SayAsync(
                new ParticipationRecorded
                {
                    Authority = code,
                    InstrumentId = instrument.Id,
                    Revision = 1,
                    Status = "full",
                    From = "2020-01-01",
                },
                Announcement.Everyone
            );
        }
    }

    public static DispatchLetter Dispatch(string from, string to, LegalQuestion? question = null) =>
        new()
        {
            LetterId = Guid.CreateVersion7(),
            Sender = from,
            Recipient = to,
            Kind = "case.invitation",
            ConversationId = Guid.CreateVersion7(),
            Question = question ?? Ask,
            Content = """{"title":"secret"}""",
            SubmittedBy = "officer-7",
            SubmittedAt = TimeProvider.System.GetUtcNow(),
            VisibleTo = ["markets"],
        };

    protected override void Hear(BusProbe bus)
    {
        var keys = TestNode.Authorities.Select(a => $"{a}.case").ToList();
        bus.Hear<LetterDelivered>(keys).Hear<LetterProgressed>(keys);
    }
}
