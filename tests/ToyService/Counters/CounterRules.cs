using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.ToyService.Counters;

/// <summary>What may happen to a counter, when, and who is told.</summary>
internal static class CounterRules
{
    private const string Bell = "bell";

    public static Decision<CounterEvent> Count(Counter current) =>
        current switch
        {
            { IsStarted: false } => Refusal.Unknown("counter-unknown", "No such counter."),
            { Count: var count, Limit: var limit } when count >= limit => new Refusal(
                "counter-full",
                $"It counts to {limit}.",
                "limit"
            ),
            _ => new Counted(current.Id, current.Owner, current.Hearer, current.Count + 1),
        };

    public static Decision<CounterEvent> Rewrite(Counter current, string note) =>
        current switch
        {
            { IsStarted: false } => Refusal.Unknown("counter-unknown", "No such counter."),
            _ when current.Note == note => new NoChange(),
            _ => new NoteRewritten(current.Id, note),
        };

    public static IEnumerable<OpenDeadline> Open(Counter counter) =>
        counter is { RingsAt: { } rings, HasRung: false }
            ? [new OpenDeadline(Bell, counter.IsAnnounced ? null : rings.AddHours(-1), rings)]
            : [];

    public static Decision<CounterEvent> Pass(Counter counter, PassedDeadline passed, DateTimeOffset now) =>
        passed.Stage == DeadlineStage.Warn ? new BellAnnounced(counter.Id) : new BellRang(counter.Id);

    // The contract is any that carries a text; the text is the number, so that the order of arrival shows.
    public static IEnumerable<Announcement> Announce(object @event, string authority) =>
        @event is Counted e
            ?
            [
                new Announcement(
                    new LetterReceipt
                    {
                        LetterId = e.CounterId,
                        Sender = e.Owner,
                        Recipient = e.Hearer,
                        State = e.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        At = default,
                        ContentHash = "",
                    },
                    e.Hearer
                ),
            ]
            : [];
}
