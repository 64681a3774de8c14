using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>What uses, exports and disclosures have in common: judged first; what is not permitted is recorded and refused.</summary>
public static class ActOnHolding
{
    /// <param name="done">The event of an act that is permitted.</param>
    public static Decision<HoldingEvent> Decide(Ruling ruling, Func<HoldingEvent> done) =>
        ruling.Permits ? done() : new Refusal(ruling.Code, ruling.Explanation, FieldOf(ruling));

    /// <summary>That an act was wanted and not permitted is evidence as well.</summary>
    public static Decision<HoldingEvent> Refuse(Act act, string note, Ruling ruling, Turn turn) =>
        new HoldingActRefused(act, note, ruling, turn.By, turn.Now);

    internal static async Task<IResult> HandleAsync(
        Guid id,
        Act act,
        string note,
        IReadOnlyDictionary<string, string> facts,
        HoldingDesk desk,
        Func<Ruling, Turn, HoldingEvent> done,
        CancellationToken cancellation
    )
    {
        if (await desk.FindAsync<Holding>(id, cancellation) is not { } file)
        {
            return Problems.NotFound();
        }

        return (await TryAsync(file, act, note, facts, desk, done, cancellation)).ToResult();
    }

    /// <summary>The same for an item that the caller may know.</summary>
    internal static async Task<Outcome<Holding>> TryAsync(
        Holding file,
        Act act,
        string note,
        IReadOnlyDictionary<string, string> facts,
        HoldingDesk desk,
        Func<Ruling, Turn, HoldingEvent> done,
        CancellationToken cancellation
    )
    {
        var turn = desk.NewTurn();
        var bench = await desk.BenchAsync(file, turn.Now, cancellation);
        Ruling ruling = bench.Judge(file, act, facts);
        var outcome = await desk.DecideAsync<Holding, HoldingEvent>(
            file.Id,
            current =>
            {
                ruling = bench.Judge(current, act, facts);
                return Decide(ruling, () => done(ruling, turn));
            },
            cancellation
        );
        if (outcome.Refusal is not null && !ruling.Permits)
        {
            // A repeat is judged anew: its answer must not be that of the record.
            desk.Session.Idempotency = null;
            await desk.DecideAsync<Holding, HoldingEvent>(file.Id, _ => Refuse(act, note, ruling, turn), cancellation);
        }

        return outcome;
    }

    private static string? FieldOf(Ruling ruling) => ruling.Code == "facts-missing" ? "facts" : null;
}
