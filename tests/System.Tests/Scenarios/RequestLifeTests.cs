using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Two authorities on one node go through a request's whole life, and meet by letter alone.</summary>
[Collection(OnPairNode.Name)]
public sealed class RequestLifeTests(PairNode pair) : SystemTest(pair.Node)
{
    [Fact]
    public async Task A_request_is_asked_clarified_answered_and_closed_by_letter()
    {
        var (asker, asked) = (Cast.Lead.Requests, Cast.Joiner.Requests);
        var id = await asker.DraftAsync(Cast.Joiner.Authority);
        await asker.TellAsync(id, "submission", new { });
        var received = await asked.InStateAsync(id, "delivered");
        Assert.Equal(("asked", "iosco-emmou"), (received.Side, received.Basis?.Instrument));
        await asker.InStateAsync(id, "delivered");
        await asked.TellAsync(id, "acknowledgement");
        await asker.InStateAsync(id, "acknowledged");
        await asked.TellAsync(id, "clarifications", new { question = "Which accounts?" });
        await asker.AwaitAsync(id, v => v.IsPaused, "the clock stands");
        await asker.TellAsync(id, "clarifications/1/reply", new { reply = "Those two." });
        await asked.AwaitAsync(id, v => !v.IsPaused, "the clock goes on");
        await asked.TellAsync(id, "part-answers", new { text = "The first account." });
        await asked.TellAsync(id, "answer", new { text = "Both accounts." });
        var answered = await asker.InStateAsync(id, "answered");
        Assert.Equal("Both accounts.", answered.Answer?.Text);
        Assert.Equal((await asked.SeeAsync(id))!.DueAt, answered.DueAt);
        await asker.TellAsync(id, "closure", new { timeliness = 5, usefulness = 4 });
        var closed = await asked.InStateAsync(id, "closed");
        Assert.Equal(new RequestRating(5, 4), closed.Closing);

        await Patiently.GetAsync(() => UnsettledAsync(id), left => left is null, "every letter to be retrieved");
        Assert.Empty(Cast.Ledger.Problems);
    }

    // Each of the seven letters is known to both borders, and to its last step.
    private Task<string?> UnsettledAsync(Guid id) =>
        Node.SqlAsync(
            Services.Border,
            $"""
            select string_agg(kind || ' ' || states, ', ') from (
                select data ->> 'kind' as kind, string_agg(tenant_id || ' ' || (data ->> 'state'), ' ') as states, count(*) as sides,
                    bool_and(data ->> 'state' = 'retrieved') as there
                from store.mt_doc_letterview where data ->> 'conversationId' = '{id}' group by id, data ->> 'kind'
                union all
                select 'letters: ', count(distinct id)::text, 0, false from store.mt_doc_letterview
                where data ->> 'conversationId' = '{id}' having count(distinct id) <> 7
            ) letters where sides <> 2 or not there
            """
        );
}
