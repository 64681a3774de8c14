using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>The service with a border that does nothing but carry: whatever is dispatched is told as accepted and delivered.</summary>
public sealed class CaseIntakeFixture() : CarryingFixture<Program>("case-intake")
{
    private readonly string _exhibits = Path.Combine(Path.GetTempPath(), $"exhibits-{Guid.CreateVersion7():N}");

    public string Exhibits => _exhibits;

    public static LegalBasis Basis { get; } =
        new()
        {
            Outcome = "GRANT",
            Instrument = "iosco-mmou",
            Version = "0123",
            Citations = ["MMoU §4(a)", "MMoU §7(b)(ii)"],
            Decision = "{}",
        };

    public IReadOnlyList<RouteEndpoint> CaseRoutes() =>
        [
            .. Services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(r => r.RoutePattern.RawText!.StartsWith("/api/cases", StringComparison.Ordinal)),
        ];

    /// <summary>Tells the service of the node's authorities, or of further ones.</summary>
    public async Task RegisterAsync(params IReadOnlyList<string> further)
    {
        IReadOnlyList<string> codes = further.Count > 0 ? further : TestNode.Authorities;
        foreach (var code in codes)
        {
            await SayAuthorityAsync(code);
        }

        await KnowsAsync(
            report => codes.All(code => report.Authorities.Any(a => a.Code == code)),
            "the registry's authorities"
        );
    }

    /// <summary>Tells the service of terms.</summary>
    public async Task PublishAsync(params InstrumentPublished[] publications)
    {
        foreach (var publication in publications)
        {
            await Bus.SayAsync(publication, "everyone");
        }

        await KnowsAsync(
            report =>
                publications.All(p =>
                    report.Instruments.Any(i => i.Id == p.InstrumentId && i.ContentHash == p.ContentHash)
                ),
            "the registry's instruments"
        );
    }

    /// <summary>Tells the service who is party to what.</summary>
    public async Task RecordAsync(params ParticipationRecorded[] participations)
    {
        foreach (var participation in participations)
        {
            await Bus.SayAsync(participation, "everyone");
        }

        await KnowsAsync(
            report =>
                participations.All(p =>
                    report.Participations.Any(k =>
                        k.Authority == p.Authority && k.Instrument == p.InstrumentId && k.Revision >= p.Revision
                    )
                ),
            "the registry's participations"
        );
    }

    private async Task KnowsAsync(Func<ReplicaReport, bool> holds, string what)
    {
        using var auditor = As("XA-SMA", "xa-auditor", ["auditor"]);
        await Eventually.HoldsAsync(
            async () => holds((await auditor.GetFromJsonAsync<ReplicaReport>("/api/operations/replica"))!),
            what
        );
    }

    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Exhibits:Directory"] = _exhibits;

    protected override void Hear(BusProbe bus) =>
        bus.Hear<DispatchLetter>(TestNode.Authorities)
            .Hear<LetterRetrieved>(TestNode.Authorities)
            .Hear<SubjectsChecked>(TestNode.Authorities)
            .Hear<InvestigationChanged>(TestNode.Authorities);

    protected override LegalBasis BasisOf(DispatchLetter letter) => Basis;
}
