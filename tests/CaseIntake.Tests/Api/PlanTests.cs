using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.CaseIntake.Cases.Questions;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Tests.Api;

/// <summary>Whom to ask for what: each partner and kind with its instrument, what is missing and what would bind the answer.</summary>
public sealed class PlanTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>, IAsyncLifetime
{
    private const string Alone = "?partner=XB-DAC&kind=info.transactions";

    public async ValueTask InitializeAsync()
    {
        await node.RegisterAsync();
        await node.PublishAsync(PlanLaw.Memorandum, PlanLaw.Other("plan-old"));
        await node.RecordAsync(
            PlanLaw.Part("XA-SMA"),
            PlanLaw.Part("MSA-FMA"),
            PlanLaw.Part("XB-DAC"),
            PlanLaw.Part("XA-SMA", "plan-old"),
            PlanLaw.Part("XB-DAC", "plan-old")
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_plan_says_what_each_partner_can_give_under_which_instrument_and_what_is_missing()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var plan = await PlanAsync(officer, id, "?kind=info.transactions");

        Assert.Equal(
            ["MSA-FMA", "MSB-KNA", "XB-DAC"],
            plan.Select(l => l.Partner).Where(TestNode.Authorities.Contains)
        );
        var line = plan.Single(l => l.Partner == "XB-DAC");
        Assert.Equal(
            ("info.transactions", "PENDING_FACTS", "plan-mou", null),
            (line.Kind, line.Outcome, line.Instrument, line.StopReason)
        );
        Assert.Equal(["P §1", "P §2", "P §3"], line.Citations.Take(3));
        Assert.Equal([PlanLaw.Fact], line.Missing);
        Assert.Equal([new PlannedWhatIf(PlanLaw.Fact, "REFUSAL_AVAILABLE", "GRANT")], line.WouldChange);
        var other = Assert.Single(line.OtherInstruments);
        Assert.Equal(("plan-old", "matter"), (other.Instrument, other.Reason));
        Assert.Equal(["plan-old.matter"], other.Terms);
        Assert.Equal(
            [("plan-mou.use", null), ("plan-mou.keep", "5 years")],
            line.Obligations.Select(o => (o.Term, o.Keep))
        );

        var stranger = plan.Single(l => l.Partner == "MSB-KNA");
        Assert.Equal(("NO_BASIS", "none", "no-basis"), (stranger.Outcome, stranger.Instrument, stranger.StopReason));
        Assert.Empty(stranger.Obligations);
    }

    [Fact]
    public async Task Kinds_that_are_not_named_are_all_planned_until_the_case_asked_for_some()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        Assert.Equal(
            Vocabulary.Assistance.Order(),
            (await PlanAsync(officer, id, "?partner=XB-DAC")).Select(l => l.Kind).Order()
        );
        await officer.DoAsync($"/api/cases/{id}/filing", CaseClient.Filing("MSA-FMA"));
        Assert.Equal("info.transactions", Assert.Single(await PlanAsync(officer, id, "?partner=XB-DAC")).Kind);
        Assert.Equal("info.files", Assert.Single(await PlanAsync(officer, id, "?partner=XB-DAC&kind=info.files")).Kind);
    }

    [Fact]
    public async Task A_partner_or_kind_named_twice_is_planned_once()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        Assert.Single(await PlanAsync(officer, id, $"{Alone}&partner=XB-DAC&kind=info.transactions"));
    }

    [Theory]
    [InlineData("en", "en", "A fact must be known first.")]
    [InlineData("es-ES, en;q=0.5", "es", "Antes debe conocerse un hecho.")]
    [InlineData("fr", "en", "A fact must be known first.")]
    public async Task A_plan_explains_itself_in_the_language_asked_for(string languages, string expected, string words)
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        officer.Http.DefaultRequestHeaders.Add("Accept-Language", languages);
        using var answer = await officer.Http.GetAsync($"/api/cases/{id}/plan{Alone}");
        var line = Assert.Single((await answer.Content.ReadFromJsonAsync<PlanView[]>())!);
        Assert.Equal([expected], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Equal(words, line.Explanation[0]);
        Assert.Contains(line.Explanation, l => l.Contains("P §1; P §2; P §3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_takes_as_many_statements_for_all_partners_under_many_instruments_as_for_one()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        using var statements = new SqlStatements();
        await PlanAsync(officer, id, Alone);
        var one = await CountAsync(Alone);
        var codes = Enumerable.Range(0, 25).Select(i => $"XP-P{i:00}").ToList();
        await node.RegisterAsync([.. codes]);
        await node.PublishAsync([.. codes.Select(c => PlanLaw.Other($"with-{c[3..]}"))]);
        await node.RecordAsync([
            .. codes.Select(c => PlanLaw.Part(c)),
            .. codes.Select(c => PlanLaw.Part(c, $"with-{c[3..]}")),
            .. codes.Select(c => PlanLaw.Part("XA-SMA", $"with-{c[3..]}")),
        ]);
        var plan = await PlanAsync(officer, id, "");
        Assert.Equal(codes, plan.Select(l => l.Partner).Where(codes.Contains).Distinct().Order());
        Assert.Equal(one, await CountAsync(""));
        Assert.InRange(one, 1, 10);

        Task<int> CountAsync(string query) =>
            statements.CountAsync(
                officer.Http,
                () => new HttpRequestMessage(HttpMethod.Get, $"/api/cases/{id}/plan{query}")
            );
    }

    [Fact]
    public async Task A_case_that_one_may_not_know_of_has_no_plan()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        using var absent = await officer.Http.GetAsync($"/api/cases/{Guid.CreateVersion7()}/plan{Alone}");
        foreach (
            var http in (HttpClient[])
                [
                    node.As("XB-DAC", "stranger", [Roles.Officer], ["digital-assets"]),
                    node.As("XA-SMA", "colleague", [Roles.Officer, Roles.Counsel], ["market-abuse"]),
                    node.As("XA-SMA", "auditor", [Roles.Auditor]),
                ]
        )
        {
            using var stranger = http;
            using var answer = await stranger.GetAsync($"/api/cases/{id}/plan{Alone}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(await Answers.StableAsync(absent), await Answers.StableAsync(answer));
        }
    }

    [Theory]
    [InlineData("?kind=info.everything", "kind[0]", "not-in-list")]
    [InlineData("?kind=info.files&kind=", "kind[1]", "not-in-list")]
    [InlineData("?partner=XX-NONE", "partner[0]", "authority-unknown")]
    [InlineData("?partner=XB-DAC&partner=%20", "partner[1]", "required")]
    [InlineData("?partner=a%00b", "partner[0]", "control-character")]
    public async Task Bad_input_is_told_by_code_and_field(string query, string field, string code)
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        using var answer = await officer.Http.GetAsync($"/api/cases/{id}/plan{query}");
        Assert.Equal([(field, code)], await CaseClient.ErrorsAsync(answer));
    }

    [Fact]
    public async Task More_partners_or_kinds_than_there_can_be_are_too_many()
    {
        using var officer = Officer();
        var id = await officer.PrepareAsync();
        var partners = string.Concat(Enumerable.Repeat("&partner=XB-DAC", 201));
        var kinds = string.Concat(Enumerable.Repeat("&kind=info.files", Vocabulary.Assistance.Count() + 1));
        using var answer = await officer.Http.GetAsync($"/api/cases/{id}/plan?{partners}{kinds}");
        Assert.Equal([("kind", "too-many"), ("partner", "too-many")], await CaseClient.ErrorsAsync(answer));
    }

    private CaseClient Officer() => new(node.As("XA-SMA", "xa-officer", [Roles.Officer], ["digital-assets"]));

    private static async Task<PlanView[]> PlanAsync(CaseClient client, Guid id, string query) =>
        (await client.Http.GetFromJsonAsync<PlanView[]>($"/api/cases/{id}/plan{query}"))!;
}
