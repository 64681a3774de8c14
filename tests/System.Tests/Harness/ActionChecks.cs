namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// What holds of every action of a node, read from what is stored: measures went out not before T-0, not twice, not after a
/// confirmed stop, and marked late where they were; and everybody's board tells what everybody's own file says.
/// </summary>
internal sealed class ActionChecks(SystemNode node)
{
    // Each release with the schedule that the file held then, and the last order that was taken before it.
    private const string Releases = """
        releases as (
            select r.tenant_id as authority, r.stream_id as action, r.version, r.timestamp as stored,
                (r.data -> 'release' ->> 'at')::timestamptz as at,
                (r.data -> 'release' ->> 'lateByMs')::bigint as late_by,
                (r.data -> 'release' ->> 'isLate')::boolean as is_late,
                (r.data -> 'release' ->> 'byHand')::boolean as by_hand,
                (p.data -> 'plan' -> 'schedule' ->> 'releaseAt')::timestamptz as due,
                (p.data -> 'plan' -> 'schedule' ->> 'window')::int as window_seconds,
                o.data ->> 'effect' as effect, o.data -> 'order' ->> 'standing' as standing
            from store.mt_events r
            cross join lateral (
                select data from store.mt_events p
                where (p.tenant_id, p.stream_id) = (r.tenant_id, r.stream_id) and p.version < r.version and p.data ? 'plan'
                order by p.version desc limit 1
            ) p
            left join lateral (
                select data from store.mt_events o
                where (o.tenant_id, o.stream_id) = (r.tenant_id, r.stream_id) and o.version < r.version and o.type = 'order-taken'
                order by o.version desc limit 1
            ) o on true
            where r.type = 'action-released'
        )
        """;

    // Everybody's row about everybody, and the row of that authority's own file.
    private const string Stands = """
        stands as (
            select e.tenant_id as reader, e.id as action, s ->> 'authority' as about,
                jsonb_build_object(
                    'vote', s -> 'vote' -> 'number', 'readiness', s -> 'vote' -> 'readiness',
                    'order', s -> 'receipt' -> 'number', 'standing', s -> 'receipt' -> 'standing', 'effect', s -> 'receipt' -> 'effect',
                    'released', s -> 'release' -> 'at', 'late', s -> 'release' -> 'lateByMs', 'byHand', s -> 'release' -> 'byHand',
                    'unreleased', s -> 'unreleased'
                ) as row
            from store.mt_doc_actionentry e, jsonb_array_elements(e.data -> 'sheet' -> 'stands') s
        )
        """;

    private static readonly IReadOnlyList<(string What, string Sql)> Checks =
    [
        (
            "went out before T-0",
            $"with {Releases} select authority || ' ' || action || ' ' || at || ' before ' || due from releases where at < due or stored < due"
        ),
        (
            "went out more than once",
            $"with {Releases} select authority || ' ' || action from releases group by authority, action having count(*) > 1"
        ),
        (
            "went out without an order that was held",
            $"""
            with {Releases} select authority || ' ' || action || ' after ' || coalesce(standing || ' ' || effect, 'no order') from releases
            where effect is null or effect in ('Stopped', 'NotReady') or (effect = 'TooLate' and standing = 'Armed' and not by_hand)
            """
        ),
        (
            "is not marked as late as it was",
            $"""
            with {Releases} select authority || ' ' || action || ' ' || late_by || ' ms ' || is_late from releases
            where abs(extract(epoch from at - due) * 1000 - late_by) > 1 or is_late <> (late_by > 1000 or by_hand)
            """
        ),
        (
            "went out by itself after its window",
            $"with {Releases} select authority || ' ' || action from releases where not by_hand and at > due + make_interval(secs => window_seconds)"
        ),
        (
            "letter not taken once",
            """
            select w.data ->> 'kind' || ' from ' || w.tenant_id || ' to ' || (w.data ->> 'to') || ' in ' || w.stream_id || ': ' || n
                || ' times, ' || coalesce((
                    select string_agg((m.data ->> 'state') || coalesce(' ' || (m.data ->> 'explanation'), ''), ', ' order by m.version)
                    from store.mt_events m
                    where m.type = 'action-letter-moved' and m.tenant_id = w.tenant_id and m.data ->> 'letterId' = w.data ->> 'letterId'
                ), 'the border told nothing of it')
            from store.mt_events w cross join lateral (
                select count(*) as n from store.mt_events t
                where t.type = 'action-letter-taken' and t.tenant_id = w.data ->> 'to' and t.data ->> 'letterId' = w.data ->> 'letterId'
            ) t
            where w.type = 'action-letter-written' and n <> 1
            """
        ),
        (
            "board and file differ",
            $"""
            with {Stands} select r.reader || ' tells of ' || r.about || ' in ' || r.action || ' ' || r.row || ' instead of ' || o.row
            from stands r join stands o on o.action = r.action and o.about = r.about and o.reader = r.about
            where r.row <> o.row
            """
        ),
    ];

    public IEnumerable<Task<string?>> All() => Checks.Select(c => node.SqlAsync(Services.Actions, Find(c)));

    /// <summary>What the checks would find if something were otherwise; it never is, for nothing of it is committed.</summary>
    /// <param name="change">SQL that makes it so.</param>
    public async Task<IReadOnlyList<string>> FindAfterAsync(string change)
    {
        var found = new List<string>();
        foreach (var check in Checks)
        {
            var line = await node.SqlAsync(Services.Actions, $"begin; {change}; {Find(check)}; rollback");
            found.AddRange(line is null ? [] : [line]);
        }

        return found;
    }

    private static string Find((string What, string Sql) check) =>
        $"select string_agg('action, {check.What}: ' || x.line, E'\n') from ({check.Sql}) x(line)";
}
