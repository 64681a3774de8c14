using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>A letter as both sides prove it.</summary>
internal sealed record LetterPair(LetterLife? Sent, LetterLife? Received)
{
    /// <summary>The letter as one side knows it, the sender before the recipient.</summary>
    public LetterLife Any => (Sent ?? Received)!;

    public Guid Id => Any.LetterId;

    public bool IsFinal =>
        Sent is { } sent
        && LetterStates.IsFinal(sent.State)
        && (LetterStates.NeverLeft(sent.State) || (Received is { } received && LetterStates.IsFinal(received.State)));
}

/// <summary>All letters of a matter, one line each in the order of writing, and what about them does not add up.</summary>
internal static class Ledger
{
    public static IReadOnlyList<LetterPair> Pair(IEnumerable<LetterLife> lives) =>
        [
            .. lives
                .GroupBy(l => l.LetterId)
                .OrderBy(g => g.Min(l => l.SubmittedAt))
                .ThenBy(g => g.Key)
                .Select(g => new LetterPair(g.FirstOrDefault(l => l.IsOutbound), g.FirstOrDefault(l => !l.IsOutbound))),
        ];

    /// <summary>One sentence for each letter that is neither retrieved nor accounted for.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="instrument">What each must rest on; null for any.</param>
    /// <param name="barred">The authority whose letters the law stops, if any.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyList<LetterPair> letters, string? instrument, string? barred) =>
        [
            .. letters
                .Select(l => (Letter: l, Fault: FaultOf(l, instrument, barred)))
                .Where(x => x.Fault is not null)
                .Select(x => $"{Name(x.Letter)} {x.Fault}."),
        ];

    private static string? FaultOf(LetterPair pair, string? instrument, string? barred) =>
        pair switch
        {
            { Sent: null } => "arrived, but nobody has proof of sending it",
            { Sent: { State: LetterStates.Rejected } sent } => Rejection(sent, pair.Received, barred),
            { Sent: { } sent } when sent.Recipient == barred => $"should have been stopped, but is {sent.State}",
            { Received: null } => $"is {pair.Sent.State} at its sender and unknown to its recipient",
            { Sent.State: not LetterStates.Retrieved } => $"is {pair.Sent.State} at its sender",
            { Received.State: not LetterStates.Retrieved } => $"is {pair.Received.State} at its recipient",
            { Sent.HasDiverged: true } => "arrived as something else than was sent",
            _ when pair.Sent.ContentHash != pair.Received.ContentHash => "has one content hash here and another there",
            _ when pair.Sent.Basis.Citations.Count == 0 => "has no citation for its legal basis",
            _ when instrument is not null && pair.Sent.Basis.Instrument != instrument =>
                $"rests on {pair.Sent.Basis.Instrument} instead of {instrument}",
            _ => null,
        };

    private static string? Rejection(LetterLife sent, LetterLife? received, string? barred) =>
        sent.Recipient != barred ? $"was rejected: {sent.Reason}. {sent.Explanation}".TrimEnd('.')
        : received is not null ? "was rejected by its border and arrived all the same"
        : string.IsNullOrEmpty(sent.Reason) || string.IsNullOrEmpty(sent.Explanation)
            ? "was rejected without saying why"
        : null;

    private static string Name(LetterPair pair)
    {
        var letter = pair.Any;
        return $"{letter.Kind} from {letter.Sender} to {letter.Recipient} ({letter.LetterId})";
    }
}
