using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.EnforcementActions.Tests.Api;

/// <summary>The people of one authority at the service's API: an officer who prepares, an approver who decides, counsel.</summary>
internal sealed class ActionSide(EnforcementFixture node, string authority, params string[] groups) : IDisposable
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        };

    private readonly string[] _groups = groups.Length > 0 ? groups : ["digital-assets"];

    public string Authority => authority;
    public HttpClient Officer => field ??= node.As(authority, $"{authority}-officer", [Roles.Officer], _groups);
    public HttpClient Approver => field ??= node.As(authority, $"{authority}-approver", [Roles.Approver], _groups);
    public HttpClient Counsel => field ??= node.As(authority, $"{authority}-counsel", [Roles.Counsel], _groups);

    public async Task<Guid> DraftAsync(PlanBody plan)
    {
        using var answer = await PostAsync(
            Officer,
            "/api/actions",
            new DraftAction.Body(EnforcementFixture.CaseId, plan)
        );
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var result = await answer.Content.ReadFromJsonAsync<CommandResult>();
        Assert.Equal($"/api/actions/{result!.Id}", answer.Headers.Location?.ToString());
        return result.Id;
    }

    /// <summary>Drafts, and has it proposed.</summary>
    public async Task<Guid> ProposeAsync(PlanBody plan)
    {
        var id = await DraftAsync(plan);
        await DoAsync(Approver, id, "proposal");
        return id;
    }

    /// <summary>Records the titles of the authority's own measures, and declares it ready.</summary>
    public async Task GetReadyAsync(Guid id)
    {
        var sheet = await WaitAsync(id, s => s.State == "proposed", "the proposal");
        await RecordTitlesAsync(id, sheet);
        await DoAsync(Approver, id, "ready");
    }

    public async Task RecordTitlesAsync(Guid id, ActionSheet sheet)
    {
        foreach (var measure in sheet.Plan!.MeasuresOf(authority).Where(m => sheet.Titles.All(t => t.Measure != m.Id)))
        {
            await DoAsync(Officer, id, "titles", Plans.Title(measure.Id));
        }
    }

    /// <summary>A command that must succeed.</summary>
    public static async Task<CommandResult> DoAsync(HttpClient person, Guid id, string act, object? body = null)
    {
        using var answer = await PostAsync(person, $"/api/actions/{id}/{act}", body);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{act}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!;
    }

    public static async Task RefusedAsync(HttpClient person, string code, Guid id, string act, object? body = null)
    {
        using var answer = await PostAsync(person, $"/api/actions/{id}/{act}", body);
        Assert.Equal(code, await Answers.CodeAsync(answer));
    }

    /// <summary>Changes the plan; news of letters may come between reading and editing, and whoever edits reads again.</summary>
    public Task RewriteAsync(Guid id, PlanBody plan) =>
        Eventually.HoldsAsync(
            async () =>
            {
                using var answer = await ReviseAsync(id, plan);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed,
                    await answer.Content.ReadAsStringAsync()
                );
                return answer.StatusCode == HttpStatusCode.OK;
            },
            "the edit"
        );

    /// <summary>Changes the plan as it was read.</summary>
    public async Task<HttpResponseMessage> ReviseAsync(Guid id, PlanBody plan, string? tag = null)
    {
        using var shown = await Officer.GetAsync($"/api/actions/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/actions/{id}/plan");
        request.Content = JsonContent.Create(new RevisePlan.Body(plan));
        request.Headers.TryAddWithoutValidation("If-Match", tag ?? shown.Headers.ETag!.Tag);
        return await Officer.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient person,
        string path,
        object? body = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        request.Content = body is null ? null : JsonContent.Create(body);
        return await person.SendAsync(request);
    }

    /// <summary>Field and code of everything that was wrong with an input.</summary>
    public static async Task<IReadOnlyList<(string Field, string Code)>> ErrorsAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return [.. problem!["errors"]!.AsArray().Select(e => ((string)e!["field"]!, (string)e["code"]!))];
    }

    public async Task<ActionSheet?> FindAsync(Guid id)
    {
        using var answer = await Officer.GetAsync($"/api/actions/{id}");
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.Content.ReadFromJsonAsync<ActionSheet>(Json);
    }

    /// <summary>Waits until the authority's file shows something, while letters are carried.</summary>
    public async Task<ActionSheet> WaitAsync(Guid id, Func<ActionSheet, bool> holds, string what) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await node.CarryAsync();
                    return await FindAsync(id);
                },
                sheet => sheet is not null && holds(sheet),
                $"{what} at {authority}"
            )
        )!;

    public Task<ActionSheet> StateAsync(Guid id, string state) =>
        WaitAsync(id, s => s.State == state, $"state {state}");

    /// <summary>Waits until the file shows a participant as is wanted.</summary>
    public async Task<Stand> StandAsync(Guid id, string participant, Func<Stand, bool> holds, string what) =>
        StandOf(await WaitAsync(id, s => s.Stands.Any(x => x.Authority == participant && holds(x)), what), participant);

    public static Stand StandOf(ActionSheet sheet, string participant) =>
        sheet.Stands.Single(s => s.Authority == participant);

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(Guid id) =>
        (await Officer.GetFromJsonAsync<Page<TimelineEntry>>($"/api/actions/{id}/timeline?size=500"))!.Items;

    public void Dispose()
    {
        Officer.Dispose();
        Approver.Dispose();
        Counsel.Dispose();
    }
}
