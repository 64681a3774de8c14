namespace CaseCoordination.Demo.Nodes;

// What the story reads of an action; whatever else its service says is left alone.

internal sealed record ActionSheet
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string State { get; init; }
    public PlanLine? Plan { get; init; }
    public bool WillRelease { get; init; }
    public ActionRelease? Release { get; init; }
    public StatementLine? Statement { get; init; }
    public IReadOnlyList<ActionStand> Stands { get; init; } = [];
    public IReadOnlyList<string> Groups { get; init; } = [];

    public ActionStand? Stand(string authority) => Stands.FirstOrDefault(s => s.Authority == authority);

    public override string ToString() =>
        $"{State}, "
        + string.Join(
            ", ",
            Stands.Select(s => $"{s.Authority} {s.Vote?.Readiness} {s.Receipt?.Standing} {s.Receipt?.Effect}".TrimEnd())
        );
}

internal sealed record PlanLine(string Title, IReadOnlyList<MeasureLine> Measures);

internal sealed record MeasureLine(string Id, string Authority, string Kind);

internal sealed record ActionStand(
    string Authority,
    ActionVote? Vote,
    OrderReceipt? Receipt,
    ActionRelease? Release,
    IReadOnlyList<MeasureResult> Results
);

internal sealed record ActionVote(string Readiness, string? Ground, IReadOnlyList<string> Citations);

internal sealed record OrderReceipt(int Number, string Standing, string Effect);

internal sealed record ActionRelease(
    int Number,
    DateTimeOffset At,
    long LateByMs,
    bool IsLate,
    bool ByHand,
    ReleaseClock? Clock
);

internal sealed record ReleaseClock(string Source, string Quality);

internal sealed record MeasureResult(string Measure, string State, string? Number);

internal sealed record StatementLine(StatementOrderLine? Order, PublicationLine? Published);

internal sealed record StatementOrderLine(bool Publish);

internal sealed record PublicationLine(DateTimeOffset At);

internal sealed record OutcomeRegister(
    IReadOnlyList<OutcomeLine> Measures,
    IReadOnlyList<PayableLine> Payable,
    IReadOnlyDictionary<string, decimal?> Totals
);

internal sealed record OutcomeLine(
    string Authority,
    string Measure,
    string Kind,
    string State,
    string? Number,
    MoneyLine? Fine,
    MoneyLine? Frozen,
    DateTimeOffset? EndsAt
);

internal sealed record MoneyLine(string Amount, string Currency)
{
    public override string ToString() => $"{Amount} {Currency}";
}

internal sealed record PayableLine(string Authority, string Measure, string Currency, decimal Imposed, decimal? Amount);
