using System.Net.Http.Json;
using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.AccessPoint.Tests;

/// <summary>The border on a node of its own; the probe plays registry and services.</summary>
public sealed class AccessPointFixture() : ServiceFixture<BorderJudge>("access-point")
{
    /// <summary>An authority that is registered and party, and that no node known here hosts.</summary>
    public const string Elsewhere = "XE-FSC";

    private const string Terms = """
        {"treaty":"test-mou","title":"A memorandum for tests","edition":{"made":"2020"},"binding":false,"calendar":"none","terms":[
          {"id":"t.party","kind":"party","cites":["T §1"],"status":"full","roles":["request","be-requested","spontaneous"],"from":"date-of-signing","conf":"H"},
          {"id":"t.matter","kind":"matter","cites":["T §2"],"codes":["manipulation"],"over":["securities","derivatives"],"time":{"basis":"request","ceasedConduct":true},"conf":"H"},
          {"id":"t.give","kind":"assistance","cites":["T §3"],"give":["info.files"],"modality":"shall","trigger":"request","conf":"H"}
        ]}
        """;

    /// <summary>The authorities that this node hosts.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = TestNode.Authorities;

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

    /// <summary>The border's clock.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>Tells the border who is party to what: everyone to the test memorandum but MSB-KNA.</summary>
    /// <param name="terms">The memorandum; without it, one that gives files on manipulation and says no more.</param>
    public async Task TeachAsync(string terms = Terms)
    {
        IReadOnlyList<string> everyone = [.. TestNode.Authorities, Elsewhere];
        foreach (var code in everyone)
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

        await PublishAsync(terms);
        foreach (var code in everyone.Where(a => a != "MSB-KNA"))
        {
            await RecordAsync(Participation(code));
        }

        await Eventually.HoldsAsync(
            async () =>
                await ReplicaAsync() is { Instruments.Count: >= 1, Participations.Count: >= 4, Authorities.Count: 5 },
            "the border to know the law"
        );
    }

    /// <summary>Announces terms of the memorandum that decide from a day on.</summary>
    public Task PublishAsync(string terms, string from = "2020-01-01")
    {
        var instrument = InstrumentJson.Read(terms);
        return Bus.SayAsync(
            new InstrumentPublished
            {
                InstrumentId = instrument.Id,
                Revision = 1,
                ContentHash = instrument.ContentHash,
                EffectiveFrom = from,
                Terms = instrument.CanonicalText,
            },
            Announcement.Everyone
        );
    }

    /// <summary>An authority's part in the memorandum.</summary>
    public static ParticipationRecorded Participation(string authority) =>
        new()
        {
            Authority = authority,
            InstrumentId = "test-mou",
            Revision = 1,
            Status = "full",
            From = "2020-01-01",
        };

    public Task RecordAsync(ParticipationRecorded participation) => Bus.SayAsync(participation, Announcement.Everyone);

    /// <summary>What the border holds of the registry.</summary>
    public async Task<ReplicaReport> ReplicaAsync()
    {
        using var operations = As(Hosts[0], "operator", [Roles.Operator]);
        return (await operations.GetFromJsonAsync<ReplicaReport>("/api/operations/replica"))!;
    }

    /// <summary>A letter's life as a caller sees it; null when the caller sees none.</summary>
    public static async Task<LetterLife?> LifeAsync(HttpClient http, Guid id)
    {
        using var answer = await http.GetAsync(new Uri($"/api/letters/{id}", UriKind.Relative));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<LetterLife>() : null;
    }

    /// <summary>A letter's life once it is in a state, as an auditor of the authority sees it.</summary>
    public async Task<LetterLife> LifeInAsync(string authority, Guid id, string state)
    {
        using var auditor = As(authority, "auditor", [Roles.Auditor]);
        return (await Eventually.GetAsync(() => LifeAsync(auditor, id), l => l?.State == state, $"{id} {state}"))!;
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

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);

    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Node:Authorities"] = string.Join(',', Hosts);

    protected override void Hear(BusProbe bus)
    {
        var keys = Hosts.Select(a => $"{a}.case").ToList();
        var elsewhere = TestNode.Authorities.Except(Hosts, StringComparer.Ordinal).ToList();
        bus.Hear<LetterDelivered>(keys)
            .Hear<LetterProgressed>(keys)
            .Hear<Letter>(elsewhere)
            .Hear<LetterReceipt>(elsewhere);
    }
}
