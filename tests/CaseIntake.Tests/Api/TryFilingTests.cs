using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>Filing without sending: what would become of each invitation, by which terms, who would see it and what would bind it.</summary>
public sealed class TryFilingTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await node.RegisterAsync();
        await node.PublishAsync(PlanLaw.Memorandum);
        await node.RecordAsync(PlanLaw.Part("XA-SMA"), PlanLaw.Part("MSA-FMA"), PlanLaw.Part("XB-DAC"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_invitation_that_would_pass_says_by_which_terms_who_would_see_it_and_until_when()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var tried = Assert.Single(await TryAsync(officer, id, Filing("XB-DAC")));

        Assert.Equal(("XB-DAC", true, null), (tried.Authority, tried.Allowed, tried.StopReason));
        Assert.Equal(("PENDING_FACTS", "plan-mou"), (tried.Outcome, tried.Instrument));
        Assert.Equal(["P §1", "P §2", "P §3"], tried.Citations.Take(3));
        Assert.Empty(tried.Supply);
        Assert.Equal(["XB-DAC: those who may see its new case", "XA-SMA: groups digital-assets"], tried.SeenBy);
        Assert.Equal(
            [("plan-mou.use", "use", "consent", null), ("plan-mou.keep", "retain", "allow", "5 years")],
            tried.Obligations.Select(o => (o.Term, o.Op, o.Effect, o.Keep))
        );
        Assert.Equal("A fact must be known first.", tried.Explanation[0]);
        var settled = await TryAsync(officer, id, Stating("XB-DAC", "no"));
        Assert.Equal(("GRANT", true), (settled[0].Outcome, settled[0].Allowed));
    }

    [Fact]
    public async Task Each_invitation_is_tried_by_itself_and_what_would_stop_it_is_said()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var tried = await TryAsync(officer, id, Filing("MSA-FMA", "MSB-KNA", "XA-SMA", "XX-NONE"));
        Assert.Equal(
            [
                ("MSA-FMA", true, null),
                ("MSB-KNA", false, "no-basis"),
                ("XA-SMA", false, "inviting-oneself"),
                ("XX-NONE", false, "authority-unknown"),
            ],
            tried.Select(t => (t.Authority, t.Allowed, t.StopReason))
        );
        var incomplete = Assert.Single(
            await TryAsync(officer, id, Filing("XB-DAC") with { ContentFields = ["reasons"] })
        );
        Assert.Equal((false, "content-incomplete"), (incomplete.Allowed, incomplete.StopReason));
        Assert.Equal(PlanLaw.Fields.Order(), incomplete.Supply.Order());
    }

    [Fact]
    public async Task Nothing_is_sent_and_nothing_stored_and_the_same_filing_may_follow()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var before = await officer.Http.GetStringAsync($"/api/cases/{id}/timeline");
        using var tried = await officer.PostAsync(
            $"/api/cases/{id}/filing/dry-run",
            Filing("XB-DAC"),
            key: "tried-first"
        );
        tried.EnsureSuccessStatusCode();
        Assert.Equal(before, await officer.Http.GetStringAsync($"/api/cases/{id}/timeline"));
        Assert.Equal("draft", (await officer.FindAsync(id))!.Stage);

        // What follows in the same queue has come: what the trial had dispatched would have come before.
        await officer.DoAsync($"/api/cases/{id}/filing", Filing("XB-DAC"));
        await node.DispatchedAsync(id, LetterKinds.Invitation, "XB-DAC");
        Assert.Single(node.Bus.Heard<DispatchLetter>(), l => l.ConversationId == id);
    }

    [Fact]
    public async Task The_law_is_that_of_the_day_where_the_asked_authority_is()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var now = node.Clock.GetUtcNow();
        var late = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero).AddHours(23.5);
        var nextDay = late.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await node.PublishAsync(PlanLaw.Narrowing("plan-day", from: nextDay));
        await node.RecordAsync(PlanLaw.Part("XA-SMA", "plan-day"), PlanLaw.Part("MSB-KNA", "plan-day"));
        Assert.True(Assert.Single(await TryAsync(officer, id, Filing("MSB-KNA"))).Allowed);

        // Still the day before by universal time, already the next day in Zurich.
        node.Clock.Advance(late - now);
        try
        {
            Assert.Equal("no-basis", Assert.Single(await TryAsync(officer, id, Filing("MSB-KNA"))).StopReason);
        }
        finally
        {
            node.Clock.Advance(now - late);
            await node.RecordAsync(PlanLaw.Part("MSB-KNA", "plan-day") with { Revision = 2, Status = "withdrawn" });
        }
    }

    [Fact]
    public async Task A_trial_takes_as_many_statements_for_many_invitations_as_for_one()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var codes = Enumerable.Range(0, 40).Select(i => $"XT-T{i:00}").ToArray();
        await node.RegisterAsync(codes);
        await node.PublishAsync([.. codes.Select(c => PlanLaw.Other($"with-{c[3..]}"))]);
        await node.RecordAsync([
            .. codes.Select(c => PlanLaw.Part(c)),
            .. codes.Select(c => PlanLaw.Part(c, $"with-{c[3..]}")),
            .. codes.Select(c => PlanLaw.Part("XA-SMA", $"with-{c[3..]}")),
        ]);
        Assert.All(await TryAsync(officer, id, Filing(codes)), t => Assert.True(t.Allowed));
        using var statements = new SqlStatements();
        var one = await CountAsync("XB-DAC");
        Assert.Equal(one, await CountAsync(codes));
        Assert.InRange(one, 1, 10);

        Task<int> CountAsync(params string[] authorities) =>
            statements.CountAsync(
                officer.Http,
                () =>
                    new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{id}/filing/dry-run")
                    {
                        Content = JsonContent.Create(Filing(authorities)),
                        Headers = { { "Idempotency-Key", Guid.CreateVersion7().ToString() } },
                    }
            );
    }

    [Theory]
    [InlineData("en", "en", "A fact must be known first.")]
    [InlineData("es", "es", "Antes debe conocerse un hecho.")]
    [InlineData("fr", "en", "A fact must be known first.")]
    public async Task A_trial_explains_itself_in_the_language_asked_for(string languages, string expected, string words)
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        officer.Http.DefaultRequestHeaders.Add("Accept-Language", languages);
        using var answer = await officer.PostAsync($"/api/cases/{id}/filing/dry-run", Filing("XB-DAC"));
        var tried = Assert.Single((await answer.Content.ReadFromJsonAsync<TriedInvitation[]>())!);
        Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
        Assert.Equal(words, tried.Explanation[0]);
        Assert.Contains(tried.Explanation, l => l.Contains("P §1; P §2; P §3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_one_may_not_know_of_cannot_be_tried()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        using var absent = await officer.PostAsync(
            $"/api/cases/{Guid.CreateVersion7()}/filing/dry-run",
            Filing("XB-DAC")
        );
        foreach (
            var http in (HttpClient[])
                [
                    node.As("XB-DAC", "stranger", [Roles.Officer], ["digital-assets"]),
                    node.As("XA-SMA", "colleague", [Roles.Officer, Roles.Auditor], ["market-abuse"]),
                ]
        )
        {
            using var stranger = new CaseClient(http);
            using var answer = await stranger.PostAsync($"/api/cases/{id}/filing/dry-run", Filing("XB-DAC"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(await Answers.StableAsync(absent), await Answers.StableAsync(answer));
        }

        using var steward = new CaseClient(node.As("XA-SMA", "steward", [Roles.DataSteward], ["digital-assets"]));
        await steward.RefusedAsync("role-missing", $"/api/cases/{id}/filing/dry-run", Filing("XB-DAC"));
    }

    [Fact]
    public async Task Bad_input_is_told_by_code_and_field_all_at_once()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var body = new
        {
            invite = new object?[]
            {
                null,
                new { authority = "XB-DAC", pinned = true },
                new { authority = "a\u0000b" },
            },
            assistance = new[] { "info.everything" },
            contentFields = new[] { "weather" },
            facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["sunny"] = "yes",
                [PlanLaw.Fact] = "perhaps",
            },
            message = "a\u0000b",
            tlp = "TLP:BLUE",
            replyBy = "2026-02-30",
        };
        using var answer = await officer.PostAsync($"/api/cases/{id}/filing/dry-run", body);
        Assert.Equal(
            [
                ("invite[0].authority", "required"),
                ("invite[1].instrument", "required"),
                ("invite[2].authority", "control-character"),
                ("assistance[0]", "not-in-list"),
                ("contentFields[0]", "not-in-list"),
                ("facts.sunny", "not-in-list"),
                ($"facts.{PlanLaw.Fact}", "not-in-list"),
                ("message", "control-character"),
                ("tlp", "not-in-list"),
                ("replyBy", "not-a-date"),
            ],
            await CaseClient.ErrorsAsync(answer)
        );
        using var nobody = await officer.PostAsync($"/api/cases/{id}/filing/dry-run", new { });
        Assert.Equal([("invite", "too-few")], await CaseClient.ErrorsAsync(nobody));
        await officer.RefusedAsync("body-malformed", $"/api/cases/{id}/filing/dry-run", "nothing");
    }

    private CaseClient Officer() => new(node.As("XA-SMA", "xa-officer", [Roles.Officer], ["digital-assets"]));

    private static FileJointInvestigation.Body Filing(params string[] authorities) =>
        new(
            [.. authorities.Select(a => new InviteeInput(a))],
            "Please join us.",
            ["info.transactions"],
            PlanLaw.Fields
        );

    private static FileJointInvestigation.Body Stating(string authority, string fact) =>
        Filing(authority) with
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { [PlanLaw.Fact] = fact },
        };

    private static async Task<TriedInvitation[]> TryAsync(CaseClient client, Guid id, FileJointInvestigation.Body body)
    {
        using var answer = await client.PostAsync($"/api/cases/{id}/filing/dry-run", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TriedInvitation[]>())!;
    }
}
