using System.Text.Json;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>What holds of the case files that the ledger names.</summary>
internal sealed class CaseChecks(SystemNode node, Ledger ledger)
{
    public IEnumerable<Task<string?>> All() => [CommandsAsync(), InvitationsAsync(), TwiceAsync(), .. Strangers()];

    private string Commands => JsonSerializer.Serialize(ledger.Acknowledged, JsonSerializerOptions.Web);

    private string Filed =>
        JsonSerializer.Serialize(
            ledger.Filed.SelectMany(f =>
                f.Invited.Select(invited => new
                {
                    f.Case,
                    f.Lead,
                    invited,
                })
            ),
            JsonSerializerOptions.Web
        );

    // Every acknowledged command stands in its stream exactly once.
    private Task<string?> CommandsAsync() =>
        node.SqlAsync(
            Services.Intake,
            $"""
            select string_agg(a.event || ' of ' || a.authority || ' in ' || a.case || ' is there ' || n || ' times', E'\n')
            from jsonb_to_recordset($json${Commands}$json$::jsonb)
                as a(authority text, "case" uuid, event text, property text, value text)
            cross join lateral (
                select count(*) as n from store.mt_events e
                where e.tenant_id = a.authority and e.stream_id = a.case and e.type = a.event
                    and (a.property is null or e.data ->> a.property = a.value)
            ) e
            where n <> 1
            """
        );

    // Opening is repeated under a new id: the title must be in one file only. An invited authority has one file and one invitation.
    private Task<string?> InvitationsAsync() =>
        node.SqlAsync(
            Services.Intake,
            $"""
            select string_agg(line, E'\n') from (
                select 'opened ' || count(*) || ' times: ' || (data ->> 'title') as line from store.mt_events
                where type = 'case-opened' group by data ->> 'title' having count(*) <> 1
                union all
                select f.invited || ' has ' || n || ' invitations to ' || f.case
                from jsonb_to_recordset($json${Filed}$json$::jsonb) as f("case" uuid, lead text, invited text)
                cross join lateral (
                    select count(*) as n from store.mt_events e
                    where e.tenant_id = f.invited and e.stream_id = f.case and e.type = 'invitation-received'
                ) e
                where n <> 1
            ) x
            """
        );

    // Nothing stands twice in a timeline: the same thing said again, at whatever time, is the same effect again. Tombstones, which
    // fill the numbers that failed appends drew, are no events.
    private Task<string?> TwiceAsync() =>
        node.SqlAsync(
            Services.Intake,
            """
            select string_agg(type || ' stands ' || n || ' times in ' || tenant_id || ' ' || stream_id, E'\n') from (
                select tenant_id, stream_id, type, count(*) as n from store.mt_events
                where type <> 'tombstone'
                group by tenant_id, stream_id, type, data - 'at' having count(*) > 1
            ) x
            """
        );

    // In no table of a service that cases pass through does another tenant hold a row that tells of them.
    private IEnumerable<Task<string?>> Strangers() =>
        new[] { Services.Intake, Services.Border }.Select(async service =>
        {
            var tables = await node.RowsAsync<Table>(
                service,
                "select table_name as name from information_schema.columns where table_schema = 'store' and column_name = 'tenant_id'"
            );
            Assert.NotEmpty(tables);
            var known = string.Join(
                ',',
                ledger
                    .Filed.SelectMany(f => f.Invited.Append(f.Lead))
                    .Distinct()
                    .Select(a => $"'{a}'")
                    .DefaultIfEmpty("''")
            );
            var rows = tables.Select(t =>
                $"select '{t.Name}' as t, tenant_id from store.{t.Name} r where tenant_id not in ({known}) and r::text like '%{ledger.Mark}%'"
            );
            return await node.SqlAsync(
                service,
                $"select string_agg(tenant_id || ' holds something of another''s in {service} ' || t, E'\\n') from ({string.Join(" union all ", rows)}) x"
            );
        });

    private sealed record Table(string Name);
}
