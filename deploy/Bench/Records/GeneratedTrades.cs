using System.Globalization;
using System.Text;
using Npgsql;

namespace CaseCoordination.Bench.Records;

/// <summary>
/// A year of trades, evenly spread: one venue in ten holds most of them, each account has a few thousand at ten million, each
/// trade has an id of its own. The bulk is written by the database itself, in the form in which the service would store it.
/// </summary>
internal sealed class GeneratedTrades(int rows) : IAsyncDisposable
{
    public const int PerFile = 100_000;
    public const int Accounts = 8192;
    public const string Lei = "549300S18I523MZORK73";

    // As many as one statement should write; the statements of one filling are one batch each.
    private const int AtOnce = 250_000;
    private static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(Settings.Required("POSTGRES_SUPERUSER"))
        {
            Database = "data_sharing",
            CommandTimeout = 0,
        }
    );

    public int Rows => rows;

    /// <summary>A CSV file of trades of 2026.</summary>
    public static byte[] File(int seed, int count)
    {
        var text = new StringBuilder(
            "executed_at,venue,venue_mic,venue_lei,product,symbol,trade_id,price,quantity,taker_side,buyer_account,seller_account\n"
        );
        for (var i = 0; i < count; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Start.AddYears(1).AddSeconds(i):yyyy-MM-ddTHH:mm:ss}Z,KRAKEN_FUTURES,CRYP,{Lei},perpetual,PI_{i % 50}USD,N{seed}-{i},{i % 997}.5,{i % 13 + 1},buy,A-{i * 31 % Accounts},A-{i * 17 % Accounts}\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The period in which so many of the trades lie.</summary>
    public static string DaysOf(int count, int rows)
    {
        var end = Start.AddSeconds(365 * 86_400.0 / rows * count);
        return $"from={Start:yyyy-MM-dd}&to={end:yyyy-MM-ddTHH:mm:ss}Z";
    }

    /// <summary>A day of the year.</summary>
    public static string Day(int day) => Start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task FillAsync()
    {
        await RunAsync(
            """
            alter table store.record_keys drop constraint record_keys_pkey;
            alter table store.records drop constraint records_pkey;
            drop index store.records_at;
            """
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (rows + AtOnce - 1) / AtOnce),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (part, _) =>
                await RunAsync(Part(Guid.CreateVersion7(), part * AtOnce, Math.Min(rows, (part + 1) * AtOnce)))
        );

        await RunAsync(
            """
            set maintenance_work_mem = '2GB';
            alter table store.record_keys add primary key (tenant_id, category, key, at, batch, number);
            alter table store.records add primary key (tenant_id, batch, number);
            create index records_at on store.records (tenant_id, category, at, batch, number);
            """
        );
        await RunAsync("vacuum analyze store.records");
        await RunAsync("vacuum analyze store.record_keys");
    }

    public async Task<long> BytesAsync()
    {
        await using var command = _database.CreateCommand(
            "select pg_total_relation_size('store.records') + pg_total_relation_size('store.record_keys')"
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private string Part(Guid batch, int from, int to) =>
        $$"""
            with part as materialized (
                select i - {{from}} as number, '2025-01-01Z'::timestamptz + interval '1 second' * (i * 31536000.0 / {{rows}}) as at,
                    'V' || (case when i % 10 < 7 then 0 else i % 10 end) as venue, 'PI_' || i % 50 || 'USD' as symbol,
                    'T-' || i as trade, 'A-' || (hashint4(i) & {{Accounts - 1}}) as buyer,
                    'A-' || ((hashint4(i) & {{Accounts - 1}}) + 1 + (hashint4(-i) & {{Accounts / 2 - 1}}) & {{Accounts
                - 1}}) as seller
                from generate_series({{from + 1}}, {{to}}) i),
            stored as (insert into store.records (tenant_id, category, batch, number, at, body)
                select 'XA-SMA', 'trades', '{{batch}}', number, at, '{"executedAt":"' ||
                    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","venue":"' || venue ||
                    '","venueLei":"{{Lei}}","tradeId":"' || trade || '","product":"perpetual","symbol":"' || symbol ||
                    '","price":"438.8","quantity":"500.0","quantityUnit":"contracts","takerSide":"buy","buyerAccount":"' || buyer ||
                    '","sellerAccount":"' || seller || '"}' from part)
            insert into store.record_keys (tenant_id, category, key, at, batch, number)
                select 'XA-SMA', 'trades', key, at, '{{batch}}', number from part, unnest(array['venue:' || lower(venue),
                    'lei:{{Lei}}', 'trade:' || trade, 'symbol:' || symbol, 'account:' || buyer, 'account:' || seller]) as key
            """;

    private async Task RunAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
