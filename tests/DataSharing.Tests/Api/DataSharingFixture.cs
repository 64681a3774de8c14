using System.Net.Http.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Contracts.DataSharing.V1;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Packages.Contents;
using CaseCoordination.DataSharing.Tests.Records;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>The service with the small law and a vault of its own.</summary>
public sealed class DataSharingFixture() : CarryingFixture<Program>("data-sharing")
{
    private readonly SemaphoreSlim _teaching = new(1, 1);
    private readonly DirectoryInfo _vault = Directory.CreateTempSubdirectory("packages-");
    private bool _isTaught;

    /// <summary>Contents that were to be deleted, as holder and hash.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(string Holder, string Sha256)> Deleted { get; } = [];

    /// <summary>Tells the service who there is and who is party to what: everyone but MSB-KNA to both small instruments.</summary>
    public async Task TeachAsync()
    {
        await _teaching.WaitAsync();
        try
        {
            if (!_isTaught)
            {
                await SayAsync();
                _isTaught = true;
            }
        }
        finally
        {
            _teaching.Release();
        }
    }

    public Vault Vault => Services.GetRequiredService<Vault>();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_vault.FullName, recursive: true);
    }

    protected override void Configure(IDictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings["Records:Schemas"] = Shipped.Folder;
        settings["Packages:Vault"] = _vault.FullName;
        settings["Packages:FetchEvery"] = "00:00:00.200";
        settings["Webhooks:Key"] = Convert.ToBase64String(new byte[32]);
        settings["Webhooks:AllowLoopback"] = "true";
        settings["Webhooks:Timeout"] = "00:00:02";
        settings["Feed:Heartbeat"] = "00:00:01";
    }

    protected override void Hear(BusProbe bus) =>
        bus.Hear<DispatchLetter>(TestNode.Authorities)
            .Hear<LetterRetrieved>(TestNode.Authorities)
            .Hear<SubjectsToCheck>(TestNode.Authorities);

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton<DeleteContents>(
            (holder, _, _, sha256, _) =>
            {
                Deleted.Enqueue((holder, sha256));
                return Task.CompletedTask;
            }
        );
    }

    protected override LegalBasis BasisOf(DispatchLetter letter) =>
        new()
        {
            Outcome = "GRANT",
            Instrument = letter.Question.Over == "spot-crypto-assets" ? "test-spot" : "test-mou",
            Version = "0123",
            Citations = ["T §3"],
            Decision = "{}",
            Obligations =
            [
                new LetterObligation
                {
                    Term = "t.use",
                    About = "information",
                    Op = "use",
                    Effect = "allow",
                    Purposes = ["request-purpose"],
                    Cites = ["T §8"],
                },
            ],
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
