using System.Collections.Immutable;
using static CaseCoordination.TreatyLaw.Tests.SmallBook;

namespace CaseCoordination.TreatyLaw.Tests.Decisions;

/// <summary>Questions about time limits alone.</summary>
public sealed class ClockTests
{
    private const string Reply = "kind: deadline, after: request-received, do: reply, within: {n: 5, unit: days}";
    private const string Report = "kind: deadline, after: decision-taken, do: execute, within: {n: 1, unit: days}";

    private static readonly DateTime Monday = Day.ToDateTime(TimeOnly.MinValue);

    [Theory]
    [InlineData("request-received")]
    [InlineData("written-request-received")]
    [InlineData("urgent-request-received")]
    public void An_urgent_or_written_request_is_a_request(string happened)
    {
        var decision = Judge(Instrument("a", Party, Reply), new ClockEvent(happened, Monday));

        Assert.Equal(Outcome.None, decision.Outcome);
        Assert.Equal(["reply 2026-03-09"], Due(decision));
        Assert.Equal(["a.2"], decision.DecidedBy);
    }

    [Fact]
    public void A_request_that_was_also_urgent_starts_its_clock_once_on_the_day_it_was_received()
    {
        var decision = Judge(
            Instrument("a", Party, Reply),
            new ClockEvent("urgent-request-received", Monday.AddDays(1)),
            new ClockEvent("request-received", Monday)
        );

        Assert.Equal(["reply 2026-03-09"], Due(decision));
    }

    [Fact]
    public void The_first_word_of_a_request_starts_its_clock_in_whatever_order_it_is_told()
    {
        var spoken = new ClockEvent("urgent-request-received", Monday);
        var written = new ClockEvent("written-request-received", Monday.AddDays(2));

        Assert.Equal(["reply 2026-03-09"], Due(Judge(Instrument("a", Party, Reply), spoken, written)));
        Assert.Equal(["reply 2026-03-09"], Due(Judge(Instrument("a", Party, Reply), written, spoken)));
    }

    [Fact]
    public void Something_else_that_happened_is_no_request()
    {
        var decision = Judge(Instrument("a", Party, Reply, Report), new ClockEvent("decision-taken", Monday));

        Assert.Equal(["execute 2026-03-03"], Due(decision));
        Assert.Equal(["a.3"], decision.DecidedBy);
    }

    [Fact]
    public void Where_no_clock_runs_every_deadline_of_the_text_is_named_or_else_its_parties()
    {
        var happened = new ClockEvent("delay-expected", Monday);

        Assert.Equal(["a.2", "a.3"], Judge(Instrument("a", Party, Reply, Report), happened).DecidedBy);
        Assert.Equal(["a.1"], Judge(Instrument("a", Party), happened).DecidedBy);
    }

    [Fact]
    public void A_period_ends_where_it_falls_under_a_text_that_knows_no_roll_over() =>
        Assert.Equal(
            ["reply 2026-03-07"],
            Due(Judge(InstrumentWithoutRollOver("a", Party, Reply), new ClockEvent("request-received", Monday)))
        );

    [Fact]
    public void Under_an_instrument_that_nobody_knows_nothing_is_due()
    {
        var decision = Law.Judge(Of(), Question(new ClockEvent("request-received", Monday)));

        Assert.Equal("none", decision.Basis);
        Assert.Empty(decision.Deadlines);
    }

    private static Decision Judge(Instrument instrument, params ClockEvent[] events) =>
        Law.Judge(Of(instrument), Question(events));

    private static ClockQuestion Question(params ClockEvent[] events) =>
        new()
        {
            Instrument = "a",
            Acting = Asked,
            Events = [.. events],
        };

    private static ImmutableArray<string> Due(Decision decision) =>
        [.. decision.Deadlines.Select(deadline => $"{deadline.Do} {deadline.DueText}")];
}
