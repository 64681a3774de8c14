using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Testing;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class FourEyesApiTests(FilledRegistry registry) : IClassFixture<FilledRegistry>
{
    private const string Proposals = "/api/registry/proposals";
    private static readonly string[] Moved = ["2026-12-31", "2026-10-12"];

    [Fact]
    public async Task A_calendar_is_corrected_by_two_and_everyone_hears()
    {
        var before = await GetAsync(registry.Officer, "/api/authorities/XE-SFA");
        var proposal = await registry.ProposeAsync(
            "/api/authorities/XE-SFA/proposals",
            new
            {
                what = "calendar",
                reason = "A holiday was moved.",
                holidays = Moved,
            }
        );
        Assert.Equal(
            before.GetProperty("holidays").GetRawText(),
            (await GetAsync(registry.Officer, "/api/authorities/XE-SFA")).GetProperty("holidays").GetRawText()
        );

        await registry.ApproveAsync(proposal);

        var after = await GetAsync(registry.Officer, "/api/authorities/XE-SFA");
        Assert.Equal(
            before.GetProperty("calendarVersion").GetInt32() + 1,
            after.GetProperty("calendarVersion").GetInt32()
        );
        Assert.Equal("[\"2026-10-12\",\"2026-12-31\"]", after.GetProperty("holidays").GetRawText());
        Assert.Equal("registrar", after.GetProperty("recordedBy").GetString());
        Assert.Equal("registrar2", after.GetProperty("approvedBy").GetString());
        var revision = after.GetProperty("revision").GetInt64();
        await Eventually.HoldsAsync(
            () => registry.Bus.Heard<AuthorityRegistered>().Any(a => a.Code == "XE-SFA" && a.Revision == revision),
            "the announcement of the corrected calendar"
        );
        Assert.Equal(
            "in-force",
            (await GetAsync(registry.Officer, $"{Proposals}/{proposal}")).GetProperty("stage").GetString()
        );
    }

    [Fact]
    public async Task The_proposer_cannot_approve_and_a_rejected_proposal_stays_rejected()
    {
        var proposal = await registry.ProposeAsync(
            "/api/authorities/XD-FRA/proposals",
            new
            {
                what = "correction",
                reason = "Renamed.",
                name = "Another name",
            }
        );

        Assert.Equal(
            (HttpStatusCode.Conflict, "same-person"),
            await ProblemAsync(PostAsync(registry.Registrar, $"{Proposals}/{proposal}/approval", new { }))
        );
        using var rejection = await PostAsync(
            registry.OtherRegistrar,
            $"{Proposals}/{proposal}/rejection",
            new { reason = "It was not." }
        );
        Assert.Equal(HttpStatusCode.OK, rejection.StatusCode);
        Assert.Equal(
            (HttpStatusCode.Conflict, "proposal-closed"),
            await ProblemAsync(PostAsync(registry.OtherRegistrar, $"{Proposals}/{proposal}/approval", new { }))
        );
        Assert.NotEqual(
            "Another name",
            (await GetAsync(registry.Officer, "/api/authorities/XD-FRA")).GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task The_same_request_twice_is_one_proposal()
    {
        var (body, key) = (
            new
            {
                what = "correction",
                reason = "Renamed.",
                name = "Once",
            },
            Guid.CreateVersion7().ToString()
        );
        using var first = await PostAsync(registry.Registrar, "/api/authorities/XC-FSC/proposals", body, key);
        using var second = await PostAsync(registry.Registrar, "/api/authorities/XC-FSC/proposals", body, key);

        var id = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Equal($"{Proposals}/{id}", first.Headers.Location?.ToString());
        Assert.Equal(id, (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        var open = await GetAsync(registry.Officer, $"{Proposals}?stage=open&size=500");
        Assert.Single(open.GetProperty("items").EnumerateArray(), p => p.GetProperty("id").GetString() == id);
    }

    [Fact]
    public async Task A_new_authority_accedes_and_is_known_everywhere()
    {
        await registry.ApproveAsync(
            await registry.ProposeAsync(
                "/api/authorities/XF-NEW/proposals",
                new
                {
                    what = "registration",
                    reason = "It joins.",
                    name = "New Authority",
                    jurisdiction = "XF",
                    kind = "securities-regulator",
                    timeZone = "Europe/Vienna",
                    contacts = new[] { new { function = "cooperation", address = "coop@xf-new.example" } },
                }
            )
        );
        await registry.ApproveAsync(
            await registry.ProposeAsync(
                "/api/instruments/iosco-mmou/parties/XF-NEW/proposals",
                new
                {
                    what = "accession",
                    reason = "It signed.",
                    from = "2026-01-01",
                    unverified = true,
                }
            )
        );

        await Eventually.HoldsAsync(
            () =>
                registry
                    .Bus.Heard<ParticipationRecorded>()
                    .Any(p => p is { Authority: "XF-NEW", Unverified: true, Status: "full" }),
            "the announcement of the accession"
        );
    }

    [Fact]
    public async Task Proposals_are_listed_page_by_page_the_newest_first()
    {
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(
                await registry.ProposeAsync(
                    "/api/authorities/MSD-CPA/proposals",
                    new
                    {
                        what = "correction",
                        reason = "Paging.",
                        name = $"Name {i}",
                    }
                )
            );
        }

        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = await GetAsync(registry.Officer, $"{Proposals}?stage=open&size=2&after={after}");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        } while (after is not null);

        Assert.Equal(paged.Distinct(StringComparer.Ordinal), paged);
        Assert.Equal(made.OrderDescending(StringComparer.Ordinal), paged.Where(made.Contains));
        var shown = await GetAsync(registry.Officer, $"{Proposals}/{made[0]}");
        Assert.Equal("Name 0", shown.GetProperty("authority").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Only_registrars_change_the_register()
    {
        var body = new
        {
            what = "correction",
            reason = "Renamed.",
            name = "X",
        };

        Assert.Equal(
            (HttpStatusCode.Forbidden, "role-missing"),
            await ProblemAsync(PostAsync(registry.Officer, "/api/authorities/XA-SMA/proposals", body))
        );
        Assert.Equal(
            (HttpStatusCode.Forbidden, "role-missing"),
            await ProblemAsync(PostAsync(registry.Operator, $"{Proposals}/{Guid.CreateVersion7()}/approval", new { }))
        );
        Assert.Equal(
            (HttpStatusCode.Forbidden, "role-missing"),
            await ProblemAsync(
                registry.Operator.PutAsync(new Uri("/api/registry/announcements", UriKind.Relative), null)
            )
        );
        Assert.Equal(
            (HttpStatusCode.NotFound, "not-found"),
            await ProblemAsync(PostAsync(registry.Registrar, $"{Proposals}/{Guid.CreateVersion7()}/approval", new { }))
        );
    }
}
