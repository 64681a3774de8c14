using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseCoordination.Demo.Matters;

/// <summary>Supervisory records for the story, made up around a matter's venue, companies and last week; the same each time.</summary>
internal sealed class InventedRecords(Matter matter)
{
    public const int Trades = 50;
    public const int Transfers = 6;
    private const int Days = 7;

    /// <summary>The venue, or whom else the matter names first.</summary>
    public string Venue => (matter.Subjects.FirstOrDefault(s => s.Kind == "venue") ?? matter.Subjects[0]).Name;

    public string From => Text(FirstDay);

    public string To => Text(FirstDay.AddDays(Days - 1));

    /// <summary>The day after the last, as questions about records name it.</summary>
    public string Until => Text(FirstDay.AddDays(Days));

    private DateOnly FirstDay =>
        DateOnly
            .ParseExact(
                matter.Law.ConductTo ?? matter.Law.ConductFrom ?? "2025-06-30",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )
            .AddDays(1 - Days);

    public byte[] TradesFile() =>
        File(
            "executed_at,venue,product,symbol,trade_id,price,quantity,quantity_unit,taker_side,buyer_account,seller_account",
            Trades,
            i =>
                $"{Text(FirstDay.AddDays(i % Days))}T10:{i:00}:00Z,{Quoted(Venue)},perpetual,XBTUSD,T-{i:0000},{18_000 + 7 * i}.5,{100 * (i % 9 + 1)},contracts,{(i % 3 == 0 ? "sell" : "buy")},A-{i % 7},A-{(i + 3) % 7}"
        );

    public byte[] TransfersFile() =>
        File(
            "chain,tx_hash,executed_at,from,to,asset,amount,to_owner,attribution",
            Transfers,
            i =>
                $"eip155:1,0x{Hex("transaction", i, 64)},{Text(FirstDay.AddDays(i % Days))}T11:{i:00}:00Z,eip155:1:0x{Hex("customer", i, 40)},eip155:1:0x{Hex("deposit", i, 40)},eip155:1/slip44:60,{i + 1}.25,{Quoted(Owner(i))},Deposit address that the venue named"
        );

    private string Owner(int i)
    {
        var entities = matter.Subjects.Where(s => s.Kind == "entity").Select(s => s.Name).ToArray();
        return entities.Length == 0 ? Venue : entities[i % entities.Length];
    }

    private static byte[] File(string headings, int rows, Func<int, FormattableString> row) =>
        Encoding.UTF8.GetBytes(
            string.Join(
                '\n',
                Enumerable.Range(0, rows).Select(i => FormattableString.Invariant(row(i))).Prepend(headings)
            )
        );

    private static string Hex(string what, int i, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{what} {i}"))))[
            ..digits
        ];

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
