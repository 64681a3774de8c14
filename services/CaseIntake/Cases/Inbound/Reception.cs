using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Inbound;

/// <summary>
/// The three things that become of a letter: it has its effect, it is set aside with a reason that the file shows, or it came
/// before its cause and waits (a refusal here). Whatever is recorded tells the border that the letter was retrieved.
/// </summary>
public static class Reception
{
    public const string By = "case-intake";

    /// <summary>What a letter causes: ids derive from it, so that receiving it again gives the same.</summary>
    public static Turn TurnOf(ReceivedLetter letter, DateTimeOffset now) => new(By, letter.LetterId, now);

    public static Decision<CaseEvent> Take(
        Case current,
        ReceivedLetter letter,
        Turn turn,
        params IEnumerable<CaseEvent> effects
    ) => effects.Prepend(Taken(letter, turn, [.. current.Groups])).ToArray();

    public static Decision<CaseEvent> SetAside(Case current, ReceivedLetter letter, Turn turn, string reason) =>
        Take(current, letter, turn, new LetterSetAside(letter.LetterId, letter.Sender, reason, turn.Now));

    public static Decision<CaseEvent> NotYet(string reason) => new Refusal(reason, "The letter came before its cause.");

    public static LetterTaken Taken(ReceivedLetter letter, Turn turn, string[] visibleTo) =>
        new(letter.LetterId, letter.Sender, letter.Kind, visibleTo, letter.SubmittedAt, turn.Now);

    /// <summary>An answer to this authority as lead; why it has no effect, if so.</summary>
    public static Decision<CaseEvent>? StopAnswer(Case current, ReceivedLetter letter, Turn turn) =>
        current.Stage == CaseStage.Unknown ? NotYet("conversation-unknown")
        : !current.IsLead ? SetAside(current, letter, turn, "not-the-lead")
        : !current.Partners.ContainsKey(letter.Sender) ? SetAside(current, letter, turn, "sender-not-a-partner")
        : null;

    /// <summary>An answer to an invitation: it must be the one that stands.</summary>
    public static Decision<CaseEvent>? StopAnswer(Case current, ReceivedLetter letter, Turn turn, int round) =>
        StopAnswer(current, letter, turn) is { } stop ? stop
        : current.Partners[letter.Sender] is var partner && partner.Round != round
            ? SetAside(current, letter, turn, "another-invitation")
        : partner.IsOpen ? null
        : SetAside(
            current,
            letter,
            turn,
            partner.State == PartnerState.Withdrawn ? "invitation-withdrawn" : "invitation-answered"
        );

    /// <summary>A word of the lead; why it has no effect, if so. A lead not yet known here is waited for.</summary>
    public static Decision<CaseEvent>? StopLead(Case current, ReceivedLetter letter, Turn turn, int term) =>
        current.Stage == CaseStage.Unknown ? NotYet("conversation-unknown")
        : letter.Sender == current.Lead ? null
        : current.IsUnderWay && term > current.Term ? NotYet("lead-not-yet-known")
        : SetAside(current, letter, turn, "sender-not-the-lead");
}
