using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.DataSharing.Statistics;

namespace CaseCoordination.DataSharing.Tests.Statistics;

/// <summary>Requests in numbers, reckoned by hand.</summary>
public sealed class RequestStatisticsTests
{
    private static readonly CountedRequest[] Sample =
    [
        Counted("MSA-FMA", "mou", Answered(2, 4, true, 5, 5)),
        Counted("MSA-FMA", "mou", Answered(8, 10, true, 4, 2)),
        Counted("MSA-FMA", "mou", Answered(6, 20, false, 1, 5)),
        Counted("MSA-FMA", "mou", Answered(7, 30, true, null, null)),
        Counted("MSA-FMA", "mou", new("refused", null, null, true, "security", 2, 3, 3)),
        Counted("MSA-FMA", "mou", new("refused", null, null, false, "sovereignty", 0, null, null)),
        Counted("MSA-FMA", "mou", new("refused", null, null, true, "security", 0, null, null)),
        Counted("MSA-FMA", "mou", new("withdrawn", null, null, null, null, 1, null, null)),
        Counted("MSA-FMA", "mou", new("lapsed", null, null, null, null, 0, null, null)),
        Counted("MSA-FMA", "mou", new("open", null, null, null, null, 0, null, null), "accepted", "overdue"),
        Counted("MSA-FMA", "mou", new("open", 1, null, null, null, 0, null, null), "accepted"),
        Counted("XB-DAC", null, new("open", null, null, null, null, 0, null, null), "submitted"),
    ];

    [Fact]
    public void A_line_counts_outcomes_times_grounds_and_ratings()
    {
        var line = RequestStatistics.Of(Sample, null, null).Lines[0];
        Assert.Equal(("MSA-FMA", "mou", "asker"), (line.Partner, line.Instrument, line.Side));
        Assert.Equal(
            (11, 4, 3, 1, 1, 2, 1),
            (line.Requests, line.Answered, line.Refused, line.Withdrawn, line.Lapsed, line.Open, line.Overdue)
        );

        // Seven were decided, five of them in time. Days 4, 10, 20, 30: the middle is 15, nine tenths lie below 20 + 0.7 * 10.
        Assert.Equal((0.7143, 15.0, 27.0), (line.OnTimeShare, line.MedianDays, line.P90Days));
        Assert.Equal(["security:2", "sovereignty:1"], line.RefusalsByGround.Select(g => $"{g.Key}:{g.Value}"));

        // Timeliness 5, 4, 1, 3; usefulness 5, 2, 5, 3.
        Assert.Equal((3, 4, 3.25, 3.75), (line.Clarifications, line.Rated, line.Timeliness, line.Usefulness));
    }

    [Fact]
    public void The_five_indicators_have_the_lights_of_the_scoreboard()
    {
        // Accepted after 2, 8, 6, 7 and 1 days: four of five within 7. 64 days for four answers. Three of four by their date.
        // One of four ratings of each kind is negative.
        Assert.Equal(
            [
                new Indicator("accepted-within-7-days", 0.8, "green"),
                new Indicator("average-days-to-answer", 16, "yellow"),
                new Indicator("answered-by-date", 0.75, "not-green"),
                new Indicator("negative-timeliness", 0.25, "red"),
                new Indicator("negative-usefulness", 0.25, "red"),
            ],
            RequestStatistics.Of(Sample, null, null).Total.Indicators
        );
    }

    [Fact]
    public void Where_there_is_nothing_to_share_nothing_is_said()
    {
        var line = RequestStatistics.Of(Sample, null, null).Lines[1];
        Assert.Equal(("XB-DAC", null, 1), (line.Partner, line.Instrument, line.Requests));
        Assert.Equal((null, null, null), (line.OnTimeShare, line.MedianDays, line.Timeliness));
        Assert.All(line.Indicators, i => Assert.Equal((null, null), (i.Value, i.Light)));
        Assert.Equal(0, RequestStatistics.Of([], null, null).Total.Requests);
    }

    [Fact]
    public void Csv_has_a_header_and_a_line_for_each_and_no_field_is_a_formula()
    {
        var odd = Counted("=cmd|' /C calc'!A0", "a,\"b\"", Answered(1, 1, true, null, null));
        var lines = StatisticsCsv.Of(RequestStatistics.Of([.. Sample, odd], null, null)).Split("\r\n");
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("partner,instrument,side,requests,answered", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'=cmd|' /C calc'!A0,\"a,\"\"b\"\"\",asker,1,1,", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            "MSA-FMA,mou,asker,11,4,3,1,1,2,1,0.7143,15,27,security:2 sovereignty:1,3,4,3.25,3.75,0.8,16,0.75,0.25,0.25",
            lines[2]
        );
    }

    private static CountedRequest Counted(
        string partner,
        string? instrument,
        RequestMeasures m,
        params string[] states
    ) => new(partner, instrument, "asker", states, m);

    private static RequestMeasures Answered(double accepted, double days, bool onTime, int? timely, int? useful) =>
        new("answered", accepted, days, onTime, null, 0, timely, useful);
}
