using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>
/// The three things that become of a letter: it has its effect, it is set aside with a reason that the file shows, or it came
/// before its cause and waits (a refusal here). Whatever is recorded tells the border that the letter was retrieved.
/// </summary>
public static class Reception
{
    public const string By = "data-sharing";

    public static Decision<RequestEvent> Take(
        Request current,
        ReceivedLetter letter,
        DateTimeOffset now,
        params IEnumerable<RequestEvent> effects
    ) => effects.Prepend(Taken(letter, now, [.. current.Groups])).ToArray();

    public static Decision<RequestEvent> SetAside(
        Request current,
        ReceivedLetter letter,
        DateTimeOffset now,
        string reason
    ) => Take(current, letter, now, new LetterSetAside(letter.LetterId, letter.Sender, reason, now));

    public static Decision<RequestEvent> NotYet(string reason) =>
        new Refusal(reason, "The letter came before its cause.");

    public static LetterTaken Taken(ReceivedLetter letter, DateTimeOffset now, string[] visibleTo) =>
        new(letter.LetterId, letter.Sender, letter.Kind, visibleTo, letter.SubmittedAt, now);

    /// <summary>Records what the other side did, unless the letter is not for this side or tells what is known.</summary>
    /// <param name="side">The side that such a letter is for.</param>
    /// <param name="isKnown">The same was told before.</param>
    /// <param name="fact">What happened, from the other side's word.</param>
    public static Decision<RequestEvent> Record(
        Request current,
        ReceivedLetter letter,
        DateTimeOffset now,
        Side side,
        bool isKnown,
        Func<RequestEvent> fact
    ) =>
        current.Stage == RequestStage.Unknown ? NotYet("request-not-yet-here")
        : current.Other != letter.Sender ? SetAside(current, letter, now, "sender-not-the-other-side")
        : current.Side != side ? SetAside(current, letter, now, "not-for-this-side")
        : isKnown ? SetAside(current, letter, now, "told-before")
        : Take(current, letter, now, fact());
}
