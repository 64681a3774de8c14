namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>What votes, orders and T-0 do to a file.</summary>
internal static class OrderFold
{
    // A vote that is not ready lets the order go at once; ready again, the authority waits for the lead's next order.
    public static CoordinatedAction Declare(CoordinatedAction file, ReadinessDeclared e) =>
        file.Update(file.Authority, s => s with { Vote = e.Vote }) with
        {
            Held = e.Vote.Readiness == Readiness.Ready ? file.Held : null,
            Clock = e.Vote.Clock ?? file.Clock,
        };

    public static CoordinatedAction Give(CoordinatedAction file, OrderGiven e) =>
        e.To.Aggregate(
            file,
            (f, to) =>
                f.Update(
                    to,
                    s =>
                        s with
                        {
                            Receipt = new(e.Order.Number, e.Order.Standing, OrderEffect.Unconfirmed, e.At),
                            ArmedByVote = e.Order.Standing == Standing.Armed ? s.Vote?.Number : null,
                        }
                )
        ) with
        {
            Order = e.Order,
        };

    public static CoordinatedAction Take(CoordinatedAction file, OrderTaken e) =>
        file.Update(
            file.Authority,
            s => s with { Receipt = new Receipt(e.Order.Number, e.Order.Standing, e.Effect, e.At) }
        ) with
        {
            Order = e.Order,
            Held = e.Effect switch
            {
                OrderEffect.Held => e.Order.Number,
                OrderEffect.Stopped or OrderEffect.NotReady => null,
                _ => file.Held,
            },
        };

    public static CoordinatedAction Withhold(CoordinatedAction file, MeasuresWithheld e) =>
        file.Update(file.Authority, s => s with { Unreleased = Unreleased.Withheld }) with
        {
            Withheld = e.Reason,
        };

    public static CoordinatedAction Release(CoordinatedAction file, ActionReleased e) =>
        file.Update(file.Authority, s => s with { Release = e.Release, Unreleased = null }) with
        {
            Release = e.Release,
            Clock = e.Release.Clock ?? file.Clock,
        };

    // This authority's own row is its own business: the lead's copy of it is older than the file itself. Only what the lead
    // found of its clock is news to it.
    public static CoordinatedAction Read(CoordinatedAction file, BoardReceived e) =>
        e.Stands.Aggregate(
            file,
            (f, told) =>
                f.Update(
                    told.Authority,
                    s => told.Authority == f.Authority ? s with { ClockByLetters = told.ClockByLetters } : told
                )
        ) with
        {
            BoardNumber = e.Number,
        };
}
