using CaseCoordination.Decider;

namespace CaseCoordination.Correspondence.Domain;

/// <summary>What the border tells of a letter, as a file orders it.</summary>
public static class LetterSteps
{
    public const string Written = "written";
    public const string Delivered = "delivered";
    public const string Rejected = "rejected";
    public const string Refused = "refused";

    // A failure is a step that a later success overtakes; the border goes on trying for days.
    private static readonly string[] Order =
    [
        Written,
        "accepted",
        "relay-failed",
        "relayed",
        "delivery-failed",
        Delivered,
        "retrieval-failed",
        "retrieved",
        Rejected,
        Refused,
    ];

    /// <summary>Place in the order of progress; -1 for a word that is not known here.</summary>
    public static int RankOf(string state) => Array.IndexOf(Order, state);

    /// <summary>What a file does with news of a letter: it keeps a step forward, and what was overtaken changes nothing.</summary>
    /// <param name="letters">Those that the file wrote.</param>
    /// <param name="id">The letter that the news is of.</param>
    /// <param name="state">What the border tells of it.</param>
    /// <param name="news">The event that says so.</param>
    public static Decision<TEvent> Forward<TEvent>(IEnumerable<SentLetter> letters, Guid id, string state, TEvent news)
        where TEvent : class =>
        letters.FirstOrDefault(l => l.Id == id) is not { } letter
            ? new Refusal("letter-unknown", "This file did not write such a letter.")
        : RankOf(state) > RankOf(letter.State) ? news
        : new NoChange();

    /// <summary>True for a letter that a border stopped: it never has an effect.</summary>
    public static bool IsStopped(string state) => state is Rejected or Refused;
}
