using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseCoordination.DataSharing.AutomaticAnswers;
using CaseCoordination.DataSharing.AutomaticAnswers.Questions;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Packages;
using CaseCoordination.DataSharing.Tests.Records;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>A request for records answered by a rule, what waits for a person, and what becomes of the records at the asker.</summary>
public sealed class AutomaticAnswerTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Trades =
        "executed_at,venue,trade_id,price,quantity\n"
        + "2025-03-03T10:00:00Z,Delta,T-1,1.5,2\n"
        + "2025-03-31T23:59:59Z,Delta,T-2,1.6,3\n"
        + "2025-04-01T00:00:00Z,Delta,T-3,1.7,4\n"
        + "2025-03-04T10:00:00Z,Gamma,T-4,1.8,5\n";
    private static readonly string[] Groups = ["market-abuse"];

    [Fact]
    public async Task A_rule_answers_what_the_law_grants_and_the_asker_holds_it_under_its_conditions()
    {
        await node.TeachAsync();
        await IngestAsync();
        var rule = await RuleAsync("Trades for XA-SMA");
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var request = await AskAsync(asker, "Delta");
        await node.CarryAsync(request, LetterKinds.Submission);
        await node.CarryAsync(request, LetterKinds.Answer);
        var answered = await asker.StateAsync(request, "answered");
        var package = Assert.Single(answered.Answer!.Packages);
        var explained = (
            await asked.Http.GetFromJsonAsync<ExplainedAnswer>($"/api/requests/{request}/automatic-answer")
        )!;
        Assert.Equal((rule, 2, "GRANT"), (explained.AnsweredBy, explained.Records, explained.Outcome));
        Assert.NotEmpty(explained.Explanation);
        Assert.Equal(rule, (await asked.FindAsync(request))!.AnsweredByRule);

        using var reader = new PackageClient(asker);
        var received = await reader.StateAsync(package, "retrieved");
        Assert.Superset(
            new HashSet<string>(["quantity", "buyerAccount"]),
            Assert.Single(received.Items).Withheld.ToHashSet()
        );
        var csv = await reader.ReadAsync(package, 1);
        Assert.Contains("T-1", csv, StringComparison.Ordinal);
        Assert.Contains("T-2", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("T-3", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("T-4", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("quantity", csv.Split('\n')[0].Split(','));

        var holding = await HoldingAsync(asker, package);
        Assert.Equal("MSA-FMA", (string?)holding["originator"]);
        var custody = await asker.Http.GetStringAsync($"/api/holdings/{holding["id"]}/custody");
        Assert.Contains("holding-read", custody, StringComparison.Ordinal);
        await TrailAsync(asked, package);
    }

    [Fact]
    public async Task What_no_rule_answers_waits_for_a_person_and_says_why()
    {
        await node.TeachAsync();
        await IngestAsync();
        await RuleAsync("Trades for XA-SMA");
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var request = await AskAsync(asker, "Nowhere");
        await node.CarryAsync(request, LetterKinds.Submission);
        await asked.StateAsync(request, "delivered");
        var explained = await Eventually.GetAsync(
            () => asked.Http.GetFromJsonAsync<ExplainedAnswer>($"/api/requests/{request}/automatic-answer")!,
            e => e?.At is not null,
            "the rules to be weighed"
        );
        Assert.Null(explained!.AnsweredBy);
        Assert.All(explained.Rules, r => Assert.Equal(["no-records"], r.Reasons));
        Assert.Equal("delivered", (await asked.FindAsync(request))!.State);
    }

    [Fact]
    public async Task A_rule_is_tried_on_the_past_before_it_is_in_force()
    {
        await node.TeachAsync();
        await IngestAsync();
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var request = await AskAsync(asker, "Gamma");
        await node.CarryAsync(request, LetterKinds.Submission);
        await asked.WaitAsync(request, s => s.DeliveredAt is not null, "its arrival");
        using var steward = Person("MSA-FMA", Roles.DataSteward);
        var rule = await DraftAsync(steward, "Not in force");
        var today = $"{node.Clock.GetUtcNow():yyyy-MM-dd}";
        using var answer = await steward.PostAsync(
            $"/api/answer-rules/{rule}/dry-run",
            new { from = today, to = today }
        );
        var tried = (await answer.Content.ReadFromJsonAsync<TriedRule>())!;
        var one = tried.Requests.Single(t => t.Request == request);
        Assert.Equal((true, 1L), (one.Answers, one.Records));
        Assert.Equal(tried.Requests.Count(t => t.Answers), tried.Answered);
        var shown = (await steward.Http.GetFromJsonAsync<RuleSheet>($"/api/answer-rules/{rule}"))!;
        Assert.Equal("draft", shown.State);
    }

    [Fact]
    public async Task Everything_wrong_with_a_rule_is_said_at_once()
    {
        using var steward = Person("MSA-FMA", Roles.DataSteward);
        using var answer = await steward.PostAsync(
            "/api/answer-rules",
            new
            {
                name = "",
                category = "poems",
                mostRecords = 0,
                mostAnswersPerDay = 5000,
                hours = new { from = 9, to = 9 },
                facts = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["proceedings"] = "yes",
                    ["security"] = "unknown",
                },
                tlp = "SECRET",
            }
        );
        Assert.Equal(
            [
                ("category", "not-in-list"),
                ("facts.proceedings", "not-in-list"),
                ("facts.security", "not-in-list"),
                ("hours", "out-of-range"),
                ("mostAnswersPerDay", "out-of-range"),
                ("mostRecords", "out-of-range"),
                ("name", "required"),
                ("tlp", "not-in-list"),
            ],
            (await RequestClient.ErrorsAsync(answer)).Order()
        );
    }

    [Fact]
    public async Task Rules_of_another_authority_are_not_there()
    {
        using var steward = Person("MSA-FMA", Roles.DataSteward);
        var id = await DraftAsync(steward, "Silent Harbour trades");
        using var owner = node.AsEveryRole("MSA-FMA", Groups);
        using var stranger = node.AsEveryRole("XB-DAC", Groups);
        var isolation = new TenantIsolation
        {
            Routes = node.RoutesOf("/api/answer-rules"),
            Owner = owner,
            Stranger = stranger,
            Existing = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() },
            Secrets = ["Silent Harbour", id.ToString()],
            Bodies = new Dictionary<string, Func<HttpContent>>(StringComparer.Ordinal)
            {
                ["PUT /api/answer-rules/{id:guid}"] = () => JsonContent.Create(Rule("Another name")),
                ["POST /api/answer-rules/{id:guid}/pause"] = () => JsonContent.Create(new { reason = "Odd." }),
                ["POST /api/answer-rules/{id:guid}/retirement"] = () => JsonContent.Create(new { reason = "Odd." }),
                ["POST /api/answer-rules/{id:guid}/dry-run"] = () =>
                    JsonContent.Create(new { from = "2026-01-01", to = "2026-01-02" }),
            },
        };
        Assert.True((await isolation.HoldsAsync()).Count >= 7);
    }

    private RequestClient Person(string authority, string role = Roles.Officer) =>
        new(node.As(authority, $"{authority}-{role}", [role], Groups));

    private static async Task<Guid> AskAsync(RequestClient asker, string venue)
    {
        var content = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(RequestClient.Content()))!.AsObject();
        content["records"] = new JsonArray(
            new JsonObject
            {
                ["category"] = "trades",
                ["venue"] = venue,
                ["from"] = "2025-03-01",
                ["to"] = "2025-03-31",
            }
        );
        return await asker.AskAsync(new JsonObject { ["to"] = new JsonArray("MSA-FMA"), ["content"] = content });
    }

    private async Task IngestAsync()
    {
        using var steward = new RecordClient(node.As("MSA-FMA", "steward", [Roles.DataSteward]));
        if ((await steward.FindAsync("trades", "identifier=trade:T-1")).Count == 0)
        {
            await steward.IngestAsync("trades", Trades);
        }
    }

    private async Task<Guid> RuleAsync(string name)
    {
        using var steward = Person("MSA-FMA", Roles.DataSteward);
        using var approver = Person("MSA-FMA", Roles.Approver);
        var known = await steward.Http.GetFromJsonAsync<RuleSheet[]>("/api/answer-rules");
        if (known!.FirstOrDefault(r => r.State == "in-force") is { } inForce)
        {
            return inForce.Id;
        }

        var id = await DraftAsync(steward, name);
        await approver.DoAsync($"/api/answer-rules/{id}/approval");
        return id;
    }

    private static async Task<Guid> DraftAsync(RequestClient steward, string name)
    {
        using var answer = await steward.PostAsync("/api/answer-rules", Rule(name));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!.Id;
    }

    private static object Rule(string name) =>
        new
        {
            name,
            category = "trades",
            facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["public-or-national-interest"] = "no",
                ["violates-domestic-law"] = "no",
            },
            withhold = new[] { "quantity" },
        };

    private static async Task<JsonNode> HoldingAsync(RequestClient asker, Guid package) =>
        (
            await Eventually.GetAsync(
                () => asker.Http.GetFromJsonAsync<JsonObject>($"/api/holdings?package={package}"),
                page => page?["items"]!.AsArray().Count > 0,
                "the holding"
            )
        )!["items"]![0]!;

    private static Task<JsonNode?> TrailAsync(RequestClient asked, Guid package) =>
        Eventually.GetAsync(
            async () =>
            {
                using var answer = await asked.Http.GetAsync($"/api/trails/{package}");
                return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
            },
            trail => trail is not null,
            "the trail"
        );
}
