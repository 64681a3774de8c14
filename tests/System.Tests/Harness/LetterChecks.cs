namespace CaseCoordination.SystemTests.Harness;

/// <summary>What holds of every letter of the ledger's cases: written once, and the same on both sides to its last step.</summary>
internal sealed class LetterChecks(SystemNode node, Ledger ledger)
{
    private sealed record Written(Guid Id, string From, string To, string Hash, string State);

    private sealed record Side(Guid Id, string Tenant, string Direction, string State, string Hash, bool Diverged);

    private sealed record Taken(Guid Id, string Tenant);

    private sealed record Repeated(Guid Id, string Tenant, string What, int Times);

    public async Task<string?> FindAsync()
    {
        var written = await WrittenAsync();
        var sides = (await SidesAsync()).ToLookup(s => s.Id);
        var taken = (await TakenAsync()).ToLookup(t => t.Id, t => t.Tenant);
        var wrong = written
            .SelectMany(letter => Judge(letter, [.. sides[letter.Id]], [.. taken[letter.Id]]))
            .Concat(
                sides.Select(s => s.Key).Except(written.Select(w => w.Id)).Select(id => $"letter {id}: never written")
            )
            .Concat((await RepeatedAsync()).Select(r => $"letter {r.Id}: {r.What} {r.Times} times at {r.Tenant}"))
            .ToList();
        return wrong.Count == 0 ? null : string.Join('\n', wrong);
    }

    private static IEnumerable<string> Judge(Written letter, IReadOnlyList<Side> sides, IReadOnlyList<string> taken)
    {
        if (sides.Count != 2)
        {
            yield return $"letter {letter.Id}: known to {string.Join(' ', sides)} instead of both borders";
        }

        foreach (var side in sides)
        {
            var expected = side.Direction == "outbound" ? letter.From : letter.To;
            if (side.Tenant != expected || side.State != "retrieved" || side.Hash != letter.Hash || side.Diverged)
            {
                yield return $"letter {letter.Id}: {letter} and {side} differ";
            }
        }

        if (letter.State != "delivered")
        {
            yield return $"letter {letter.Id}: its file says {letter.State}";
        }

        if (taken is not [var one] || one != letter.To)
        {
            yield return $"letter {letter.Id}: taken by '{string.Join(' ', taken)}' instead of once by {letter.To}";
        }
    }

    // The state is what the sender's own file shows of its letter.
    private Task<IReadOnlyList<Written>> WrittenAsync() =>
        node.RowsAsync<Written>(
            Services.Intake,
            $"""
            select e.data ->> 'letterId' as id, e.tenant_id as "from", e.data ->> 'to' as "to",
                encode(sha256(convert_to(e.data ->> 'content', 'UTF8')), 'hex') as hash,
                (select l ->> 'state' from store.mt_doc_caseentry c, jsonb_array_elements(c.data -> 'sheet' -> 'letters') l
                 where c.tenant_id = e.tenant_id and c.id = e.stream_id and l ->> 'id' = e.data ->> 'letterId') as state
            from store.mt_events e where e.type = 'letter-written' and e.stream_id in ({Cases})
            """
        );

    private Task<IReadOnlyList<Taken>> TakenAsync() =>
        node.RowsAsync<Taken>(
            Services.Intake,
            $"select data ->> 'letterId' as id, tenant_id as tenant from store.mt_events where type = 'letter-taken' and stream_id in ({Cases})"
        );

    private Task<IReadOnlyList<Side>> SidesAsync() =>
        node.RowsAsync<Side>(
            Services.Border,
            $"""
            select id, tenant_id as tenant, data ->> 'direction' as direction, data ->> 'state' as state,
                data ->> 'contentHash' as hash, coalesce((data ->> 'hasDiverged')::boolean, false) as diverged
            from store.mt_doc_letterview where data ->> 'conversationId' in ({CaseTexts})
            """
        );

    private Task<IReadOnlyList<Repeated>> RepeatedAsync() =>
        node.RowsAsync<Repeated>(
            Services.Border,
            """
            select stream_id as id, tenant_id as tenant, type || coalesce(' ' || (data ->> 'step'), '') as what, count(*) as times
            from store.mt_events group by tenant_id, stream_id, type, data ->> 'step' having count(*) > 1
            """
        );

    private string Cases =>
        string.Join(',', ledger.Acknowledged.Select(a => a.Case).Distinct().Select(c => $"'{c}'::uuid"));

    private string CaseTexts =>
        string.Join(',', ledger.Acknowledged.Select(a => a.Case).Distinct().Select(c => $"'{c}'"));
}
