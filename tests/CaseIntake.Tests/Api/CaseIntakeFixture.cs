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
public sealed class CaseIntakeFixture() : ServiceFixture<Program>("case-intake")
{
    private readonly HashSet<Guid> _carried = [];
    private readonly string _exhibits = Path.Combine(Path.GetTempPath(), $"exhibits-{Guid.CreateVersion7():N}");

    public MovableClock Clock { get; } = new();

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
            await Bus.SayAsync(
                new AuthorityRegistered
                {
                    Code = code,
                    Revision = 1,
                    Name = code,
                    Jurisdiction = code.Split('-')[0],
                    Kind = "securities-regulator",
                    TimeZone = "Europe/Zurich",
                },
                "everyone"
            );
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

    /// <summary>Carries every letter dispatched so far that was not carried yet, in this order.</summary>
    public async Task CarryAsync(
        Func<IReadOnlyList<DispatchLetter>, IEnumerable<DispatchLetter>>? order = null,
        int times = 1
    )
    {
        var letters = Bus.Heard<DispatchLetter>().Where(l => _carried.Add(l.LetterId)).ToList();
        foreach (var letter in order?.Invoke(letters) ?? letters)
        {
            await TellAsync(letter, LetterStates.Accepted);
            for (var i = 0; i < times; i++)
            {
                await DeliverAsync(letter);
            }

            await TellAsync(letter, LetterStates.Delivered);
        }
    }

    public Task DeliverAsync(DispatchLetter letter, Guid? messageId = null) =>
        Bus.SayAsync(
            new LetterDelivered
            {
                LetterId = letter.LetterId,
                Sender = letter.Sender,
                Recipient = letter.Recipient,
                Kind = letter.Kind,
                ConversationId = letter.ConversationId,
                Basis = Basis,
                Content = letter.Content,
                SubmittedAt = letter.SubmittedAt,
                DeliveredAt = Clock.GetUtcNow(),
            },
            $"{letter.Recipient}.case",
            messageId
        );

    public Task TellAsync(DispatchLetter letter, string state, string? reason = null) =>
        Bus.SayAsync(
            new LetterProgressed
            {
                LetterId = letter.LetterId,
                Sender = letter.Sender,
                Recipient = letter.Recipient,
                Kind = letter.Kind,
                ConversationId = letter.ConversationId,
                State = state,
                At = Clock.GetUtcNow(),
                Reason = reason,
                Basis = Basis,
            },
            $"{letter.Sender}.case"
        );

    /// <summary>Waits until a letter of this kind in this matter was dispatched, then carries what there is.</summary>
    public async Task CarryAsync(Guid matter, string kind, string? to = null)
    {
        await DispatchedAsync(matter, kind, to);
        await CarryAsync();
    }

    public async Task<DispatchLetter> DispatchedAsync(Guid matter, string kind, string? to = null) =>
        (
            await Eventually.GetAsync(
                () =>
                    Task.FromResult(
                        Bus.Heard<DispatchLetter>()
                            .LastOrDefault(l =>
                                l.ConversationId == matter
                                && l.Kind == kind
                                && (to is null || l.Recipient == to)
                                && !_carried.Contains(l.LetterId)
                            )
                    ),
                l => l is not null,
                $"{kind} to {to ?? "anybody"}"
            )
        )!;

    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Exhibits:Directory"] = _exhibits;

    protected override void Hear(BusProbe bus) =>
        bus.Hear<DispatchLetter>(TestNode.Authorities)
            .Hear<LetterRetrieved>(TestNode.Authorities)
            .Hear<SubjectsChecked>(TestNode.Authorities)
            .Hear<InvestigationChanged>(TestNode.Authorities);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
