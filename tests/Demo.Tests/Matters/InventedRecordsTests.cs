using System.Text;
using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests.Matters;

/// <summary>Records that the story makes up: around the matter, and the same each time.</summary>
public sealed class InventedRecordsTests
{
    private static readonly Matter Shipped = MatterFiles.Read(MatterFiles.Shipped).Matter!;

    [Fact]
    public void They_lie_in_the_last_week_of_the_matters_conduct()
    {
        var records = new InventedRecords(Shipped);
        Assert.Equal(("BitMEX", "2020-12-06", "2020-12-12", "2020-12-13"), Facts(records));
        var days = Rows(records.TradesFile()).Skip(1).Select(row => row[..10]).Distinct().Order().ToArray();
        Assert.Equal((7, records.From, records.To), (days.Length, days[0], days[^1]));
    }

    [Fact]
    public void Every_row_has_the_columns_of_the_headings_and_every_telling_the_same_rows()
    {
        var records = new InventedRecords(Shipped);
        foreach (var (file, count) in new[] { (records.TradesFile(), 50), (records.TransfersFile(), 6) })
        {
            var rows = Rows(file);
            Assert.Equal(count + 1, rows.Length);
            Assert.All(rows, row => Assert.Equal(rows[0].Count(c => c == ','), row.Count(c => c == ',')));
        }

        Assert.Equal(records.TradesFile(), new InventedRecords(Shipped).TradesFile());
    }

    private static (string, string, string, string) Facts(InventedRecords r) => (r.Venue, r.From, r.To, r.Until);

    private static string[] Rows(byte[] file) => Encoding.UTF8.GetString(file).Split('\n');
}
