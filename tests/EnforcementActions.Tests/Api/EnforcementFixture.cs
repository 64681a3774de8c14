using System.Net.Http.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.EnforcementActions.V1;
using CaseCoordination.EnforcementActions.Investigations;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>The service with the small law and a joint investigation.</summary>
public class EnforcementFixture() : CarryingFixture<Program>("enforcement-actions")
{
    private readonly SemaphoreSlim _teaching = new(1, 1);
    private bool _isTaught;

    /// <summary>A joint investigation that XA-SMA leads; MSA-FMA and XB-DAC have joined it.</summary>
    public static Guid CaseId { get; } = Guid.Parse("019cad00-0000-7000-8000-000000000001");

    /// <summary>Tells the service who there is and who is party to what: everyone but MSB-KNA to both small instruments.</summary>
    public async Task TeachAsync()
    {
        await _teaching.WaitAsync();
        try
        {
            if (!_isTaught)
            {
                await SayAsync();
                await InvestigateAsync(CaseId, "XA-SMA", ["MSA-FMA", "XB-DAC"]);
                _isTaught = true;
            }
        }
        finally
        {
            _teaching.Release();
        }
    }

    /// <summary>
    /// Tells the lead and those who joined of an open joint investigation. Everybody's file is restricted to the group
    /// `digital-assets`, or to the groups given.
    /// </summary>
    public async Task InvestigateAsync(Guid caseId, string lead, string[] joined, params string[] groups)
    {
        string[] restricted = groups.Length == 0 ? ["digital-assets"] : groups;
        var opened = new InvestigationChanged
        {
            CaseId = caseId,
            Authority = lead,
            Number = 1,
            Change = "opened",
            Lead = lead,
            Matter = "manipulation",
            Over = "crypto-derivatives",
            Groups = restricted,
            MembersWithAccess = [],
            At = Clock.GetUtcNow(),
        };
        await HearAsync(opened);
        await HearAsync(opened with { Number = 2, Change = "filed" });
        foreach (var (partner, i) in joined.Select((p, i) => (p, i)))
        {
            await HearAsync(opened with { Number = 3 + i, Change = "partner-joined", Partner = partner });
            var invited = opened with { Authority = partner, Change = "invited" };
            await HearAsync(invited);
            await HearAsync(invited with { Number = 2, Change = "joined" });
            await HearAsync(
                invited with
                {
                    Number = 3,
                    Change = "roster",
                    Members = joined,
                    Pauses = 0,
                    IsSuspended = false,
                }
            );
        }
    }

    /// <summary>Says one change of an investigation and waits until the service has heard it.</summary>
    public async Task HearAsync(InvestigationChanged change)
    {
        await Bus.SayAsync(change, change.Authority);
        await Eventually.HoldsAsync(
            async () =>
            {
                await using var session = Services
                    .GetRequiredService<AuthoritySessions>()
                    .Open(change.Authority, "test");
                return (await session.Documents.LoadAsync<Investigation>(change.CaseId))?.Heard.Any(h =>
                        h.Number == change.Number
                    ) == true;
            },
            $"{change.Authority} to hear that its investigation was {change.Change}"
        );
    }

    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Actions:Heartbeat"] = "00:00:01";

    protected override void Hear(BusProbe bus) =>
        bus.Hear<DispatchLetter>(TestNode.Authorities)
            .Hear<LetterRetrieved>(TestNode.Authorities)
            .Hear<MeasureExecuted>(TestNode.Authorities);

    protected override LegalBasis BasisOf(DispatchLetter letter) =>
        new()
        {
            Outcome = "GRANT",
            Instrument = letter.Question.Instrument ?? "test-mou",
            Version = "0123",
            Citations = ["T §3"],
            Decision = "{}",
        };

    private async Task SayAsync()
    {
        foreach (var code in TestNode.Authorities)
        {
            await SayAuthorityAsync(code);
        }

        foreach (var instrument in SmallLaw.Instruments)
        {
            await SayInstrumentAsync(instrument, TestNode.Authorities.Where(a => a != "MSB-KNA"));
        }

        using var auditor = As("XA-SMA", "xa-auditor", [Roles.Auditor]);
        await Eventually.HoldsAsync(
            async () =>
                await auditor.GetFromJsonAsync<ReplicaReport>("/api/operations/replica")
                    is { Instruments.Count: 2, Participations.Count: 6, Authorities.Count: 4 },
            "the service to know the law"
        );
    }
}
