namespace CaseCoordination.SystemTests.Harness;

/// <summary>
/// What holds of every service's store: versions without gaps, everything announced, nothing stuck. The store's own stream of
/// tombstones, which fill the numbers that failed appends drew, is left out.
/// </summary>
internal sealed class StreamChecks(SystemNode node)
{
    private static readonly IReadOnlyList<(string What, string Sql)> Checks =
    [
        (
            "versions have a gap",
            """
            select tenant_id || ' ' || stream_id from store.mt_events where stream_id not in (select id from tombstones)
            group by tenant_id, stream_id having count(*) <> max(version) or min(version) <> 1
            """
        ),
        (
            "stream and events differ",
            """
            select s.tenant_id || ' ' || s.id from store.mt_streams s
            where s.id not in (select id from tombstones)
                and s.version <> (select max(version) from store.mt_events e where (e.tenant_id, e.stream_id) = (s.tenant_id, s.id))
            """
        ),
        (
            "not announced",
            """
            select name || ' at ' || last_seq_id || ' of ' || last from store.mt_event_progression,
                (select coalesce(max(seq_id), 0) as last from store.mt_events) e
            where name like 'announcer:%' and last_seq_id < last
            """
        ),
        ("announcement parked", "select id || ' ' || (data ->> 'reason') from store.mt_doc_parkedstream"),
        ("message parked", "select id || ' ' || (data ->> 'reason') from store.mt_doc_parkedmessage"),
    ];

    public IEnumerable<Task<string?>> All() => Services.All.SelectMany(s => Checks.Select(c => FindAsync(s, c)));

    private Task<string?> FindAsync(string service, (string What, string Sql) check) =>
        node.SqlAsync(
            service,
            $"""
            with tombstones as (select distinct stream_id as id from store.mt_events where type = 'tombstone')
            select string_agg('{service}, {check.What}: ' || x.line, E'\n') from ({check.Sql}) x(line)
            """
        );
}
