using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Api;

/// <summary>The life of requests between two authorities, through the API and the bus.</summary>
public sealed class RequestLifeTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly string[] OneAuthority = ["MSA-FMA"];

    private RequestClient Person(string authority, params string[] roles) =>
        new(
            node.As(
                authority,
                $"{authority}-{string.Join('-', roles)}",
                roles.Length == 0 ? ["officer"] : roles,
                ["market-abuse", "digital-assets"]
            )
        );

    [Fact]
    public async Task A_request_is_looked_at_submitted_clarified_answered_in_parts_and_closed()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var id = await asker.DraftAsync();
        var path = $"/api/requests/{id}";
        await asker.DoAsync($"{path}/consultation");
        await node.CarryAsync(id, LetterKinds.Consultation);
        var draft = await asked.StateAsync(id, "consultation");
        Assert.Equal(("consultation-reply", null), (draft.Waits[0].Awaits, draft.Waits[0].DueAt));
        await asked.DoAsync($"{path}/consultation/reply", new { advice = "fit", comment = "Good." });
        await node.CarryAsync(id, LetterKinds.ConsultationReply);
        await asker.WaitAsync(id, s => s.Consultations[0].Advice == "fit", "the advice");

        await asker.DoAsync($"{path}/submission", new { });
        Assert.Equal("submitted", (await asker.FindAsync(id))!.State);
        await node.CarryAsync(id, LetterKinds.Submission);
        var received = await asked.StateAsync(id, "delivered");
        Assert.Equal(("asked", "XA-SMA", "test-mou"), (received.Side, received.Partner, received.Basis!.Instrument));
        Assert.Equal("529900T8BM49AURSDO55", received.Content!.Subjects[0].Identifiers[0].Value);
        await asker.StateAsync(id, "delivered");

        await asked.DoAsync($"{path}/acknowledgement");
        await node.CarryAsync(id, LetterKinds.Acknowledgement);
        var told = await asker.StateAsync(id, "acknowledged");
        Assert.Equal((await asked.FindAsync(id))!.DueAt, told.DueAt);

        await asked.DoAsync($"{path}/clarifications", new { question = "Which accounts?" });
        await node.CarryAsync(id, LetterKinds.ClarificationAsked);
        await asker.WaitAsync(id, s => s.IsPaused, "the clock to stand");
        await asker.DoAsync($"{path}/clarifications/1/reply", new { reply = "Those two." });
        await node.CarryAsync(id, LetterKinds.ClarificationGiven);
        var goesOn = await asked.WaitAsync(id, s => !s.IsPaused, "the clock to go on");
        Assert.Equal((await asker.FindAsync(id))!.DueAt, goesOn.DueAt);

        await asked.DoAsync($"{path}/acceptance", new { });
        await asked.DoAsync($"{path}/extension", new { until = "2030-01-02", reason = "A court decides." });
        await asked.DoAsync($"{path}/part-answers", new { text = "The first account." });
        await node.CarryAsync(id, LetterKinds.PartAnswer);
        var part = await asker.StateAsync(id, "part-answered");
        await asker.WaitAsync(id, s => s.DueAt?.Year == 2030, "the later date");
        Assert.Equal("The first account.", part.PartAnswers[0].Text);
        await asked.RefusedAsync(
            "package-unknown",
            $"{path}/answer",
            new { text = "Both accounts.", packages = new[] { id } }
        );
        await asked.DoAsync($"{path}/answer", new { text = "Both accounts." });
        await node.CarryAsync(id, LetterKinds.Answer);
        var answered = await asker.StateAsync(id, "answered");
        Assert.Equal("Both accounts.", answered.Answer!.Text);
        await asker.RefusedAsync("rating-missing", $"{path}/closure", new { });
        await asker.DoAsync($"{path}/closure", new { timeliness = 4, usefulness = 5 });
        await node.CarryAsync(id, LetterKinds.Closing);
        Assert.Equal(5, (await asked.StateAsync(id, "closed")).Closing!.Usefulness);

        await EveryLetterWasRetrievedAsync(id);
        var timeline = await asker.PageAsync<TimelineEntry>($"{path}/timeline?size=500");
        Assert.Contains(timeline.Items, e => e is { What: "request-answered", Who: "MSA-FMA" });
    }

    [Fact]
    public async Task A_refusal_owes_its_duties_and_may_be_overcome_by_escalation()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        using var asked = Person("XB-DAC");
        using var head = Person("XB-DAC", "approver");
        var id = await asker.AskAsync(RequestClient.Draft("Refused at first", "XB-DAC"));
        var path = $"/api/requests/{id}";
        await node.CarryAsync(id, LetterKinds.Submission);
        await asked.StateAsync(id, "delivered");
        var refusal = new { ground = "public-or-national-interest", reason = "It would harm the market." };
        await asked.RefusedAsync("ground-not-offered", $"{path}/refusal", new { ground = "security", reason = "No." });
        await asked.RefusedAsync("duties-open", $"{path}/refusal", refusal);
        await asked.DoAsync($"{path}/duties", new { duty = "consult", note = "By telephone." });
        await asked.DoAsync($"{path}/refusal", refusal);
        await node.CarryAsync(id, LetterKinds.Refusal);
        var refused = await asker.StateAsync(id, "refused");
        Assert.Contains("T §6", refused.Refusal!.Citations);

        await asker.DoAsync($"{path}/escalation", new { level = "heads-of-authority", reason = "We disagree." });
        await node.CarryAsync(id, LetterKinds.Escalation);
        await asked.WaitAsync(id, s => s.IsEscalated, "the escalation");
        await asked.RefusedAsync(
            "role-missing",
            $"{path}/escalation/result",
            new { result = "granted", statement = "Yes." }
        );
        await head.DoAsync($"{path}/escalation/result", new { result = "granted", statement = "We will answer." });
        await node.CarryAsync(id, LetterKinds.EscalationResult);
        Assert.Null((await asker.StateAsync(id, "accepted")).Refusal);
        await asked.DoAsync($"{path}/answer", new { text = "Here it is." });
        await node.CarryAsync(id, LetterKinds.Answer);
        await asker.StateAsync(id, "answered");
    }

    [Fact]
    public async Task One_ask_to_two_authorities_is_two_requests()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        var body = RequestClient.Draft("To two", "MSA-FMA", "XB-DAC");
        using var first = await asker.PostAsync("/api/requests", body, "two-at-once");
        using var again = await asker.PostAsync("/api/requests", body, "two-at-once");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        var ask = Guid.Parse(first.Headers.Location!.ToString().Split('/')[^1]);
        var lines = (await asker.PageAsync<RequestLine>($"/api/requests?ask={ask}")).Items;
        Assert.Equal(["MSA-FMA", "XB-DAC"], lines.Select(l => l.Partner).Order(StringComparer.Ordinal));

        await asker.DoAsync($"/api/requests/{lines[0].Id}/submission", new { });
        lines = (await asker.PageAsync<RequestLine>($"/api/requests?ask={ask}")).Items;
        Assert.Equal(["draft", "submitted"], lines.Select(l => l.State).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_rests_on_two_bases_is_split_into_two_requests_with_clocks_of_their_own()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var id = await asker.DraftAsync(
            new { to = OneAuthority, content = RequestClient.Content("Split", spotToo: true) }
        );
        using var tried = await asker.PostAsync($"/api/requests/{id}/submission/dry-run");
        Assert.Contains("\"split\":true", await tried.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await asker.RefusedAsync("basis-split", $"/api/requests/{id}/submission", new { });
        await asker.DoAsync($"/api/requests/{id}/submission", new { split = true });
        var parts = (await asker.PageAsync<RequestLine>($"/api/requests?ask={id}")).Items;
        Assert.Equal(2, parts.Count);
        foreach (var part in parts)
        {
            await node.DispatchedAsync(part.Id, LetterKinds.Submission);
        }

        await node.CarryAsync(times: 3);
        var sheets = new List<RequestSheet>();
        foreach (var part in parts)
        {
            sheets.Add(await asked.StateAsync(part.Id, "delivered"));
        }

        Assert.Equal(["test-mou", "test-spot"], sheets.Select(s => s.Basis!.Instrument).Order(StringComparer.Ordinal));
        Assert.NotEqual(sheets[0].DueAt, sheets[1].DueAt);
    }

    [Fact]
    public async Task A_question_that_stays_open_lets_the_request_lapse_on_both_sides()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        using var asked = Person("MSA-FMA");
        var id = await asker.AskAsync(RequestClient.Draft("Lapses"));
        await node.CarryAsync(id, LetterKinds.Submission);
        await asked.StateAsync(id, "delivered");
        await asked.DoAsync($"/api/requests/{id}/clarifications", new { question = "Which accounts?" });
        await node.CarryAsync(id, LetterKinds.ClarificationAsked);
        await asker.WaitAsync(id, s => s.IsPaused, "the question");
        node.Clock.Advance(TimeSpan.FromDays(40));
        try
        {
            await asked.StateAsync(id, "lapsed");
            await node.CarryAsync(id, LetterKinds.Lapse);
            Assert.Equal("clarification", (await asker.StateAsync(id, "lapsed")).Lapse!.Note);
        }
        finally
        {
            node.Clock.Advance(TimeSpan.FromDays(-40));
        }
    }

    [Fact]
    public async Task A_request_that_the_border_stops_is_a_draft_again()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA");
        var id = await asker.AskAsync(RequestClient.Draft("Stopped"));
        var letter = await node.DispatchedAsync(id, LetterKinds.Submission);
        Assert.Equal(("manipulation", "derivatives"), (letter.Question.Matter, letter.Question.Over));
        Assert.DoesNotContain("facts-and-purpose", letter.Question.Missing);
        await node.TellAsync(letter, LetterStates.Rejected, "basis-lapsed");
        Assert.Equal("basis-lapsed", (await asker.StateAsync(id, "draft")).Stopped!.Reason);
    }

    private async Task EveryLetterWasRetrievedAsync(Guid id)
    {
        var sent = node
            .Bus.Heard<DispatchLetter>()
            .Where(l => l.ConversationId == id)
            .Select(l => l.LetterId)
            .ToHashSet();
        await Eventually.HoldsAsync(
            () => sent.IsSubsetOf(node.Bus.Heard<LetterRetrieved>().Select(r => r.LetterId)),
            "every letter to be retrieved"
        );
        Assert.Equal(sent.Count, node.Bus.Heard<DispatchLetter>().Count(l => l.ConversationId == id));
    }
}
